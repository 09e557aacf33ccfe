using Microsoft.AspNetCore.Http.HttpResults;
using SupplyGraph.Api.Http.Problems;
using SupplyGraph.Loading.Imports.Jobs;
using SupplyGraph.Model;
using SupplyGraph.Storage;

namespace SupplyGraph.Api.Features.Imports;

/// <summary>What went when an import was taken back. A confidence that it changed stays.</summary>
/// <param name="Id">The import.</param>
/// <param name="Claims">Claims that it alone stated, and those that others state too.</param>
/// <param name="Relationships">Relationships that were left without a claim.</param>
/// <param name="Entities">Entities that it created and nothing else uses, and those that something uses.</param>
/// <param name="Sources">Sources that no claim cites any more.</param>
/// <param name="Version">The version in which they are gone.</param>
public sealed record UndoAnswer(string Id, TakenBack Claims, Removed Relationships, TakenBack Entities, Removed Sources, long Version);

/// <summary>How many of what an import brought went.</summary>
/// <param name="Removed">Those that are gone.</param>
/// <param name="Kept">Those that stay.</param>
public sealed record TakenBack(int Removed, int Kept);

/// <summary>How many went.</summary>
/// <param name="Count">Those that are gone.</param>
public sealed record Removed([property: System.Text.Json.Serialization.JsonPropertyName("removed")] int Count);

/// <summary>Takes back what an import brought.</summary>
internal static class UndoImport
{
    public static async Task<Ok<UndoAnswer>> Handle(
        [AsParameters] OneImportRequest request, ImportQueue imports, IGraphStore store, CancellationToken cancel)
    {
        var state = imports.StateOf(request.Id);
        if (state is ImportState.Queued or ImportState.Running)
            throw new ProblemException(ProblemKind.ImportUnfinished, $"Import {request.Id} is {Term.Of(state)}. {ProblemKind.ImportUnfinished.Meaning}");
        var undone = await store.UndoImportAsync(request.Id, cancel) ?? await NothingAsync(request, state, store, cancel);
        return TypedResults.Ok(new UndoAnswer(
            request.Id,
            new TakenBack(undone.ClaimsRemoved, undone.ClaimsKept),
            new Removed(undone.RelationshipsRemoved),
            new TakenBack(undone.EntitiesRemoved, undone.EntitiesKept),
            new Removed(undone.SourcesRemoved),
            undone.Version));
    }

    // A dry run, or a refused import: nothing of it is in the graph.
    private static async Task<ImportUndone> NothingAsync(OneImportRequest request, ImportState? state, IGraphStore store, CancellationToken cancel) =>
        state is null ? throw request.NotFound() : new ImportUndone((await store.GetViewAsync(cancel)).Snapshot.Version);
}
