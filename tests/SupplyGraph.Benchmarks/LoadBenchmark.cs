using System.Diagnostics;
using System.Globalization;
using SupplyGraph.Loading;
using SupplyGraph.Loading.Imports;
using SupplyGraph.Loading.Seed;
using SupplyGraph.Storage;

namespace SupplyGraph.Benchmarks;

/// <summary>
/// Times the import of a generated graph's claims in turns with what sqlite3's <c>.import</c> takes for the same edges, and watches memory and readers
/// meanwhile.
/// </summary>
internal static class LoadBenchmark
{
    /// <summary>Runs it and prints what it finds.</summary>
    public static async Task<int> RunAsync(string folder, int rounds)
    {
        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var round = 1; round <= rounds; round++)
        {
            var sqlite = SqliteImport.Run(Path.Combine(folder, "edges.csv"));
            if (sqlite is { } timed) theirs.Add(timed.RowsPerSecond);
            ours.Add(await LoadAsync(folder, round));
            Print($"round {round}: {ours[^1]:0} rows/s; sqlite3 .import: {sqlite?.ToString() ?? "there is no sqlite3 here"}");
        }
        Print($"middle of {rounds}: {Figures.Middle(ours):0} rows/s, {1e6 / Figures.Middle(ours):0.0} µs a row");
        if (theirs.Count > 0) Print($"sqlite3 .import: {Figures.Middle(theirs):0} rows/s; ratio {Figures.Middle(ours) / Figures.Middle(theirs):0.00}");
        await ReadMeanwhileAsync(folder);
        return 0;
    }

    /// <summary>One import into a store that holds the entities; from the opened file to the answer that readers see it. Rows per second.</summary>
    private static async Task<double> LoadAsync(string folder, int round)
    {
        using var temporary = new TemporaryStore();
        await using var store = await temporary.OpenAsync();
        var (_, entities) = await ImportAsync(store, "entities", Path.Combine(folder, "entities.csv"), FileContent.Entities);
        await store.GetViewAsync(CancellationToken.None);
        using var memory = MemoryWatch.Start();
        var (rows, took) = await ImportAsync(store, "claims", Path.Combine(folder, "claims.csv"), FileContent.Claims);
        var view = await store.GetViewAsync(CancellationToken.None);
        Print($"round {round}: {rows} claims, {view.Snapshot.RelationshipCount} relationships in {took.TotalSeconds:0.00} s");
        Print($"round {round}: entities before in {entities.TotalSeconds:0.00} s");
        Print($"round {round}: {memory.Stop()}; file {temporary.FileBytes / 1e6:0} MB");
        GC.KeepAlive(view);
        return rows / took.TotalSeconds;
    }

    private static async Task ReadMeanwhileAsync(string folder)
    {
        using var temporary = new TemporaryStore();
        await using var store = await temporary.OpenAsync();
        await SeedGraph.LoadAsync(store, SeedBenchmark.DefaultFolder(), CancellationToken.None);
        await ImportAsync(store, "entities", Path.Combine(folder, "entities.csv"), FileContent.Entities);
        var before = await Reader.AskAsync(store, Task.Delay(TimeSpan.FromSeconds(5)));
        var load = ImportAsync(store, "claims", Path.Combine(folder, "claims.csv"), FileContent.Claims);
        var meanwhile = await Reader.AskAsync(store, load);
        var (rows, took) = await load;
        Print($"one reader, nothing else: {before}");
        Print($"one reader during a load of {rows} claims ({rows / took.TotalSeconds:0} rows/s): {meanwhile}");
    }

    private static async Task<(long Rows, TimeSpan Took)> ImportAsync(IGraphStore store, string id, string path, FileContent what)
    {
        var started = Stopwatch.GetTimestamp();
        await using var body = File.OpenRead(path);
        var report = await new Importer(store).RunAsync(id, new() { What = what }, body, rejects: null, new(), CancellationToken.None);
        var took = Stopwatch.GetElapsedTime(started);
        if (report.Outcome != ImportOutcome.Succeeded) throw new InvalidDataException($"{path}: {report.Errors[0]}");
        return (report.Rows.Read, took);
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
