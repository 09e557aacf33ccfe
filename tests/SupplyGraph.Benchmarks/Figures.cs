using System.Globalization;

namespace SupplyGraph.Benchmarks;

/// <summary>What a round took per question, in milliseconds; places are counted as the reference counts them.</summary>
internal sealed record Figures(double Median, double P95, double Max)
{
    public static Figures Of(IEnumerable<double> milliseconds)
    {
        double[] sorted = [.. milliseconds.Order()];
        return new(sorted[sorted.Length / 2], sorted[(int)(sorted.Length * 0.95)], sorted[^1]);
    }

    /// <summary>The figures in a cell of a table.</summary>
    public string Cell => string.Create(CultureInfo.InvariantCulture, $"{Median:0.00} / {P95:0.0} / {Max:0.0}");

    /// <summary>The middle of several rounds, figure by figure.</summary>
    public static Figures Middle(IReadOnlyList<Figures> rounds) => new(Middle(rounds, r => r.Median), Middle(rounds, r => r.P95), Middle(rounds, r => r.Max));

    /// <summary>The middle of several figures.</summary>
    public static double Middle(IReadOnlyCollection<double> figures) => figures.Order().ElementAt(figures.Count / 2);

    private static double Middle(IReadOnlyList<Figures> rounds, Func<Figures, double> figure) => Middle([.. rounds.Select(figure)]);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"median {Median:0.000} ms, p95 {P95:0.000} ms, max {Max:0.000} ms");
}
