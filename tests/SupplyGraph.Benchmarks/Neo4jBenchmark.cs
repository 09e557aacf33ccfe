using System.Diagnostics;
using System.Globalization;
using SupplyGraph.Loading;
using SupplyGraph.Loading.Imports;
using SupplyGraph.Storage;
using SupplyGraph.Storage.Neo4j;
using SupplyGraph.Storage.Neo4j.Transport;

namespace SupplyGraph.Benchmarks;

/// <summary>
/// Times our importer on Neo4j beside bare relationships in batches of 10,000, and the projection beside one MATCH … RETURN, each through the same transport, in
/// turns. The database that SUPPLYGRAPH_TEST_NEO4J_URI, …_USER and …_PASSWORD name is emptied first.
/// </summary>
internal static class Neo4jBenchmark
{
    /// <summary>Runs it and prints what it finds.</summary>
    public static async Task<int> RunAsync(string folder, int rounds)
    {
        var copies = Directory.CreateTempSubdirectory("supplygraph-copies-");
        await using var plain = CypherTransport.Open(Options(null));
        var (loads, bare) = (new List<double>(), new List<double>());
        for (var round = 1; round <= rounds; round++)
        {
            await Neo4jBareGraph.EmptyAsync(plain);
            await using var store = new Neo4jGraphStore(Options(null));
            await store.OpenAsync(CancellationToken.None);
            await ImportAsync(store, "entities", Path.Combine(folder, "entities.csv"), FileContent.Entities);
            bare.Add(await Neo4jBareGraph.CreateAsync(plain, Path.Combine(folder, "claims.csv")));
            loads.Add(await ImportAsync(store, "claims", Path.Combine(folder, "claims.csv"), FileContent.Claims));
            Print($"round {round}: load {loads[^1]:0} rows/s; bare relationships {bare[^1]:0} rows/s; ratio {loads[^1] / bare[^1]:0.00}");
        }
        Print($"load, middle of {rounds}: {Figures.Middle(loads):0} rows/s; bare {Figures.Middle(bare):0} rows/s; ratio {Figures.Middle(loads) / Figures.Middle(bare):0.00}");
        await ProjectAsync(plain, copies.FullName, rounds);
        copies.Delete(recursive: true);
        return 0;
    }

    private static async Task ProjectAsync(ICypherTransport plain, string copies, int rounds)
    {
        var (pages, one, copied) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 1; round <= rounds; round++)
        {
            foreach (var file in Directory.EnumerateFiles(copies)) File.Delete(file);
            one.Add(await Neo4jBareGraph.ReadAsync(plain));
            pages.Add(await OpenAsync(copies));
            copied.Add(await OpenAsync(copies));
            Print($"round {round}: projection {pages[^1]:0} relationships/s; one MATCH … RETURN {one[^1]:0}; from the stored copy {copied[^1]:0}");
        }
        Print($"projection, middle of {rounds}: {Figures.Middle(pages):0} relationships/s; one MATCH … RETURN {Figures.Middle(one):0}; ratio {Figures.Middle(pages) / Figures.Middle(one):0.00}");
        Print($"from the stored copy, middle of {rounds}: {Figures.Middle(copied):0} relationships/s");
    }

    /// <summary>From nothing to the first view. Relationships per second, the entities' time included.</summary>
    private static async Task<double> OpenAsync(string copies)
    {
        await using var store = new Neo4jGraphStore(Options(copies));
        var started = Stopwatch.GetTimestamp();
        await store.OpenAsync(CancellationToken.None);
        var view = await store.GetViewAsync(CancellationToken.None);
        return view.Snapshot.RelationshipCount / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>From the opened file to the answer that readers see it. Rows per second.</summary>
    private static async Task<double> ImportAsync(IGraphStore store, string id, string path, FileContent what)
    {
        var started = Stopwatch.GetTimestamp();
        await using var body = File.OpenRead(path);
        var report = await new Importer(store).RunAsync(id, new() { What = what }, body, rejects: null, new(), CancellationToken.None);
        if (report.Outcome != ImportOutcome.Succeeded) throw new InvalidDataException($"{path}: {report.Errors[0]}");
        return report.Rows.Read / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static Neo4jStoreOptions Options(string? copies) => new()
    {
        Uri = new Uri(Setting("URI") ?? throw new InvalidOperationException("Set SUPPLYGRAPH_TEST_NEO4J_URI, …_USER and …_PASSWORD.")),
        User = Setting("USER") ?? "neo4j",
        Password = Setting("PASSWORD") ?? "",
        CopyFolder = copies,
    };

    private static string? Setting(string name) => Environment.GetEnvironmentVariable("SUPPLYGRAPH_TEST_NEO4J_" + name);

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
