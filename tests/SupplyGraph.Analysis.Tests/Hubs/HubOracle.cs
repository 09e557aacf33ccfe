using SupplyGraph.Analysis.Hubs;
using SupplyGraph.Analysis.Tests.Oracle;
using SupplyGraph.Analysis.Tests.Stages;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Tests.Hubs;

/// <summary>A country as a hub by the text of design section 5, each part by looking at every relationship.</summary>
internal sealed class HubOracle(StageCase asked, int limit)
{
    private readonly OracleWork work = new(asked);
    private readonly List<(string From, string To)> memberships = [.. asked.Graph.Pairs(RelationshipType.MemberOf)];

    public Hub Read(string country)
    {
        var into = work.Counted.Where(r => r.Key.To == country).ToList();
        var outOf = work.Counted.Where(r => r.Key.From == country && r.Key.Type == RelationshipType.ExportsTo);
        var stages = Enum.GetValues<Stage>().Select(stage => new HubStage(
            stage, AtWork(country, stage, Status.Established), AtWork(country, stage, Status.Announced), AtWork(country, stage, Status.Potential),
            Imports([.. into.Where(r => r.Key.Type == RelationshipType.ExportsTo && work.HasStage(r.Key, stage))])));
        var policies = work.Counted.Where(r => r.Key.Type == RelationshipType.AppliesIn && (r.Key.To == country || LiesIn(country, r.Key.To)));
        return new Hub(
            country, [.. stages], [.. work.Missing(country)], Links(outOf, r => r.Key.To), Links(policies, r => r.Key.From),
            Links(into.Where(r => r.Key.Type == RelationshipType.Connects), r => r.Key.From), [.. Routes(country)]);
    }

    private HubLinks AtWork(string country, Stage stage, Status status)
    {
        var here = work.Works.Where(w => w.Stage == stage && w.Relationship.Key.To == country).Select(w => w.Relationship).ToList();
        return Links(here.Where(r => here.Where(other => other.Key.From == r.Key.From).Min(other => other.Status) == status), r => r.Key.From);
    }

    private HubImports Imports(List<Relationship> imports)
    {
        var percents = imports.Select(r => r.Key.From).Distinct().Select(source => 100m * imports.Count(r => r.Key.From == source) / imports.Count);
        return new HubImports(imports.Count, Links(imports, r => r.Key.From), imports.Count == 0 ? null : (double)Math.Round(percents.Sum(p => p * p), 2));
    }

    private HubLinks Links(IEnumerable<Relationship> relationships, Func<Relationship, string> end)
    {
        var all = relationships.ToList();
        var ends = all.Select(end).Distinct().OrderBy(e => -all.Count(r => end(r) == e)).ThenBy(e => e, StringComparer.Ordinal).ToList();
        return new HubLinks(ends.Count, [.. ends.Take(limit).Select(e => new HubLink(e, [.. all.Where(r => end(r) == e).OrderBy(r => r.Id, StringComparer.Ordinal)
            .Select(r => new Counted(r.Key, r.Status, r.Confidence))]))]);
    }

    private IEnumerable<RegionRoute> Routes(string country)
    {
        foreach (var region in asked.Graph.Of(EntityKind.Region).Order(StringComparer.Ordinal))
        {
            var routes = RouteOracle.Answer(asked.Graph, asked.Unasked with { Via = [country], To = [region], Limit = 1 });
            yield return new RegionRoute(region, routes.Count > 0 ? routes[0] : null, StoppedBy: null);
        }
    }

    private bool LiesIn(string place, string region) => memberships.Any(m => m.From == place && (m.To == region || LiesIn(m.To, region)));
}
