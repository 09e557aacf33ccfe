using SupplyGraph.Analysis.Places;
using SupplyGraph.Analysis.Routes;
using SupplyGraph.Analysis.Stages;
using SupplyGraph.Graph;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Opportunities;

/// <summary>
/// Finds what ties companies to one country. A tie's route is made of the relationships that make it a tie: the company's work (<see cref="StageWork"/>), or
/// its owns, partners_with or supplies with a company and that company's work, or what links its home; each step takes its best leg.
/// </summary>
/// <remarks>
/// Work of every status ties, an announced plant by less than one that runs: the status is part of the leg's plausibility. An owner is the from end of owns; a
/// company that is owned by one at work there has no tie by that. The same region is one of the country's smallest: a region that has a smaller one of the
/// country's in it (Asia, where the country lies in South Asia) says nothing of nearness, and is left out. Other countries belong to a region directly or
/// through its regions.
/// </remarks>
internal sealed class TieFinding
{
    private readonly Snapshot snapshot;
    private readonly LegFilter filter;
    private readonly int country;
    private readonly Dictionary<int, TieStep> workThere = [];
    private readonly Dictionary<int, string> neighbours = [];
    private readonly HomeLinks homeLinks;

    public TieFinding(Snapshot snapshot, LegFilter filter, int country, IEnumerable<StageWork> worksThere)
    {
        (this.snapshot, this.filter, this.country) = (snapshot, filter, country);
        foreach (var work in worksThere) TieStep.Offer(workThere, work.Company, TieStep.Of(snapshot, work));
        foreach (var region in SmallestRegions().OrderBy(snapshot.Id, StringComparer.Ordinal))
            foreach (var member in PlaceSet.Of(snapshot, region))
                if (member != country && snapshot.Kind(member) == EntityKind.Country) neighbours.TryAdd(member, snapshot.Id(region));
        homeLinks = new HomeLinks(snapshot, filter, country);
    }

    /// <summary>The ties of a company, the best through each other entity, strongest first. O(relationships of the company).</summary>
    public IReadOnlyList<OpportunityTie> Of(int company) =>
    [
        .. AtWork(company).Concat(Affiliates(company)).Concat(InRegion(company)).Concat(homeLinks.From(snapshot.Home(company)))
            .OrderByDescending(tie => tie.Strength).ThenBy(tie => tie.Kind).DistinctBy(tie => tie.Other)
            .OrderByDescending(tie => tie.Strength).ThenBy(tie => tie.Other, StringComparer.Ordinal),
    ];

    /// <summary>A tie over some steps.</summary>
    public static OpportunityTie Tie(Snapshot snapshot, TieKind kind, int other, IReadOnlyList<TieStep> steps, string? region = null) => new(
        kind, snapshot.Id(other), TieWeight.Of(kind), Plausibility.FromCost(steps.Sum(step => (long)step.Cost)), region,
        [.. steps.Select(step => step.ToLeg(snapshot))]);

    private IEnumerable<OpportunityTie> AtWork(int company)
    {
        if (workThere.TryGetValue(company, out var work)) yield return Tie(snapshot, TieKind.AtWork, country, [work]);
    }

    private List<OpportunityTie> Affiliates(int company)
    {
        var best = new Dictionary<int, TieStep>();
        foreach (ref readonly var arc in snapshot.Out(company))
            if (arc.Node != company && workThere.ContainsKey(arc.Node) && Affiliates(arc)) TieStep.Offer(best, arc.Node, TieStep.Of(snapshot, company, arc));
        return [.. best.Select(step => Tie(snapshot, TieKind.Affiliate, step.Key, [step.Value, workThere[step.Key]]))];
    }

    private bool Affiliates(Arc arc) => filter.Passes(arc.Relationship) && snapshot.Type(arc.Relationship) switch
    {
        RelationshipType.PartnersWith => true,
        RelationshipType.Owns or RelationshipType.Supplies => arc.Along,
        _ => false,
    };

    private List<OpportunityTie> InRegion(int company)
    {
        var best = new Dictionary<int, TieStep>();
        foreach (var work in StageWork.By(snapshot, filter, company))
            if (neighbours.ContainsKey(work.Country)) TieStep.Offer(best, work.Country, TieStep.Of(snapshot, work));
        return [.. best.Select(step => Tie(snapshot, TieKind.SameRegion, step.Key, [step.Value], neighbours[step.Key]))];
    }

    private IEnumerable<int> SmallestRegions()
    {
        var regions = PlaceSet.RegionsOf(snapshot, country).ToHashSet();
        return regions.Where(region => !regions.Any(other => other != region && PlaceSet.RegionsOf(snapshot, other).Contains(region)));
    }
}
