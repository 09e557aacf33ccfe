using SupplyGraph.Benchmarks;

return args switch
{
    ["routes", var folder, .. var rest] when RouteBenchmarkOptions.TryParse(folder, rest, out var options) => await RouteBenchmark.RunAsync(options),
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
        seed [DIR]
            Loads the seed graph (graph-seed) and times a first start, a restart and the questions of the README.
        """);
    return 2;
}
