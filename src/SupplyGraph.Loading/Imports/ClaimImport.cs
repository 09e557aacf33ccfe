using SupplyGraph.Loading.Claims;
using SupplyGraph.Loading.Names;
using SupplyGraph.Storage;
using SupplyGraph.Storage.Names;

namespace SupplyGraph.Loading.Imports;

/// <summary>Imports a file of claims in one pass: each row's names are resolved over the graph and the rows before it.</summary>
/// <param name="names">What the graph knows, and what the load has put before.</param>
internal sealed class ClaimImport(
    IGraphLoad load, NameIndex names, ImportOptions options, ImportTally tally, UnusualUnits units, CancellationToken cancel)
{
    private readonly ClaimResolver resolver = new(names);
    private readonly LikelyDuplicates duplicates = new(names);
    private readonly ImportPipeline pipeline = new(load, tally, cancel);

    /// <exception cref="UnreadableFileException">The file cannot be read, or not to its end.</exception>
    public async Task RunAsync(ImportBody body)
    {
        using var reader = ClaimFile.Open(body.Open(), options.Format, options.Layout);
        await pipeline.RunAsync(reader, rows => ValueTask.FromResult(Resolve(rows)));
    }

    private RowBatch Resolve(IReadOnlyList<FileRow<NamedClaim>> rows)
    {
        var batch = new RowBatch(rows.Count);
        foreach (var row in rows)
        {
            var before = resolver.Created.Count;
            var resolved = resolver.Resolve(row);
            batch.Add(row, resolved.Errors);
            if (resolved.Value is not { } claim) continue;
            for (var i = before; i < resolver.Created.Count; i++)
            {
                batch.Bring(resolver.Created[i]);
                if (duplicates.Check(resolver.Created[i], row.Number, row.Line) is { } warning) tally.Warn(warning);
            }
            batch.Bring(claim);
            if (units.Check(claim, row.Number, row.Line) is { } unusual) tally.Warn(unusual);
        }
        return batch;
    }
}
