using System.Diagnostics;
using System.Globalization;
using SupplyGraph.Analysis.Routes;
using SupplyGraph.Storage;
using SupplyGraph.Storage.Neo4j;
using SupplyGraph.Storage.Neo4j.Transport;

namespace SupplyGraph.Benchmarks;

/// <summary>
/// Times the questions of a generated graph that lies in Neo4j alone: by frontier expansion and our search, in turns with the Cypher that a Neo4j user would
/// write for the same question, through the same transport.
/// </summary>
internal static class Neo4jExtractBenchmark
{
    private static readonly TimeSpan PlainTimeout = TimeSpan.FromSeconds(30);

    /// <summary>Runs it on the server that the environment names and prints what it finds. Exit code 1 where an answer is wrong.</summary>
    public static async Task<int> RunAsync(string folder, int count)
    {
        var options = new Neo4jStoreOptions
        {
            Uri = new Uri(Setting("URI")),
            User = Setting("USER"),
            Password = Setting("PASSWORD"),
            MaxProjectedRelationships = 0,
        };
        await using var transport = new CountingTransport(CypherTransport.Open(options));
        await Neo4jGeneratedGraph.LoadAsync(transport, folder);
        var started = Stopwatch.GetTimestamp();
        await using var store = new Neo4jGraphStore(options, transport);
        await store.OpenAsync(CancellationToken.None);
        var view = await store.GetViewAsync(CancellationToken.None);
        if (view.IsWhole) throw new InvalidOperationException("The graph is in memory.");
        Print($"skeleton of {view.Snapshot.NodeCount} entities in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.00} s");
        var questions = Workload.Questions(folder, count);
        var warm = questions.Take(20).ToList();
        foreach (var question in warm) await OursAsync(store, view, question);
        var (ours, theirs, parts) = (new List<double>(), new List<double>(), new List<int>());
        var (statements, waiting) = (new List<int>(), new List<double>());
        var (wrong, timedOut) = (0, 0);
        var truth = Workload.Truth(folder);
        foreach (var question in questions)
        {
            transport.Reset();
            var (answer, relationships, took) = await OursAsync(store, view, question);
            ours.Add(took);
            statements.Add(transport.Statements);
            waiting.Add(transport.Took.TotalMilliseconds);
            parts.Add(relationships);
            if (truth is not null && !RouteBenchmark.IsRight(answer, truth[question.Id])) wrong++;
            if (await PlainAsync(transport, question) is { } plain) theirs.Add(plain);
            else timedOut++;
        }
        theirs.AddRange(Enumerable.Repeat(PlainTimeout.TotalMilliseconds, timedOut));
        var (us, them) = (Figures.Of(ours), Figures.Of(theirs));
        Print($"{questions.Count} questions, extract and search: {us}");
        Print($"relationships of an extract: median {parts.Order().ElementAt(parts.Count / 2)}, most {parts.Max()}");
        Print($"statements of a question: {statements.Average():0.0}, most {statements.Max()}; the server's part: {Figures.Of(waiting)}");
        Print($"plain Cypher: {them}; {timedOut} of {questions.Count} ended by {PlainTimeout.TotalSeconds:0} s");
        Print($"ratio of medians {them.Median / us.Median:0}, of p95 {them.P95 / us.P95:0}, of sums {theirs.Sum() / ours.Sum():0}");
        Print($"{(truth is null ? "nothing to compare with" : $"{wrong} wrong answers of {questions.Count}")}");
        return wrong == 0 ? 0 : 1;
    }

    private static async Task<(RouteAnswer Answer, int Relationships, double Milliseconds)> OursAsync(
        Neo4jGraphStore store, GraphView view, WorkloadQuestion asked)
    {
        var started = Stopwatch.GetTimestamp();
        var question = RouteBenchmark.InOurWords(asked);
        using var reach = new RouteReach(view.Snapshot, question);
        var wanted = new Extent
        {
            Graph = view.Snapshot,
            Starts = reach.Starts,
            Ends = reach.Ends,
            Vias = reach.Vias,
            MayPass = reach.MayPass,
            MaxLegs = question.MaxHops,
            Types = question.Types,
            AsOf = question.AsOf,
        };
        var extent = await store.GetExtentAsync(view, wanted, CancellationToken.None)
            ?? throw new InvalidOperationException("Somebody else changes the graph.");
        var answer = RouteSearch.FindRoutes(extent.Snapshot, question, Budget.Default, CancellationToken.None);
        return (answer, extent.Snapshot.RelationshipCount - view.Snapshot.RelationshipCount, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    // The two halves meet at the via, no place comes twice, the weight is what our plausibility is.
    private const string Plain = """
        MATCH (s:Entity {id: $from}) MATCH (v:Entity {id: $via}) MATCH (t:Entity {id: $to})
        MATCH p = (s)-[:SUPPLIES*1..5]->(v)
        MATCH q = (v)-[:SUPPLIES*1..5]->(t)
        WHERE length(p) + length(q) <= $maxHops AND none(stop IN tail(nodes(q)) WHERE stop IN nodes(p))
        RETURN [stop IN nodes(p) + tail(nodes(q)) | stop.id] AS stops,
            reduce(weight = 0.0, leg IN relationships(p) + relationships(q) | weight - log(leg.confidence)) AS weight
        ORDER BY weight LIMIT $limit
        """;

    /// <summary>Null where it took too long.</summary>
    private static async Task<double?> PlainAsync(CountingTransport transport, WorkloadQuestion asked)
    {
        var statement = new CypherStatement(Plain)
        {
            Parameters = new Dictionary<string, object?>
            {
                ["from"] = $"c{asked.From}",
                ["via"] = $"c{asked.Via}",
                ["to"] = $"c{asked.To}",
                ["maxHops"] = asked.MaxHops,
                ["limit"] = asked.Limit,
            },
            Timeout = PlainTimeout,
        };
        var started = Stopwatch.GetTimestamp();
        using var limit = new CancellationTokenSource(PlainTimeout);
        try
        {
            await transport.RunAsync(statement, limit.Token);
            return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }
        catch (Exception e) when (e is OperationCanceledException or GraphUnavailableException or CypherException)
        {
            return null;
        }
    }

    private static string Setting(string name) => Environment.GetEnvironmentVariable("SUPPLYGRAPH_TEST_NEO4J_" + name)
        ?? throw new InvalidOperationException($"SUPPLYGRAPH_TEST_NEO4J_{name} is not set: see ../shared/neo4j/start.");

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
