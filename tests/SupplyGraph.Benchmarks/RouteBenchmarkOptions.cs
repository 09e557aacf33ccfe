using System.Globalization;

namespace SupplyGraph.Benchmarks;

/// <summary>What <c>routes</c> was asked to do.</summary>
/// <param name="Folder">Holds entities.csv, claims.csv, edges.csv and queries.tsv.</param>
/// <param name="Count">At most this many questions.</param>
/// <param name="Rounds">Timed rounds, each in turn with the reference.</param>
/// <param name="ReferenceSource">reference.cpp, to be built with g++.</param>
internal sealed record RouteBenchmarkOptions(string Folder, int Count = int.MaxValue, int Rounds = 3, string? ReferenceSource = null)
{
    public static bool TryParse(string folder, ReadOnlySpan<string> rest, out RouteBenchmarkOptions options)
    {
        options = new(folder);
        for (; rest.Length >= 2; rest = rest[2..])
        {
            if (rest[0] == "--reference") options = options with { ReferenceSource = rest[1] };
            else if (rest[0] == "--count" && IsPositive(rest[1], out var count)) options = options with { Count = count };
            else if (rest[0] == "--rounds" && IsPositive(rest[1], out var rounds)) options = options with { Rounds = rounds };
            else return false;
        }
        return rest.IsEmpty;
    }

    private static bool IsPositive(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;
}
