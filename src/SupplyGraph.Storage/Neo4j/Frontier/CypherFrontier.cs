using SupplyGraph.Graph;
using SupplyGraph.Model;
using SupplyGraph.Storage.Neo4j.Reads;
using SupplyGraph.Storage.Neo4j.Schema;
using SupplyGraph.Storage.Neo4j.Transport;

namespace SupplyGraph.Storage.Neo4j.Frontier;

/// <summary>
/// Reads legs by Cypher: one statement for some levels, which reads no more of a relationship than where it leads, and one for the properties of those that
/// are left in the end. Relationships are told apart by the database's own numbers, which hold while nothing is removed; the last statement finds out.
/// </summary>
internal sealed class CypherFrontier(ICypherTransport transport, Skeleton skeleton, Extent wanted) : IFrontierSource
{
    /// <summary>Relationships whose properties one statement reads.</summary>
    private const int PageSize = 20_000;

    private const string Properties = "type(r), r.component, r.role, r.status, r.confidence, r.validFrom, r.validTo";

    private readonly LegTypes types = LegTypes.Of(wanted.Types);
    private readonly LegFilterText filter = new(wanted);

    /// <inheritdoc/>
    public async Task<LegsRead> LegsAsync(LegsAsked outOf, LegsAsked into, int most, CancellationToken cancel)
    {
        var parts = new List<string>();
        var statement = new LegsStatement(types, filter.Quick);
        if (outOf.Nodes.Count > 0) parts.Add(statement.Part("outOf", isOut: true, Math.Min(outOf.Levels, LegsStatement.MostLevels)));
        if (into.Nodes.Count > 0) parts.Add(statement.Part("into", isOut: false, Math.Min(into.Levels, LegsStatement.MostLevels)));
        if (types.AreNone || parts.Count == 0) return new([], AreAll: true, [], []);
        var parameters = new Dictionary<string, object?>(filter.Parameters)
        {
            ["outOf"] = Numbers(outOf.Nodes),
            ["into"] = Numbers(into.Nodes),
            ["most"] = most,
            ["fewNodes"] = LegsStatement.FewNodes,
            ["fewLegs"] = LegsStatement.FewLegs,
        };
        var text = string.Join("\nUNION ALL\n", parts);
        var rows = await transport.RunAsync(new CypherStatement(text) { Parameters = parameters, KeepsPlan = true, Timeout = wanted.Time }, cancel);
        var found = new ReadLegs(skeleton.Numbers);
        return rows.Aggregate(true, (all, row) => all & found.Add(row, most)) ? found.All() : found.Some();
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PlacedRelationship>?> RelationshipsAsync(IReadOnlyList<FoundLeg> legs, CancellationToken cancel)
    {
        // A relationship that is walked both ways is two legs.
        var once = new Dictionary<long, FoundLeg>(legs.Count);
        foreach (var leg in legs) once[leg.Handle] = leg;
        // Without any the version is asked for all the same.
        var pages = once.Count == 0 ? [[]] : once.Keys.Chunk(PageSize);
        var read = await Task.WhenAll(pages.Select(handles => PageAsync(handles, once, cancel)));
        return read.Any(page => page is null) ? null : [.. read.SelectMany(page => page!)];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PlacedRelationship>> RelationshipsAsync(IReadOnlyCollection<RelationshipKey> keys, CancellationToken cancel)
    {
        var ofTypes = keys.Where(k => !LegTypes.IsStructure(k.Type)).GroupBy(k => k.Type);
        var parts = ofTypes.Select(g => (Name: CypherNames.Type(g.Key), Ids: g.Select(k => k.Id).ToList())).ToList();
        if (parts.Count == 0) return [];
        var text = string.Join(" UNION ALL ", parts.Select(p =>
            $"MATCH ()-[r:{p.Name}]->() WHERE r.id IN ${p.Name} AND r.since <= $version RETURN r.id, {Properties}"));
        var parameters = parts.ToDictionary(p => p.Name, p => (object?)p.Ids);
        parameters["version"] = skeleton.Snapshot.Version;
        var rows = await transport.RunAsync(new CypherStatement(text) { Parameters = parameters }, cancel);
        return [.. rows.Select(row => (Key: StoredValues.Key(row.Text(0)), Row: row)).Select(r => Read(r.Row, Node(r.Key.From), Node(r.Key.To)))];
    }

    private async Task<List<PlacedRelationship>?> PageAsync(long[] handles, Dictionary<long, FoundLeg> legs, CancellationToken cancel)
    {
        // The version is read when all else has been: where it is the skeleton's still, so is everything that was read before.
        var text = $"MATCH ()-[r]->() WHERE id(r) IN $handles AND {filter.Full} WITH collect([id(r), {Properties}]) AS found "
            + "MATCH (g:SupplyGraph {key: 'graph'}) RETURN found, g.version";
        var parameters = new Dictionary<string, object?>(filter.Parameters) { ["handles"] = handles, ["version"] = skeleton.Snapshot.Version };
        var rows = await transport.RunAsync(new CypherStatement(text) { Parameters = parameters, KeepsPlan = true, Timeout = wanted.Time }, cancel);
        if (rows.Count != 1 || rows[0].Long(1) != skeleton.Snapshot.Version) return null;
        var page = new List<PlacedRelationship>(handles.Length);
        foreach (var row in rows[0].Rows(0))
        {
            var leg = legs[row.Long(0)];
            page.Add(leg.Along ? Read(row, leg.From, leg.To) : Read(row, leg.To, leg.From));
        }
        return page;
    }

    /// <summary>Reads <see cref="Properties"/> from the second column on.</summary>
    private PlacedRelationship Read(CypherRow row, int from, int to) => new(
        CypherNames.TypeOf(row.Text(1)) ?? throw new InvalidDataException($"'{row.Text(1)}' is no relationship type of the graph: the database is damaged."),
        from, to, row.TextOrNull(2) is { } component ? Node(component) : -1, row.MemberOrNull<Role>(3), row.Member<Status>(4), row.Double(5), row.Date(6),
        row.Date(7));

    private int Node(string id) => skeleton.Snapshot.TryFind(id, out var node)
        ? node
        : throw new InvalidDataException($"A relationship names '{id}', which the graph does not hold: the database is damaged.");

    private List<long> Numbers(IReadOnlyCollection<int> nodes) => [.. nodes.Select(skeleton.Numbers.NumberOf).Where(n => n > 0)];
}
