using SupplyGraph.Storage.Neo4j.Transport;

namespace SupplyGraph.Storage.Neo4j.Reads;

/// <summary>
/// The documents of the graph, read from the database when they are asked for: what <see cref="IGraphStore"/> promises of them, in the same order and with the
/// same cursors as the embedded store gives. Every method takes the version that is shown; what came to be after it is not seen. Of what was there already, the
/// newest state is shown (an export alone shows one version throughout). No statement reads more than what matches its filter, or than what stands between
/// two cursors.
/// </summary>
/// <param name="patience">How long a statement may take that reads a great part of the graph; null for what the transport allows every statement.</param>
internal sealed partial class GraphReads(ICypherTransport transport, TimeSpan? patience = null)
{
    private const int UsualExportPage = 5000;

    /// <summary>Things that an export reads at once.</summary>
    public int ExportPage { get; init; } = UsualExportPage;

    /// <summary>The report that the commit of an import left; null where no import of that id was committed.</summary>
    public async Task<string?> GetImportReportAsync(long version, string import, CancellationToken cancel)
    {
        const string text = "MATCH (i:SupplyGraphImport {id: $import}) WHERE i.since <= $version RETURN i.report";
        var rows = await RunAsync(text, new() { ["version"] = version, ["import"] = import }, cancel);
        return rows.Count == 0 ? null : rows[0].TextOrNull(0);
    }

    private Task<IReadOnlyList<CypherRow>> RunAsync(string text, Dictionary<string, object?> parameters, CancellationToken cancel) =>
        transport.RunAsync(new CypherStatement(text) { Parameters = parameters }, cancel);

    /// <summary>Runs a statement that may read a great part of the graph.</summary>
    private Task<IReadOnlyList<CypherRow>> RunPatientlyAsync(string text, Dictionary<string, object?> parameters, CancellationToken cancel) =>
        transport.RunAsync(new CypherStatement(text) { Parameters = parameters, Timeout = patience }, cancel);

    private async Task<IReadOnlyDictionary<string, T>> ReadByIdAsync<T>(
        string text, long version, IReadOnlyCollection<string> ids, Func<CypherRow, T> read, CancellationToken cancel)
    {
        if (ids.Count == 0) return new Dictionary<string, T>(StringComparer.Ordinal);
        var rows = await RunAsync(text, new() { ["version"] = version, ["ids"] = ids.Distinct(StringComparer.Ordinal).ToList() }, cancel);
        return rows.ToDictionary(row => row.Text(0), read, StringComparer.Ordinal);
    }
}
