using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Tests.Oracle;

/// <summary>What the taxonomy says of components: kinds, advances, stages. Read from all relationships whatever the filters.</summary>
internal sealed class OracleComponents
{
    private readonly OracleGraph graph;
    private readonly OracleRules rules;
    private readonly ILookup<string, string> parents;
    private readonly ILookup<string, string> children;
    private readonly ILookup<string, string> wholes;
    private readonly Dictionary<string, HashSet<string>> kinds;
    private readonly Dictionary<string, HashSet<string>> advances;
    private readonly Dictionary<string, Stage?> stages;

    public OracleComponents(OracleGraph graph, OracleRules rules)
    {
        this.graph = graph;
        this.rules = rules;
        parents = graph.Pairs(RelationshipType.KindOf).ToLookup(p => p.From, p => p.To);
        children = graph.Pairs(RelationshipType.KindOf).ToLookup(p => p.To, p => p.From);
        wholes = graph.Pairs(RelationshipType.PartOf).ToLookup(p => p.From, p => p.To);
        kinds = graph.Of(EntityKind.Component).ToDictionary(c => c, c => Closure(c, children));
        advances = kinds.Keys.ToDictionary(c => c, AdvancesOf);
        stages = kinds.Keys.ToDictionary(c => c, NearestStage);
    }

    /// <summary>All kinds of a component, over any number of links, without itself.</summary>
    public HashSet<string> KindsOf(string component) => kinds[component];

    /// <summary>Whether one is a kind of the other.</summary>
    public bool AreKinds(string a, string b) => KindsOf(a).Contains(b) || KindsOf(b).Contains(a);

    public bool Advances(string from, string to) => advances[from].Contains(to);

    /// <summary>Whether a later leg may carry <paramref name="later"/> where an earlier one carries <paramref name="earlier"/>.</summary>
    public bool InOrder(string earlier, string later) => earlier == later || AreKinds(earlier, later) || Advances(earlier, later);

    /// <summary>Its own stage, or that of its nearest ancestor by kind_of (ties: the earlier stage).</summary>
    public Stage? StageOf(string component) => stages[component];

    private Stage? NearestStage(string component)
    {
        HashSet<string> level = [component];
        while (level.Count > 0)
        {
            var stated = graph.Entities.Where(e => level.Contains(e.Id) && e.Stage is not null).Select(e => e.Stage).Order().ToList();
            if (stated.Count > 0) return stated[0];
            if (!rules.On(OracleRule.InheritedStages)) return null;
            level = [.. level.SelectMany(c => parents[c])];
        }
        return null;
    }

    // Exchange, then as often as may be: one part_of step and exchange again.
    private HashSet<string> AdvancesOf(string component)
    {
        var reached = new HashSet<string>();
        var open = new Queue<string>(Exchanges(component));
        while (open.TryDequeue(out var here))
            foreach (var next in wholes[here].SelectMany(Exchanges).Where(reached.Add))
                open.Enqueue(next);
        reached.Remove(component);
        return reached;
    }

    private HashSet<string> Exchanges(string component) => rules.On(OracleRule.ExchangeOfKinds)
        ? [component, .. KindsOf(component), .. Closure(component, parents)]
        : [component];

    private static HashSet<string> Closure(string component, ILookup<string, string> links) =>
        [.. links[component], .. links[component].SelectMany(c => Closure(c, links))];
}
