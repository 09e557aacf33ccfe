using SupplyGraph.Analysis.Places;
using SupplyGraph.Analysis.Routes;
using SupplyGraph.Analysis.Stages;
using SupplyGraph.Graph;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Hubs;

/// <summary>Reads what the relationships at one country say of it as a hub.</summary>
internal sealed class HubReading(Snapshot snapshot, LegFilter filter, int country, int limit)
{
    /// <summary>The hub. O(n log n) in the relationships of the country and of the regions that it belongs to.</summary>
    public Hub Read(IReadOnlyList<RegionRoute> routes)
    {
        var works = StageWork.In(snapshot, filter, country);
        var imports = Imports();
        var stages = Enum.GetValues<Stage>().Select(stage => StageOf(stage, works, imports[stage]));
        return new Hub(
            snapshot.Id(country), [.. stages], StageWork.Missing(snapshot, works), Take(Markets()), Take(Policies()), Take(Corridors()), routes);
    }

    private HubStage StageOf(Stage stage, List<StageWork> works, HubLinking imports)
    {
        var byStatus = Enum.GetValues<Status>().ToDictionary(status => status, _ => new HubLinking());
        foreach (var company in works.Where(w => w.Stage == stage).GroupBy(w => w.Company))
        {
            var links = byStatus[company.Min(w => snapshot.Status(w.Relationship))];
            foreach (var work in company) links.Add(company.Key, work.ToCounted(snapshot));
        }
        var sources = new HubImports(imports.Relationships, Take(imports), HhiOf(imports));
        return new HubStage(stage, Take(byStatus[Status.Established]), Take(byStatus[Status.Announced]), Take(byStatus[Status.Potential]), sources);
    }

    private Dictionary<Stage, HubLinking> Imports()
    {
        var byStage = Enum.GetValues<Stage>().ToDictionary(stage => stage, _ => new HubLinking());
        foreach (ref readonly var arc in snapshot.In(country))
            if (Counts(arc, RelationshipType.ExportsTo) && StageWork.OfComponent(snapshot, arc.Relationship) is { } stage)
                byStage[stage].Add(arc.Node, CountedInto(arc));
        return byStage;
    }

    private static double? HhiOf(HubLinking imports) => imports.Relationships == 0
        ? null
        : Math.Round(10_000 * imports.Counts.Sum(count => (double)count * count) / ((double)imports.Relationships * imports.Relationships), 2);

    private HubLinking Markets()
    {
        var markets = new HubLinking();
        foreach (ref readonly var arc in snapshot.Out(country))
            if (Counts(arc, RelationshipType.ExportsTo)) markets.Add(arc.Node, Counted.Of(snapshot, arc.Relationship, snapshot.Key(country, arc)));
        return markets;
    }

    private HubLinking Policies()
    {
        var policies = new HubLinking();
        foreach (var place in PlaceSet.RegionsOf(snapshot, country).Prepend(country))
            foreach (var tie in snapshot.TiesIn(place))
                if (snapshot.Type(tie.Relationship) == RelationshipType.AppliesIn && filter.Passes(tie.Relationship))
                    policies.Add(tie.Node, Counted.Of(snapshot, tie.Relationship, snapshot.Key(tie.Relationship, tie.Node, place)));
        return policies;
    }

    private HubLinking Corridors()
    {
        var corridors = new HubLinking();
        foreach (ref readonly var arc in snapshot.In(country))
            if (Counts(arc, RelationshipType.Connects)) corridors.Add(arc.Node, CountedInto(arc));
        return corridors;
    }

    private bool Counts(Arc arc, RelationshipType type) => arc.Along && snapshot.Type(arc.Relationship) == type && filter.Passes(arc.Relationship);

    private Counted CountedInto(Arc arc) => Counted.Of(snapshot, arc.Relationship, snapshot.Key(arc.Relationship, arc.Node, country));

    private HubLinks Take(HubLinking links) => links.Take(snapshot, limit);
}
