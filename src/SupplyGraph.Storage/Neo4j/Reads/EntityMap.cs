using SupplyGraph.Model;
using SupplyGraph.Storage.Neo4j.Schema;
using SupplyGraph.Storage.Neo4j.Transport;

namespace SupplyGraph.Storage.Neo4j.Reads;

/// <summary>An entity as the properties of its node, both ways.</summary>
internal static class EntityMap
{
    /// <summary>What <see cref="Read"/> takes, of a node that the statement calls <c>e</c>.</summary>
    public const string Columns = "e.id, e.kind, e.name, e.aliases, e.country, e.iso2, e.iso3, e.latitude, e.longitude, e.stage, e.url";

    /// <summary>Reads <see cref="Columns"/> from the start of a row.</summary>
    public static Entity Read(CypherRow row) => new(row.Text(0), row.Member<EntityKind>(1), row.Text(2))
    {
        Aliases = row.Texts(3),
        Country = row.TextOrNull(4),
        Iso2 = row.TextOrNull(5),
        Iso3 = row.TextOrNull(6),
        Latitude = row.DoubleOrNull(7),
        Longitude = row.DoubleOrNull(8),
        Stage = row.MemberOrNull<Stage>(9),
        Url = row.TextOrNull(10),
    };

    /// <summary>All that an entity states, as properties; a null is no property. Number, origin and version are the writer's.</summary>
    public static Dictionary<string, object?> Properties(Entity entity) => new()
    {
        ["id"] = entity.Id,
        ["kind"] = Term.Of(entity.Kind),
        ["name"] = entity.Name,
        ["nameKey"] = IndexedText.Of(NameKey.Of(entity.Name)),
        ["aliases"] = entity.Aliases.Count == 0 ? null : entity.Aliases,
        ["country"] = entity.Country,
        ["iso2"] = entity.Iso2,
        ["iso3"] = entity.Iso3,
        ["latitude"] = entity.Latitude,
        ["longitude"] = entity.Longitude,
        ["stage"] = Term.Of(entity.Stage),
        ["url"] = entity.Url,
    };
}
