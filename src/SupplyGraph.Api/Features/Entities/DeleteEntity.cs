using Microsoft.AspNetCore.Http.HttpResults;
using SupplyGraph.Api.Http.Names;
using SupplyGraph.Storage;

namespace SupplyGraph.Api.Features.Entities;

/// <summary>Removes an entity that nothing uses.</summary>
internal static class DeleteEntity
{
    public static async Task<NoContent> Handle([AsParameters] EntityRequest request, NameResolver names, IGraphStore store, CancellationToken cancel)
    {
        await store.CommitAsync(new ChangeSet { RemovedEntities = [names.InPath(request.Id).Id] }, cancel);
        return TypedResults.NoContent();
    }
}
