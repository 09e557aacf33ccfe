using SupplyGraph.Model;
using SupplyGraph.Storage.Changes;
using SupplyGraph.Storage.Neo4j.Reads;

namespace SupplyGraph.Storage.Neo4j.Writes;

/// <summary>The sections that write the change feed: runs of at most <see cref="GraphReads.ChangesOfRun"/> entries, each a node with the ids in order.</summary>
internal sealed class FeedSections(WriteSections sections, long version)
{
    // Readers rely on it.
    private const int Length = GraphReads.ChangesOfRun;

    private readonly List<Dictionary<string, object?>> blocks = [];
    private readonly List<Dictionary<string, object?>> places = [];

    /// <summary>Tells what a load creates, before it is known at which places of the feed that will stand.</summary>
    /// <param name="n">The number of the first; those of the others follow.</param>
    public void Stage(ChangedThing what, long n, IEnumerable<string> ids) => blocks.AddRange(
        ids.Chunk(Length).Select((some, i) => Block(what, ChangeAction.Created, some, ("n", n + (i * Length)))));

    /// <summary>Gives the staged runs of a sort their places.</summary>
    /// <param name="run">A run that holds them.</param>
    /// <param name="staged">The number of the first thing of each.</param>
    public void Place(ChangeRun run, IEnumerable<long> staged) => places.AddRange(
        staged.Where(n => n >= run.N && n < run.N + run.Count).Select(n => new Dictionary<string, object?>
        {
            ["version"] = version,
            ["what"] = Term.Of(run.What),
            ["n"] = n,
            ["first"] = run.First + n - run.N,
        }));

    /// <summary>Tells changes of one sort, which follow each other in the feed.</summary>
    public void Tell(IReadOnlyList<ChangeRun> runs, Func<long, string> id)
    {
        var (sort, first) = (runs[0], runs[0].First);
        foreach (var some in runs.SelectMany(run => Enumerable.Range(0, (int)run.Count).Select(i => id(run.N + i))).Chunk(Length))
        {
            blocks.Add(Block(sort.What, sort.Action, some, ("first", first)));
            first += some.Length;
        }
    }

    /// <summary>Adds the sections.</summary>
    public void Write()
    {
        sections.Add("CREATE (b:SupplyGraphChanges) SET b = x", blocks);
        sections.Add(
            "MATCH (b:SupplyGraphChanges {version: x.version}) WHERE b.what = x.what AND b.action = 'created' AND b.n = x.n SET b.first = x.first", places);
    }

    private Dictionary<string, object?> Block(ChangedThing what, ChangeAction action, string[] ids, (string Name, long Value) place) => new()
    {
        ["version"] = version,
        ["count"] = (long)ids.Length,
        ["what"] = Term.Of(what),
        ["action"] = Term.Of(action),
        ["ids"] = ids,
        [place.Name] = place.Value,
    };
}
