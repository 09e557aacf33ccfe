using SupplyGraph.Analysis.Routes;

namespace SupplyGraph.Analysis.Tests.Oracle;

/// <summary>One seeded graph and question.</summary>
public sealed record RandomCase(Focus Focus, int Seed, OracleGraph Graph, RouteQuestion Question)
{
    public static RandomCase Create(Focus focus, int seed)
    {
        var random = new Random(seed);
        var graph = RandomGraphs.Create(focus, random);
        return new RandomCase(focus, seed, graph, RandomQuestions.Create(focus, graph, random));
    }

    public static IEnumerable<RandomCase> Many(Focus focus, int count) => Enumerable.Range(1, count).Select(seed => Create(focus, seed));

    public override string ToString() => $"{Focus.Name}, seed {Seed}\n{CaseText.Of(Graph)}\n\n{CaseText.Of(Question)}";
}
