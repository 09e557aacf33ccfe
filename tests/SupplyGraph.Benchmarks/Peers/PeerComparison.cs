using System.Globalization;
using SupplyGraph.Graph;

namespace SupplyGraph.Benchmarks.Peers;

/// <summary>
/// Some via questions of a generated graph, put to PostgreSQL, SQLite and igraph and in turns to us, answers compared. A peer is asked everything once before
/// it is timed, and not again what it has no answer to in time.
/// </summary>
internal sealed class PeerComparison(string folder, IReadOnlyList<WorkloadQuestion> questions, IReadOnlyDictionary<int, double[]> truth)
{
    private const int Rounds = 3;

    /// <summary>What stands above the rows.</summary>
    public const string Heading = """
        | graph | peer | its ms | ours on the same questions, ms | ours as a part of it: median | p95 | time-outs | wrong |
        |---|---|---|---|---|---|---|---|
        """;

    private readonly string graph = CompareBenchmark.NameOf(folder);

    /// <summary>A row of a Markdown table for each peer that is installed, and why the others are not in it.</summary>
    public (List<string> Rows, List<string> Missing) Run(Snapshot snapshot)
    {
        using var edges = new PeerEdges(folder);
        var (rows, missing) = (new List<string>(), new List<string>());
        foreach (var open in new Func<IPeer>[] { () => new PostgresPeer(edges), () => new SqlitePeer(edges), () => new IgraphPeer(edges) })
        {
            try
            {
                Tell($"{graph}: loading the next peer");
                using var peer = open();
                rows.Add(Compare(peer, snapshot));
            }
            catch (PeerMissingException absent)
            {
                missing.Add(absent.Message);
            }
        }
        return (rows, missing);
    }

    private string Compare(IPeer peer, Snapshot snapshot)
    {
        var answers = Ask(peer);
        var late = answers.Where(answer => answer.Weights is null).ToList();
        var inTime = questions.Zip(answers).Where(asked => asked.Second.Weights is not null).Select(asked => asked.First).ToList();
        var wrong = CountWrong(peer, answers);
        var (theirs, ours) = (new List<Figures>(), new List<Figures>());
        for (var round = 1; round <= Rounds; round++)
        {
            Tell($"{graph}: {peer.Name}, round {round} of {Rounds}");
            theirs.Add(Figures.Of(inTime.Select(peer.Ask).Concat(late).Select(answer => answer.Milliseconds)));
            ours.Add(RouteBenchmark.Ask(snapshot, questions).Figures);
        }
        var (them, us) = (Figures.Middle(theirs), Figures.Middle(ours));
        var parts = string.Create(CultureInfo.InvariantCulture, $"{us.Median / them.Median:0.000} | {us.P95 / them.P95:0.000}");
        return $"| {graph} | {peer.Name} | {them.Cell} | {us.Cell} | {parts} | {late.Count} | {wrong} of {questions.Count} |";
    }

    /// <summary>How many answers are other than they should be; each is shown.</summary>
    private int CountWrong(IPeer peer, List<PeerAnswer> answers)
    {
        var wrong = 0;
        foreach (var (question, answer) in questions.Zip(answers))
        {
            if (answer.Weights is not { } weights || RouteBenchmark.AreRight(weights, truth[question.Id])) continue;
            Tell($"{graph}: {peer.Name} answers question {question.Id} with {Text(weights)}, not {Text(truth[question.Id])}");
            wrong++;
        }
        return wrong;
    }

    private List<PeerAnswer> Ask(IPeer peer)
    {
        var answers = new List<PeerAnswer>();
        foreach (var question in questions)
        {
            if (answers.Count % 10 == 0) Tell($"{graph}: {peer.Name} has answered {answers.Count} of {questions.Count}");
            answers.Add(peer.Ask(question));
        }
        return answers;
    }

    private static string Text(IEnumerable<double> weights) =>
        string.Join(' ', weights.Select(weight => weight.ToString("0.000000", CultureInfo.InvariantCulture)));

    private static void Tell(string line) => Console.Error.WriteLine(line);
}
