using SupplyGraph.Model;

namespace SupplyGraph.Storage.Names;

/// <summary>
/// Every name of every entity, for resolving what people type and for offering near matches. Immutable; one index serves one version. Shared by the stores, so that
/// both resolve and rank alike.
/// </summary>
public sealed partial class NameIndex
{
}

/// <summary>How a text resolved.</summary>
/// <param name="Entities">The one entity that it names; several where it is ambiguous (all of one level); none where it is unknown.</param>
public readonly record struct Resolution(IReadOnlyList<NamedEntity> Entities)
{
    public bool Found => Entities.Count == 1;
    public bool Ambiguous => Entities.Count > 1;
}

/// <summary>An entity as the index knows it.</summary>
public sealed record NamedEntity(string Id, EntityKind Kind, string Name);
