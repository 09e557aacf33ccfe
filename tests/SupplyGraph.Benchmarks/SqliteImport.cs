using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace SupplyGraph.Benchmarks;

/// <summary>sqlite3's own import of a CSV file into a new file, a table with two indexes.</summary>
internal static class SqliteImport
{
    private const string Table = """
        CREATE TABLE edges (id INTEGER, src INTEGER, dst INTEGER, component TEXT, status TEXT, confidence REAL, weight REAL);
        CREATE INDEX edges_by_src ON edges(src);
        CREATE INDEX edges_by_dst ON edges(dst);
        """;

    /// <summary>How long it took.</summary>
    internal readonly record struct Timed(long Rows, TimeSpan Took)
    {
        public double RowsPerSecond => Rows / Took.TotalSeconds;

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{RowsPerSecond:0} rows/s ({Took.TotalSeconds:0.00} s)");
    }

    /// <summary>Runs it; null where there is no sqlite3.</summary>
    public static Timed? Run(string csv)
    {
        var folder = Directory.CreateTempSubdirectory("supplygraph-sqlite3-");
        try
        {
            var database = Path.Combine(folder.FullName, "edges.db");
            Start(database, Table);
            var started = Stopwatch.GetTimestamp();
            Start(database, ".mode csv", $".import --skip 1 \"{Path.GetFullPath(csv)}\" edges");
            var took = Stopwatch.GetElapsedTime(started);
            return new(long.Parse(Start(database, "SELECT COUNT(*) FROM edges"), CultureInfo.InvariantCulture), took);
        }
        catch (Win32Exception)
        {
            return null;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Start(string database, params string[] commands)
    {
        using var process = Process.Start(new ProcessStartInfo("sqlite3", [database, .. commands]) { RedirectStandardOutput = true })!;
        var printed = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? printed : throw new InvalidOperationException($"sqlite3 ended with {process.ExitCode}.");
    }
}
