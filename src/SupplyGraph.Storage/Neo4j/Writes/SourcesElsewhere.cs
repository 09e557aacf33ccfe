using SupplyGraph.Storage.Changes;
using SupplyGraph.Storage.Neo4j.Reads;
using SupplyGraph.Storage.Neo4j.Transport;

namespace SupplyGraph.Storage.Neo4j.Writes;

/// <summary>Counts the claims that cite a source and are not in the working set. O(claims of the source), unless all of them are held.</summary>
internal sealed class SourcesElsewhere(ICypherTransport transport)
{
    // Staged claims count: the load that asks has staged them.
    private const string Count = """
        UNWIND $sources AS x MATCH (s:Source {id: x.id})
        CALL (s, x) {
            MATCH (s)<-[:CITES]-(c:Claim) WHERE c.since IS NOT NULL AND NOT c.id IN x.held
            RETURN min(c.publisher) AS publisher, min(c.title) AS title, max(c.sourceDate) AS date, count(*) AS claims
        }
        RETURN s.id, publisher, title, date, claims
        """;

    /// <summary>Counts for the sources that the rules will ask about.</summary>
    /// <param name="hasStaged">Whether a load asks, which may have staged further claims.</param>
    public async Task CountAsync(WorkingSet working, IEnumerable<long> sources, bool hasStaged, CancellationToken cancel)
    {
        var asked = new List<Dictionary<string, object?>>();
        foreach (var source in sources.Select(working.Source).Where(s => s.State != RowState.New && s.Elsewhere is null))
        {
            string[] held = [.. source.Claims.Where(c => c.State != RowState.New).Select(c => c.Id)];
            if (!hasStaged && held.Length == source.StoredClaims) source.Elsewhere = new SourceTotal { N = source.N, Url = source.Total.Url };
            else asked.Add(new() { ["id"] = source.Id, ["held"] = held });
        }
        if (asked.Count > 0) await AskAsync(working, asked, cancel);
    }

    private async Task AskAsync(WorkingSet working, List<Dictionary<string, object?>> asked, CancellationToken cancel)
    {
        var statement = new CypherStatement(Count) { Parameters = new Dictionary<string, object?> { ["sources"] = asked } };
        foreach (var row in await transport.RunAsync(statement, cancel))
        {
            var source = working.HeldSource(row.Text(0))!;
            source.Elsewhere = new SourceTotal
            {
                N = source.N,
                Url = source.Total.Url,
                Publisher = row.TextOrNull(1),
                Title = row.TextOrNull(2),
                Date = row.Date(3),
                Claims = row.Long(4),
            };
        }
    }
}
