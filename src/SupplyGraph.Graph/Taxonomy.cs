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
    private readonly int[]?[] above;
    private readonly int[]?[] below;
    private readonly BitRow?[] advances;
    private readonly BitRow?[] followers;

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
        above = new int[]?[count];
        below = new int[]?[count];
        advances = new BitRow?[count];
        followers = new BitRow?[count];
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
    public int[] KindsAbove(int component) => Closure(above, kindsAbove, component);

    /// <summary>The component's kinds, over any number of links; not itself.</summary>
    public int[] KindsBelow(int component) => Closure(below, kindsBelow, component);

    /// <summary>
    /// Whether one or more part_of steps lead from one component to another; before the first and after every step a component may be exchanged
    /// for one of its kinds or for what it is a kind of, never for a sibling. Nothing advances to itself.
    /// </summary>
    public bool Advances(int from, int to) => from != to && (advances[from] ??= AdvancesFrom(from)).Holds(to);

    /// <summary>
    /// Whether a later leg may name <paramref name="later"/> where an earlier one names <paramref name="earlier"/>: the same, kin, or what it advances to.
    /// </summary>
    public bool MayFollow(int earlier, int later) => (followers[earlier] ??= FollowersOf(earlier)).Holds(later);

    /// <summary>Whether a chain of kind_of and part_of leads from a component back to itself: what a store refuses and a scenario must not assume.</summary>
    public bool LiesOnCycle(int component)
    {
        var seen = new HashSet<int>();
        var open = new Stack<int>([component]);
        while (open.TryPop(out var c))
        {
            foreach (var next in kindsAbove[c].Concat(partOf[c]))
            {
                if (next == component) return true;
                if (seen.Add(next)) open.Push(next);
            }
        }
        return false;
    }

    /// <summary>A component, what it is a kind of and its kinds.</summary>
    private int[] Exchangeable(int component) => [component, .. KindsAbove(component), .. KindsBelow(component)];

    private BitRow FollowersOf(int component)
    {
        var followers = AdvancesFrom(component);
        foreach (var kin in Exchangeable(component)) followers.Add(kin);
        return followers;
    }

    private BitRow AdvancesFrom(int component)
    {
        var reached = new BitRow(nodes.Length);
        var stepped = new HashSet<int>();
        var open = new Stack<int>();
        foreach (var kin in Exchangeable(component)) Step(kin);
        while (open.TryPop(out var c))
        {
            foreach (var kin in Exchangeable(c))
            {
                reached.Add(kin);
                Step(kin);
            }
        }
        return reached;

        void Step(int c)
        {
            foreach (var whole in partOf[c])
                if (stepped.Add(whole)) open.Push(whole);
        }
    }

    // Found when first asked for. Two threads may find the same closure at once; either result serves.
    private static int[] Closure(int[]?[] known, int[][] links, int component)
    {
        if (known[component] is { } found) return found;
        var seen = new HashSet<int> { component };
        var open = new Stack<int>([component]);
        while (open.TryPop(out var c))
            foreach (var next in links[c])
                if (seen.Add(next)) open.Push(next);
        seen.Remove(component);
        return known[component] = [.. seen.Order()];
    }

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
