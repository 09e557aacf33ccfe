using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using SupplyGraph.Api.Features.Export;
using SupplyGraph.Api.Http.Problems;
using SupplyGraph.Api.Http.Validation;
using SupplyGraph.Loading.Imports.Jobs;
using SupplyGraph.Model;

namespace SupplyGraph.Api.Features.Imports;

/// <summary>Which import is asked for.</summary>
public sealed record OneImportRequest : IRequest
{
    [Path("id", "The import's id.", Example = "20261122-061530-7f3a9c")]
    public required string Id { get; init; }

    IValidator IRequest.Validator => OneImportValidator.Instance;

    internal ProblemException NotFound() => ProblemException.NotFound("import", Id);
}

internal sealed class OneImportValidator : AbstractValidator<OneImportRequest>
{
    public static readonly OneImportValidator Instance = new();

    private OneImportValidator() => RuleFor(r => r.Id).IsNoLongerThan(Limits.IdLength);
}

/// <summary>Shows one import.</summary>
internal static class GetImport
{
    public static Ok<ImportAnswer> Handle([AsParameters] OneImportRequest request, ImportQueue imports, TimeProvider clock) =>
        TypedResults.Ok(ImportAnswer.Of(imports.Read(request.Id) ?? throw request.NotFound(), clock));
}

/// <summary>Gives the rejected rows back.</summary>
internal static class GetRejects
{
    public static FileStreamHttpResult Handle([AsParameters] OneImportRequest request, HttpResponse response, ImportQueue imports)
    {
        var state = imports.StateOf(request.Id) ?? throw request.NotFound();
        var rejects = imports.OpenRejects(request.Id) ?? throw None(request.Id, state);
        response.Headers.ContentDisposition = $"attachment; filename=\"{request.Id}-rejects.csv\"";
        return TypedResults.Stream(rejects, GetExport.Csv + "; charset=utf-8");
    }

    private static ProblemException None(string id, ImportState state) => new(ProblemKind.NotFound, state switch
    {
        ImportState.Queued or ImportState.Running => $"Import {id} is {Term.Of(state)}; its rejected rows, if any, are here once it is finished.",
        ImportState.Succeeded or ImportState.Refused => $"Import {id} rejected no row.",
        _ => $"Import {id} {Term.Of(state)} before its rows were through; there is no file of rejected rows.",
    });
}

/// <summary>Cancels an import that is not finished.</summary>
internal static class CancelImport
{
    public static IResult Handle([AsParameters] OneImportRequest request, ImportQueue imports, TimeProvider clock)
    {
        var import = imports.Cancel(request.Id) ?? throw request.NotFound();
        if (import is { IsFinished: true, State: not ImportState.Cancelled })
            throw new ProblemException(ProblemKind.ImportFinished, $"Import {import.Id} {Term.Of(import.State)} already. {ProblemKind.ImportFinished.Meaning}");
        var answer = ImportAnswer.Of(import, clock);
        return import.IsFinished ? TypedResults.Ok(answer) : TypedResults.Accepted(answer.Links.Self, answer);
    }
}
