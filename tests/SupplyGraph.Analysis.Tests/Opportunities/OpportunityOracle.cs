using System.Globalization;
using SupplyGraph.Analysis.Opportunities;
using SupplyGraph.Analysis.Tests.Oracle;
using SupplyGraph.Analysis.Tests.Stages;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Tests.Opportunities;

/// <summary>
/// Opportunities by the text of design section 5: every chain of one or two relationships that is a tie, then the best for each other entity.
/// </summary>
internal sealed class OpportunityOracle
{
    private readonly StageCase asked;
    private readonly OracleWork work;
    private readonly OraclePlaces places;
    private readonly List<(string From, string To)> memberships;
    private readonly List<OracleWalk> walks;
    private readonly List<OracleWalk> workWalks;

    public OpportunityOracle(StageCase asked)
    {
        this.asked = asked;
        work = new OracleWork(asked);
        places = new OraclePlaces(asked.Graph, new OracleComponents(asked.Graph, OracleRules.All), OracleRules.All);
        memberships = [.. asked.Graph.Pairs(RelationshipType.MemberOf)];
        walks = [.. OracleFlow.Walks(asked.Graph).Where(w => work.Counted.Contains(w.Relationship))];
        workWalks = [.. walks.Where(w => w.Along && work.Works.Any(x => x.Relationship == w.Relationship))];
    }

    public OpportunityAnswer Answer(string country, int limit) => new([.. work.Missing(country).Select(stage =>
    {
        var established = work.Works.Where(w => w.Stage == stage && OracleWork.IsEstablished(w.Relationship)).Select(w => w.Relationship).ToList();
        var companies = established.Select(r => r.Key.From).Distinct().ToList();
        var offered = companies.Select(c => Offer(c, country, established)).Where(o => o.Nearness > 0).ToList();
        var nearest = offered.OrderBy(o => -o.Nearness).ThenBy(o => o.Company, StringComparer.Ordinal).Take(limit);
        return new MissingStage(stage, companies.Count, offered.Count, [.. nearest]);
    })]);

    private Opportunity Offer(string company, string country, List<Relationship> established)
    {
        var ties = Ties(company, country)
            .OrderBy(t => -t.Tie.Strength).ThenBy(t => t.Tie.Kind).ThenBy(t => t.Cost).ThenBy(t => string.Join(' ', t.Tie.Legs.Select(l => l.Relationship.Key.Id)),
                StringComparer.Ordinal)
            .Select(t => t.Tie).DistinctBy(t => t.Other).OrderBy(t => -t.Strength).ThenBy(t => t.Other, StringComparer.Ordinal).ToList();
        var apart = ties.Aggregate(1m, (product, tie) => product * (1 - ((decimal)tie.Weight * (decimal)tie.Plausibility)));
        return new Opportunity(company, (double)Math.Round(1 - apart, 6), [.. established.Where(r => r.Key.From == company)
            .OrderBy(r => r.Id, StringComparer.Ordinal).Select(r => new Counted(r.Key, r.Status, r.Confidence))], ties);
    }

    private IEnumerable<(OpportunityTie Tie, long Cost)> Ties(string company, string country)
    {
        foreach (var at in workWalks.Where(w => w.From == company && w.To == country)) yield return Tie(TieKind.AtWork, country, 0.6, null, Leg(at));
        foreach (var to in walks.Where(w => w.From == company && w.Type is RelationshipType.Owns or RelationshipType.PartnersWith or RelationshipType.Supplies))
            foreach (var at in workWalks.Where(w => w.From == to.To && w.To == country && (to.Along || to.Type == RelationshipType.PartnersWith)))
                yield return Tie(TieKind.Affiliate, to.To, 0.4, null, Leg(to), Leg(at));
        foreach (var at in workWalks.Where(w => w.From == company && w.To != country))
            if (CommonRegion(at.To, country) is { } region)
                yield return Tie(TieKind.SameRegion, at.To, 0.2, region, Leg(at));
        if (places.Home(company) is { } home && home != country)
            foreach (var link in HomeLinks(home, country)) yield return link;
    }

    private IEnumerable<(OpportunityTie Tie, long Cost)> HomeLinks(string home, string country)
    {
        foreach (var first in walks.Where(w => w.From == home))
        {
            if (first.Type == RelationshipType.CooperatesWith && first.To == country) yield return Tie(TieKind.HomeLink, home, 0.2, null, Leg(first));
            foreach (var second in walks.Where(w => w.From == first.To && w.To == country))
                if (first.Type == RelationshipType.Connects && second.Type == RelationshipType.Connects)
                    yield return Tie(TieKind.HomeLink, home, 0.2, null, Leg(first), Leg(second));
        }
        var general = work.Counted.Where(r => r.Key.Type == RelationshipType.AppliesIn && r.Key.Component is null).ToList();
        foreach (var first in general.Where(r => r.Key.To == home))
            foreach (var second in general.Where(r => r.Key.To == country && r.Key.From == first.Key.From))
                yield return Tie(TieKind.HomeLink, home, 0.2, null, Agreed(first, home, first.Key.From), Agreed(second, first.Key.From, country));
    }

    private string? CommonRegion(string place, string country) => Smallest(country).Order(StringComparer.Ordinal).FirstOrDefault(r => LiesIn(place, r));

    private IEnumerable<string> Smallest(string country)
    {
        var regions = asked.Graph.Of(EntityKind.Region).Where(r => LiesIn(country, r)).ToList();
        return regions.Where(r => !regions.Exists(smaller => LiesIn(smaller, r)));
    }

    private bool LiesIn(string place, string region) => memberships.Any(m => m.From == place && (m.To == region || LiesIn(m.To, region)));

    private static (TieLeg Leg, int Cost) Leg(OracleWalk walk) => Leg(walk.Relationship, walk.From, walk.To, walk.Cost);

    private static (TieLeg Leg, int Cost) Agreed(Relationship r, string from, string to)
    {
        var status = r.Status switch { Status.Established => 1.0m, Status.Announced => 0.8m, _ => 0.5m };
        return Leg(r, from, to, OracleCosts.Of((decimal)r.Confidence * 0.7m * status));
    }

    private static (TieLeg Leg, int Cost) Leg(Relationship r, string from, string to, int cost) =>
        (new TieLeg(from, to, new Counted(r.Key, r.Status, r.Confidence), Shown(cost)), cost);

    private static (OpportunityTie Tie, long Cost) Tie(TieKind kind, string other, double weight, string? region, params (TieLeg Leg, int Cost)[] legs) =>
        (new OpportunityTie(kind, other, weight, Shown(legs.Sum(l => l.Cost)), region, [.. legs.Select(l => l.Leg)]), legs.Sum(l => l.Cost));

    private static double Shown(long cost) =>
        double.Parse(Math.Exp(-cost / 1_000_000.0).ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
