using System.Collections.Concurrent;
using SupplyGraph.Model;

namespace SupplyGraph.Graph;

/// <summary>
/// What is a kind of what, what goes into what, and at which stage. Works on component ordinals of its snapshot.
/// The closures are found once per component, when first asked for; each costs at most one walk over kind_of and part_of.
/// </summary>
public sealed class Taxonomy
{
    private readonly int[][] kindsAbove;
    private readonly int[][] kindsBelow;
    private readonly int[][] partOf;
    private readonly int[] nodes;
    private readonly Stage?[] stages;
    private readonly ConcurrentDictionary<int, int[]> above = new();
    private readonly ConcurrentDictionary<int, int[]> below = new();
    private readonly ConcurrentDictionary<int, ulong[]> advances = new();

    internal Taxonomy(Snapshot snapshot)
    {
        var count = snapshot.ComponentCount;
        nodes = new int[count];
        var own = new Stage?[count];
        var ordinalOf = new Dictionary<int, int>(count);
        for (var c = 0; c < count; c++)
        {
            nodes[c] = snapshot.ComponentNode(c);
            own[c] = snapshot.OwnStage(nodes[c]);
            ordinalOf[nodes[c]] = c;
        }
        kindsAbove = new int[count][];
        kindsBelow = new int[count][];
        partOf = new int[count][];
        for (var c = 0; c < count; c++)
        {
            kindsAbove[c] = Ends(snapshot, snapshot.TiesOut(nodes[c]), RelationshipType.KindOf, ordinalOf);
            kindsBelow[c] = Ends(snapshot, snapshot.TiesIn(nodes[c]), RelationshipType.KindOf, ordinalOf);
            partOf[c] = Ends(snapshot, snapshot.TiesOut(nodes[c]), RelationshipType.PartOf, ordinalOf);
        }
        stages = new Stage?[count];
        for (var c = 0; c < count; c++) stages[c] = NearestStage(c, own);
    }

    private static int[] Ends(Snapshot snapshot, NodeList<Tie> ties, RelationshipType type, Dictionary<int, int> ordinalOf)
    {
        var ends = new List<int>();
        foreach (var tie in ties)
            if (snapshot.Type(tie.Relationship) == type && !snapshot.IsRemoved(tie.Relationship) && snapshot.Exists(tie.Node))
                ends.Add(ordinalOf[tie.Node]);
        return [.. ends.Distinct()];
    }

    /// <summary>The component's stage: its own, or that of its nearest ancestor by kind_of (ties: the earlier stage); null for none.</summary>
    public Stage? StageOf(int component) => stages[component];

    /// <summary>What the component is a kind of, over any number of links; not itself.</summary>
    public IReadOnlyList<int> KindsAbove(int component) => Closure(above, kindsAbove, component);

    /// <summary>The component's kinds, over any number of links; not itself.</summary>
    public IReadOnlyList<int> KindsBelow(int component) => Closure(below, kindsBelow, component);

    /// <summary>Whether one of the two is a kind of the other.</summary>
    public bool AreKin(int a, int b) => Array.IndexOf(Closure(above, kindsAbove, a), b) >= 0 || Array.IndexOf(Closure(above, kindsAbove, b), a) >= 0;

    /// <summary>
    /// Whether one or more part_of steps lead from one component to another; before the first and after every step a component may be exchanged
    /// for one of its kinds or for what it is a kind of, never for a sibling. Nothing advances to itself.
    /// </summary>
    public bool Advances(int from, int to)
    {
        if (from == to) return false;
        var reached = advances.GetOrAdd(from, AdvancesFrom);
        return (reached[to >> 6] & (1UL << (to & 63))) != 0;
    }

    /// <summary>Whether a later leg may name <paramref name="later"/> where an earlier one names <paramref name="earlier"/>.</summary>
    public bool MayFollow(int earlier, int later) => earlier == later || Advances(earlier, later) || AreKin(earlier, later);

    private ulong[] AdvancesFrom(int component)
    {
        var reached = new ulong[(nodes.Length + 63) >> 6];
        var stepped = new HashSet<int>();
        var open = new Stack<int>();
        Step(component);
        while (open.TryPop(out var c))
        {
            Reach(c);
            foreach (var kin in KindsAbove(c)) Reach(kin);
            foreach (var kin in KindsBelow(c)) Reach(kin);
            Step(c);
        }
        return reached;

        void Step(int c)
        {
            StepOne(c);
            foreach (var kin in KindsAbove(c)) StepOne(kin);
            foreach (var kin in KindsBelow(c)) StepOne(kin);
        }

        void StepOne(int c)
        {
            foreach (var whole in partOf[c])
                if (stepped.Add(whole)) open.Push(whole);
        }

        void Reach(int c) => reached[c >> 6] |= 1UL << (c & 63);
    }

    private static int[] Closure(ConcurrentDictionary<int, int[]> known, int[][] links, int component) => known.GetOrAdd(component, static (start, links) =>
    {
        var seen = new HashSet<int> { start };
        var open = new Stack<int>([start]);
        while (open.TryPop(out var c))
            foreach (var next in links[c])
                if (seen.Add(next)) open.Push(next);
        seen.Remove(start);
        return [.. seen.Order()];
    }, links);

    private Stage? NearestStage(int component, Stage?[] own)
    {
        var level = new List<int> { component };
        var seen = new HashSet<int>(level);
        while (level.Count > 0)
        {
            var found = level.Select(c => own[c]).Where(s => s is not null).Min();
            if (found is not null) return found;
            level = [.. level.SelectMany(c => kindsAbove[c]).Where(seen.Add)];
        }
        return null;
    }
}
