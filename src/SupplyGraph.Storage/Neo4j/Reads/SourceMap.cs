using SupplyGraph.Model;
using SupplyGraph.Storage.Neo4j.Schema;
using SupplyGraph.Storage.Neo4j.Transport;

namespace SupplyGraph.Storage.Neo4j.Reads;

/// <summary>A source as the properties of its node, both ways.</summary>
internal static class SourceMap
{
    /// <summary>What <see cref="Read"/> takes, of a node that the statement calls <c>s</c>.</summary>
    public const string Columns = "s.id, s.url, s.publisher, s.title, s.date, s.claims";

    /// <summary>Reads <see cref="Columns"/> from the start of a row.</summary>
    public static Source Read(CypherRow row) =>
        new(row.Text(0), row.TextOrNull(1), row.TextOrNull(2), row.TextOrNull(3), row.Date(4), row.Int(5));

    /// <summary>All that a source is, as properties; a null is no property. Its version is the writer's.</summary>
    public static Dictionary<string, object?> Properties(Source source) => new()
    {
        ["id"] = source.Id,
        ["url"] = source.Url,
        ["publisher"] = source.Publisher,
        ["publisherKey"] = IndexedText.Of(Derivation.PublisherKey(source.Publisher, source.Url)),
        ["title"] = source.Title,
        ["date"] = source.Date?.ToString(),
        ["claims"] = source.Claims,
    };
}
