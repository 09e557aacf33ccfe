using System.Globalization;

namespace SupplyGraph.Benchmarks.Peers;

/// <summary>igraph, driven from Python by igraph_via.py.</summary>
internal sealed class IgraphPeer : IPeer
{
    private const string Late = "late";

    private readonly DirectoryInfo folder;
    private readonly PeerProcess python;

    public IgraphPeer(PeerEdges edges)
    {
        var interpreter = Interpreters().FirstOrDefault(path => PeerProcess.Run(path, "-c", "import igraph") is not null)
            ?? throw new PeerMissingException("igraph", "no python3 can import igraph", "python3-igraph");
        folder = Directory.CreateTempSubdirectory("supplygraph-igraph-");
        var script = Path.Combine(folder.FullName, "igraph_via.py");
        File.WriteAllText(script, PeerResource.Read("igraph_via.py"));
        python = new(interpreter, script, edges.Path, IPeer.TimeOut.TotalSeconds.ToString(CultureInfo.InvariantCulture));
        Name = $"igraph {python.Hear()} from Python";
    }

    public string Name { get; }

    public PeerAnswer Ask(WorkloadQuestion question)
    {
        python.Tell(FormattableString.Invariant($"{question.From} {question.To} {question.Via} {question.Limit} {question.MaxHops}"));
        var fields = python.Hear().Split('\t');
        return new(PeerEdges.Weight(fields[0]), fields is [_, Late] ? null : Array.ConvertAll(fields[1..], PeerEdges.Weight));
    }

    // Debian's package is the system's python3's, which need not be the first on the path.
    private static IEnumerable<string> Interpreters() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Prepend("/usr/bin").Select(folder => Path.Combine(folder, "python3"));

    public void Dispose()
    {
        python.Dispose();
        folder.Delete(recursive: true);
    }
}
