using SupplyGraph.Model;
using SupplyGraph.Storage.Names;

namespace SupplyGraph.Api.Http.Names;

/// <summary>An entity, as far as others need to name it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
public sealed record EntityReference(string Id, string Name, EntityKind Kind)
{
    public static EntityReference Of(NamedEntity entity) => new(entity.Id, entity.Name, entity.Kind);

    public static EntityReference Of(Entity entity) => new(entity.Id, entity.Name, entity.Kind);
}
