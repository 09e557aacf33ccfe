namespace SupplyGraph.Analysis.Tests.Oracle;

/// <summary>Words for drawing lots.</summary>
internal static class RandomChoice
{
    public static T One<T>(this Random random, IReadOnlyList<T> values) => values[random.Next(values.Count)];

    public static bool Chance(this Random random, double chance) => random.NextDouble() < chance;

    public static int Within(this Random random, (int Least, int Most) range) => random.Next(range.Least, range.Most + 1);
}
