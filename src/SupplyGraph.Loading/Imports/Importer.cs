using SupplyGraph.Storage;

namespace SupplyGraph.Loading.Imports;

/// <summary>
/// Imports files: reads, checks and writes a file of any size in one version of the graph, or refuses it whole. Three things go on at once: rows are read, the
/// rows before them are resolved, and those before them are written; memory does not grow with the file but for its new names and relationships.
/// </summary>
public sealed class Importer(IGraphStore store)
{
    /// <summary>
    /// Runs one import to its end. What is wrong with rows or file stands in the report; what goes wrong with store or disk is thrown, and then nothing
    /// changed.
    /// </summary>
    /// <param name="import">The import's id, by which the graph knows its claims.</param>
    /// <param name="body">The file as it came, seekable; stays open.</param>
    /// <param name="rejects">Takes the rejected rows as CSV, nothing where there are none; null to leave them out. Stays open.</param>
    /// <exception cref="OperationCanceledException">It was cancelled; nothing changed.</exception>
    public async Task<ImportReport> RunAsync(
        string import, ImportOptions options, Stream body, Stream? rejects, ImportProgress progress, CancellationToken cancel)
    {
        using var file = new ImportBody(body, options.Gzip, options.What == FileContent.Entities ? EntityImport.Passes : 1);
        var tally = new ImportTally(options, file, rejects, progress);
        await using var load = await store.BeginLoadAsync(import, cancel);
        try
        {
            if (options.What == FileContent.Entities) await new EntityImport(store, load, options, tally, cancel).RunAsync(file);
            else await ImportClaimsAsync(load, options, tally, file, cancel);
        }
        catch (UnreadableFileException unreadable)
        {
            tally.Refuse(unreadable);
        }
        var report = await tally.ReportAsync(load.Written, cancel);
        if (report.Outcome == ImportOutcome.Succeeded && !options.DryRun) await load.CommitAsync(ImportReportText.Write(report), cancel);
        file.Finish();
        tally.Show(load.Written);
        return report;
    }

    private async Task ImportClaimsAsync(IGraphLoad load, ImportOptions options, ImportTally tally, ImportBody file, CancellationToken cancel)
    {
        var units = new UnusualUnits(await store.GetUnitsAsync(cancel));
        await new ClaimImport(load, load.Before.Names, options, tally, units, cancel).RunAsync(file);
    }
}
