using System.Text.RegularExpressions;

namespace SupplyGraph.Benchmarks.Peers;

/// <summary>PostgreSQL on a server of its own, asked through one session of psql that reports how long each statement took.</summary>
internal sealed partial class PostgresPeer : IPeer
{
    private const string End = "end of answer", Cancelled = "57014", Fine = "00000";

    private readonly PostgresServer server = new();
    private readonly PeerProcess session;

    public PostgresPeer(PeerEdges edges)
    {
        session = server.Session();
        try
        {
            Load(edges);
            Name = $"PostgreSQL {Say("SHOW server_version;")[0].Split(' ')[0]}";
            Say("\\timing on");
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public string Name { get; }

    public PeerAnswer Ask(WorkloadQuestion question)
    {
        var (from, to, via, limit, hops) = (question.From, question.To, question.Via, question.Limit, question.MaxHops);
        var lines = Say(FormattableString.Invariant($"EXECUTE via ({from}, {to}, {via}, {limit}, {hops});"), out var late);
        var milliseconds = PeerEdges.Weight(TimeLine().Match(lines[^1]).Groups[1].Value);
        return new(milliseconds, late ? null : lines[..^1].ConvertAll(PeerEdges.Weight));
    }

    private void Load(PeerEdges edges)
    {
        Say("CREATE TABLE after (src integer NOT NULL, dst integer NOT NULL, w double precision NOT NULL);");
        Say($"\\copy after FROM '{edges.Path}'");
        Say("CREATE TABLE before AS SELECT dst, src, w FROM after ORDER BY dst, src;");
        Say("CREATE UNIQUE INDEX ON after (src, dst) INCLUDE (w);");
        Say("CREATE UNIQUE INDEX ON before (dst, src) INCLUDE (w);");
        // Vacuumed, so that an index is read alone.
        Say("VACUUM ANALYZE;");
        Say($"PREPARE via (integer, integer, integer, integer, integer) AS {Numbered(PeerResource.Read("via.sql"))};");
        Say($"SET statement_timeout = '{IPeer.TimeOut.TotalMilliseconds:0} ms';");
    }

    private List<string> Say(string statement) => Say(statement, out _);

    /// <summary>What the session prints for a statement, line by line.</summary>
    private List<string> Say(string statement, out bool late)
    {
        session.Tell(statement);
        session.Tell($"\\echo {End} :SQLSTATE");
        var lines = new List<string>();
        var line = session.Hear();
        for (; !line.StartsWith(End, StringComparison.Ordinal); line = session.Hear())
            if (line.Length > 0) lines.Add(line);
        var state = line[(End.Length + 1)..];
        late = state == Cancelled;
        return late || state == Fine ? lines : throw new InvalidOperationException($"PostgreSQL says {state} to {statement}");
    }

    // psql's own variables look like the parameters of the text: they are numbered instead.
    private static string Numbered(string text)
    {
        string[] parameters = [":from", ":to", ":via", ":limit", ":hops"];
        return Parameter().Replace(text, found => $"${Array.IndexOf(parameters, found.Value) + 1}");
    }

    [GeneratedRegex(@"^Time: ([\d.]+) ms")]
    private static partial Regex TimeLine();

    [GeneratedRegex(@":[a-z]+\b")]
    private static partial Regex Parameter();

    public void Dispose()
    {
        session.Dispose();
        server.Dispose();
    }
}
