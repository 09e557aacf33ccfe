using SupplyGraph.Analysis.Routes;
using SupplyGraph.Graph;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Opportunities;

/// <summary>
/// What links other countries to one: a corridor that connects both; a cooperation of the two; an agreement, which is a policy that applies in both as a whole.
/// </summary>
/// <remarks>
/// An applies_in that names a component is a rule about that component, and one such rule in two countries (an export control, an import ban) is a barrier as
/// often as a bond: it makes no agreement. Nothing flows along applies_in, so that the catalogue gives it no factor; an agreement joins countries as a corridor
/// does, and its legs take the factor of connects. A link with a region around the country links the country by no relationship, and does not count.
/// </remarks>
internal sealed class HomeLinks
{
    private readonly Snapshot snapshot;
    private readonly LegFilter filter;
    private readonly int country;
    private readonly Dictionary<int, TieStep> corridors = [];
    private readonly Dictionary<int, TieStep> agreements;
    private readonly Dictionary<int, List<OpportunityTie>> known = [];

    public HomeLinks(Snapshot snapshot, LegFilter filter, int country)
    {
        (this.snapshot, this.filter, this.country) = (snapshot, filter, country);
        foreach (ref readonly var arc in snapshot.In(country))
            if (arc.Along && Counts(arc, RelationshipType.Connects))
                TieStep.Offer(corridors, arc.Node, TieStep.Of(snapshot, arc.Node, arc with { Node = country }));
        agreements = Agreements(country, toCountry: true);
    }

    /// <summary>The ties through a home; none where it is the country itself. O(relationships of the home), once for each.</summary>
    public IReadOnlyList<OpportunityTie> From(int home)
    {
        if (home < 0 || home == country) return [];
        if (!known.TryGetValue(home, out var ties)) known[home] = ties = [.. Corridors(home), .. Cooperation(home), .. AgreementsOf(home)];
        return ties;
    }

    private List<OpportunityTie> Corridors(int home)
    {
        var best = new Dictionary<int, TieStep>();
        foreach (ref readonly var arc in snapshot.Out(home))
            if (corridors.ContainsKey(arc.Node) && Counts(arc, RelationshipType.Connects)) TieStep.Offer(best, arc.Node, TieStep.Of(snapshot, home, arc));
        return [.. best.Select(step => Tie(step.Key, step.Value, corridors[step.Key]))];
    }

    private List<OpportunityTie> Cooperation(int home)
    {
        TieStep? best = null;
        foreach (ref readonly var arc in snapshot.Out(home))
            if (arc.Node == country && Counts(arc, RelationshipType.CooperatesWith)) best = TieStep.Better(best, TieStep.Of(snapshot, home, arc));
        return best is null ? [] : [Tie(home, best)];
    }

    private IEnumerable<OpportunityTie> AgreementsOf(int home)
    {
        var there = Agreements(home, toCountry: false);
        return there.Where(step => agreements.ContainsKey(step.Key)).Select(step => Tie(step.Key, step.Value, agreements[step.Key]));
    }

    private Dictionary<int, TieStep> Agreements(int place, bool toCountry)
    {
        var best = new Dictionary<int, TieStep>();
        foreach (var tie in snapshot.TiesIn(place))
        {
            var r = tie.Relationship;
            if (snapshot.Type(r) != RelationshipType.AppliesIn || snapshot.Component(r) >= 0 || !filter.Passes(r)) continue;
            var applied = Counted.Of(snapshot, r, snapshot.Key(r, tie.Node, place));
            var (from, to) = toCountry ? (tie.Node, place) : (place, tie.Node);
            TieStep.Offer(best, tie.Node, new TieStep(from, to, applied, CostOf(applied)));
        }
        return best;
    }

    private static int CostOf(Counted applied) =>
        Plausibility.Cost(applied.Confidence * Catalogue.Of(RelationshipType.Connects).Forward!.Value * Plausibility.Of(applied.Status));

    private bool Counts(Arc arc, RelationshipType type) => snapshot.Type(arc.Relationship) == type && filter.Passes(arc.Relationship);

    private OpportunityTie Tie(int other, params TieStep[] steps) => TieFinding.Tie(snapshot, TieKind.HomeLink, other, steps);
}
