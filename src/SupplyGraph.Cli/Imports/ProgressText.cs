using SupplyGraph.Cli.Printing;
using SupplyGraph.Cli.Server;

namespace SupplyGraph.Cli.Imports;

/// <summary>How far an import has come, in words.</summary>
internal static class ProgressText
{
    // Sooner, there is nothing to reckon from.
    private static readonly TimeSpan Meaningful = TimeSpan.FromSeconds(1);

    /// <summary>1.5 MB of 11 MB uploaded.</summary>
    public static string OfUpload(long bytes, long? length) =>
        length is { } all ? $"{Quantity.Bytes(bytes)} of {Quantity.Bytes(all)} uploaded" : $"{Quantity.Bytes(bytes)} uploaded";

    /// <summary>12,345 rows, 5,200 rows/s.</summary>
    public static string OfRows(ImportAnswer import)
    {
        if (import.State == "queued") return "waiting for its turn";
        var rows = Quantity.Count(import.Rows?.Read ?? 0, "row", "rows");
        return import.RowsPerSecond is { } rate ? $"{rows}, {Rate(rate)}" : rows;
    }

    /// <summary>The same with the part that is through and the time left.</summary>
    public static string OfRowsAndRest(ImportAnswer import, TimeProvider clock)
    {
        if (import.State == "queued" || import.Bytes is not { Total: > 0 } bytes) return OfRows(import);
        var line = $"{OfRows(import)}, {Quantity.Percent(bytes.Done, bytes.Total)}";
        return Left(import, bytes, clock) is { } left ? $"{line}, about {Quantity.Duration(left)} left" : line;
    }

    public static string Rate(double rowsPerSecond) => $"{Quantity.Count((long)Math.Round(rowsPerSecond))} rows/s";

    private static TimeSpan? Left(ImportAnswer import, ByteCounts bytes, TimeProvider clock) =>
        import.StartedAt is { } started && bytes.Done > 0 && bytes.Done < bytes.Total && clock.GetUtcNow() - started is var passed && passed >= Meaningful
            ? TimeSpan.FromSeconds(Math.Ceiling(passed.TotalSeconds * (bytes.Total - bytes.Done) / bytes.Done))
            : null;
}
