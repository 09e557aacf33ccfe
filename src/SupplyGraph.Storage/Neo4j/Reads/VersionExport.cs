using System.Runtime.CompilerServices;
using SupplyGraph.Storage.Neo4j.Transport;

namespace SupplyGraph.Storage.Neo4j.Reads;

/// <summary>
/// Reads all things of one sort as they were in one version, page by page, while commits go on.
/// <para>
/// A commit that replaces or removes a thing keeps its past (<see cref="PastThing"/>) in the same transaction. So a thing of the version is either read as it
/// is, before it is replaced, or its past is there by the time that the page of current things has been read: pasts are read after it, for its stretch of keys.
/// A thing that was read both ways is the same both times.
/// </para>
/// Memory: a page of current and one of past things.
/// </summary>
internal sealed class VersionExport<T>(ICypherTransport transport, TimeSpan? patience)
{
    private const string PastBetween = """
        MATCH (p:SupplyGraphPast) WHERE p.what = $what AND p.key > $after AND p.since <= $version AND p.until > $version AND ($last = '' OR p.key <= $last)
        RETURN p.key, p.data ORDER BY p.what, p.key LIMIT $limit
        """;

    private const string PastFrom = "MATCH (g:SupplyGraph {key: 'graph'}) RETURN coalesce(g.pastFrom, 0)";

    /// <summary>The <c>what</c> of its past things.</summary>
    public required string What { get; init; }

    /// <summary>Reads a page of current things after a key, in the order of keys.</summary>
    public required string Text { get; init; }

    /// <summary>The parameters of <see cref="Text"/> that stand for a key.</summary>
    public required Func<string, Dictionary<string, object?>> After { get; init; }

    /// <summary>A row of <see cref="Text"/> as key and thing.</summary>
    public required Func<CypherRow, (string Key, T Thing)> Current { get; init; }

    /// <summary>Things that are read at once, current and past ones each.</summary>
    public required int Page { get; init; }

    /// <summary>Reads a past thing.</summary>
    public required Func<string, T> Past { get; init; }

    public async IAsyncEnumerable<T> ReadAsync(long version, [EnumeratorCancellation] CancellationToken cancel)
    {
        for (var after = ""; ;)
        {
            var page = await ReadPageAsync(version, after, cancel);
            foreach (var (_, thing) in page.Things) yield return thing;
            if (page.Last is null) yield break;
            after = page.Last;
        }
    }

    /// <summary>The things after a key, in the order of keys, and the key up to which they are all; null for the end.</summary>
    private async Task<(SortedList<string, T> Things, string? Last)> ReadPageAsync(long version, string after, CancellationToken cancel)
    {
        var current = (await RunAsync(Text, Parameters(After(after), version), cancel)).Select(Current).ToList();
        var last = current.Count < Page ? null : current[^1].Key;
        var past = await RunAsync(PastBetween, Parameters(new() { ["what"] = What, ["after"] = after, ["last"] = last ?? "" }, version), cancel);
        if (past.Count == Page) last = past[^1].Text(0);
        // After the pasts were read: they are deleted only after this is raised.
        if ((await RunAsync(PastFrom, [], cancel))[0].Long(0) > version + 1)
            throw new GraphUnavailableException(
                $"The export of version {version} took so long, while the graph was changed, that parts of that version are gone. Export again.");
        var things = new SortedList<string, T>(OrderOfIds.Instance);
        foreach (var row in past) things[row.Text(0)] = Past(row.Text(1));
        foreach (var (key, thing) in current)
            if (last is null || OrderOfIds.Instance.Compare(key, last) <= 0) things[key] = thing;
        return (things, last);
    }

    private Dictionary<string, object?> Parameters(Dictionary<string, object?> own, long version) =>
        new(own) { ["version"] = version, ["limit"] = Page };

    private Task<IReadOnlyList<CypherRow>> RunAsync(string text, Dictionary<string, object?> parameters, CancellationToken cancel) =>
        transport.RunAsync(new CypherStatement(text) { Parameters = parameters, Timeout = patience }, cancel);
}
