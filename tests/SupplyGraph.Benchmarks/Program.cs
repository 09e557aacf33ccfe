using SupplyGraph.Benchmarks;

return args switch
{
    ["routes", var folder, .. var rest] when RouteBenchmarkOptions.TryParse(folder, rest, out var options) => await RouteBenchmark.RunAsync(options),
    ["compare", .. var rest] when CompareOptions.TryParse(rest, out var options) => CompareBenchmark.Run(options),
    ["questions", var folder] => QuestionsBenchmark.Run(folder, int.MaxValue),
    ["questions", var folder, "--count", var text] when int.TryParse(text, out var count) && count > 0 => QuestionsBenchmark.Run(folder, count),
    ["load", var folder] => await LoadBenchmark.RunAsync(folder, rounds: 3),
    ["load", var folder, "--rounds", var text] when int.TryParse(text, out var rounds) && rounds > 0 => await LoadBenchmark.RunAsync(folder, rounds),
    ["neo4j", var folder] => await Neo4jBenchmark.RunAsync(folder, rounds: 3),
    ["neo4j", var folder, "--rounds", var text] when int.TryParse(text, out var rounds) && rounds > 0 => await Neo4jBenchmark.RunAsync(folder, rounds),
    ["neo4j-extract", var folder] => await Neo4jExtractBenchmark.RunAsync(folder, int.MaxValue),
    ["neo4j-extract", var folder, "--count", var text] when int.TryParse(text, out var count) && count > 0 =>
        await Neo4jExtractBenchmark.RunAsync(folder, count),
    ["store", var folder] => await StoreBenchmark.RunAsync(folder),
    ["http"] => await HttpBenchmark.RunAsync(rounds: 3),
    ["analyses"] => await AnalysesBenchmark.OnSeedAsync(),
    ["analyses", var folder] => AnalysesBenchmark.OnGenerated(folder, 40),
    ["seed"] => await SeedBenchmark.RunAsync(SeedBenchmark.DefaultFolder()),
    ["seed", var folder] => await SeedBenchmark.RunAsync(folder),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        routes DIR [--count N] [--rounds N] [--reference PATH/reference.cpp]
            Loads DIR/entities.csv and DIR/claims.csv, asks DIR/queries.tsv and compares with DIR/truth-via.tsv, or with the reference where there is one
            (DIR/reference, or built with g++ from the source given). Exit code 1 where an answer is wrong.
        compare DIR... [--peers N]
            Asks the via questions of each generated graph in turns with the reference program (built with g++ from ../shared/bench/reference.cpp),
            compares every answer, and prints a row of docs/performance.md for each; then the first N of them (50; 0 for none) in turns with PostgreSQL,
            SQLite and igraph, as far as they are installed. Exit code 1 where an answer of ours is wrong or a median is above the reference's.
        questions DIR [--count N]
            Times questions with open ends, a country as an end, two vias, a component and components=follow beside the via question of DIR/queries.tsv, and
            the via question from eight clients at once; then the via question with components=follow in turns with components=ignore, on the same graph with
            200 linked components.
        load DIR [--rounds N]
            Imports DIR/claims.csv over DIR/entities.csv, in turns with sqlite3's own import of DIR/edges.csv, watches memory, and asks questions meanwhile.
        neo4j DIR [--rounds N]
            Imports DIR/claims.csv into the Neo4j that SUPPLYGRAPH_TEST_NEO4J_URI, …_USER and …_PASSWORD name, which is emptied first, in turns with bare
            relationships; then reads the projection in turns with one MATCH … RETURN.
        neo4j-extract DIR [--count N]
            Asks DIR/queries.tsv of the graph in the Neo4j that SUPPLYGRAPH_TEST_NEO4J_URI, …_USER and …_PASSWORD name (loaded from DIR where it is empty),
            in turns with plain Cypher. Exit code 1 where an answer is wrong.
        store DIR
            Times the snapshot's building beside one SELECT of the same columns, and a commit of one claim beside the same on the seed.
        http
            Asks a server on the seed graph with wrk (a Debian package), in turns with a bare endpoint that returns a constant body of the same size.
        analyses [DIR]
            Times the analyses of the seed graph, each beside the routes that it rests on; with DIR, tiers and chokepoints of a generated graph.
        seed [DIR]
            Loads the seed graph (graph-seed) and times a first start, a restart and the questions of the README.
        """);
    return 2;
}
