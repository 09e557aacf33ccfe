using System.Globalization;

namespace SupplyGraph.Benchmarks.Peers;

/// <summary>
/// What every peer is loaded with: a file with a line `from, to, weight` for each pair of companies, of parallel edges the surest, in the order of from and to.
/// </summary>
internal sealed class PeerEdges : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("supplygraph-peers-");

    /// <summary>Reads DIR/edges.csv.</summary>
    public PeerEdges(string source)
    {
        var least = new Dictionary<(int From, int To), string>();
        foreach (var fields in GeneratedSnapshot.Rows(source, "edges.csv"))
        {
            var pair = (Whole(fields[1]), Whole(fields[2]));
            if (!least.TryGetValue(pair, out var known) || Weight(fields[6]) < Weight(known)) least[pair] = fields[6];
        }
        File.WriteAllLines(Path, least.OrderBy(edge => edge.Key).Select(edge => FormattableString.Invariant($"{edge.Key.From}\t{edge.Key.To}\t{edge.Value}")));
    }

    /// <summary>Where the file is.</summary>
    public string Path => System.IO.Path.Combine(folder.FullName, "edges.tsv");

    /// <summary>The edges one by one.</summary>
    public IEnumerable<(int From, int To, double Weight)> Read() =>
        File.ReadLines(Path).Select(line => line.Split('\t')).Select(fields => (Whole(fields[0]), Whole(fields[1]), Weight(fields[2])));

    /// <summary>A number as a peer and the generator write it.</summary>
    public static double Weight(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    public void Dispose() => folder.Delete(recursive: true);
}
