using SupplyGraph.Model;
using SupplyGraph.Storage.Neo4j.Schema;

namespace SupplyGraph.Storage.Neo4j.Reads;

internal sealed partial class GraphReads
{
    // The database counts labels and types by itself, but other people's and a load's staged things among them: ours are told by the version they came in.
    private const string EntityCounts = "MATCH (e:Entity) WHERE e.since <= $version RETURN e.kind, count(*)";

    private const string SourceCount = "MATCH (s:Source) WHERE s.since <= $version RETURN count(*)";

    private const string VersionTime = "MATCH (v:SupplyGraphVersion {version: $version}) RETURN v.at";

    private static readonly string RelationshipCounts = string.Join("\nUNION ALL\n", CypherNames.TypesInOrderOfIds.Select(type => $"""
        MATCH ()-[r:{CypherNames.Type(type)}]->() WHERE r.since <= $version
        RETURN '{Term.Of(type)}' AS type, r.status AS status, r.disputed AS disputed, count(*) AS many, sum(r.claims) AS claims
        """));

    /// <summary>How much of everything there is. Reads every entity, relationship and source: its caller keeps it for the version.</summary>
    public async Task<GraphStatistics> GetStatisticsAsync(long version, CancellationToken cancel)
    {
        var shown = new Dictionary<string, object?> { ["version"] = version };
        var at = await RunAsync(VersionTime, shown, cancel);
        var entities = await RunPatientlyAsync(EntityCounts, shown, cancel);
        var sources = await RunPatientlyAsync(SourceCount, shown, cancel);
        var relationships = (await RunPatientlyAsync(RelationshipCounts, shown, cancel))
            .Select(row => (Type: row.Text(0), Status: row.Text(1), Disputed: row.Bool(2), Many: row.Long(3), Claims: row.Long(4))).ToList();
        var kinds = Counts(entities.Select(row => (row.Text(0), row.Long(1))));
        return new GraphStatistics(
            version, at.Count == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(at[0].Long(0)),
            kinds.Values.Sum(), relationships.Sum(r => r.Many),
            // A claim belongs to one relationship.
            relationships.Sum(r => r.Claims), sources[0].Long(0), relationships.Where(r => r.Disputed).Sum(r => r.Many),
            kinds, Counts(relationships.Select(r => (r.Type, r.Many))), Counts(relationships.Select(r => (r.Status, r.Many))));
    }

    private static SortedDictionary<string, long> Counts(IEnumerable<(string Term, long Many)> counted)
    {
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var (term, many) in counted) counts[term] = counts.GetValueOrDefault(term) + many;
        return counts;
    }
}
