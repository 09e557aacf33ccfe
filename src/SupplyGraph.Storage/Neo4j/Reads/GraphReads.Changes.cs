using SupplyGraph.Storage.Neo4j.Transport;

namespace SupplyGraph.Storage.Neo4j.Reads;

internal sealed partial class GraphReads
{
    /// <summary>Entries of a run of the change feed at most: a run that holds an entry begins less than so many before it.</summary>
    public const int ChangesOfRun = 1000;

    private const string LastChangeOf = """
        MATCH (v:SupplyGraphVersion) WHERE v.version <= $since RETURN v.lastChange ORDER BY v.version DESC LIMIT 1
        """;

    // Entries are numbered without gaps: the wanted ones are a range, whatever runs they stand in. Each run gives its part of it.
    private const string ChangesBetween = """
        MATCH (c:SupplyGraphChanges)
        WHERE c.first > $after - $run AND c.first <= $after + $limit AND c.first + c.count > $after + 1 AND c.version <= $version
        MATCH (v:SupplyGraphVersion {version: c.version})
        WITH c, v, CASE WHEN c.first > $after THEN 0 ELSE $after + 1 - c.first END AS skipped
        RETURN c.first + skipped, c.version, v.at, c.what, c.action, c.ids[skipped..($after + $limit + 1 - c.first)]
        ORDER BY c.first
        """;

    /// <summary>What changed after a version, oldest first.</summary>
    /// <exception cref="ArgumentException">The size of the page is outside its range, or the cursor is not one that a page gave.</exception>
    public async Task<Page<Change>> ListChangesAsync(long version, long since, PageRequest page, CancellationToken cancel)
    {
        Paging.CheckLimit(page.Limit);
        var after = Paging.Number(page.After) ?? 0;
        var told = await RunAsync(LastChangeOf, new() { ["since"] = since }, cancel);
        var parameters = new Dictionary<string, object?>
        {
            ["version"] = version,
            ["after"] = Math.Max(after, told.Count == 0 ? 0 : told[0].Long(0)),
            ["limit"] = page.Limit + 1,
            ["run"] = ChangesOfRun,
        };
        var changes = (await RunAsync(ChangesBetween, parameters, cancel)).SelectMany(Changes).ToList();
        return Paging.Cut(changes, page.Limit, c => c.Cursor);
    }

    private static IEnumerable<Change> Changes(CypherRow run)
    {
        var at = DateTimeOffset.FromUnixTimeMilliseconds(run.Long(2));
        return run.Texts(5).Select((id, place) => new Change(run.Long(1), Paging.Cursor(run.Long(0) + place), at, run.Text(3), run.Text(4), id));
    }
}
