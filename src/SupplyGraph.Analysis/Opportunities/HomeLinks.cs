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
    private readonly Dictionary<int, OpportunityTie?> known = [];

    public HomeLinks(Snapshot snapshot, LegFilter filter, int country)
    {
        (this.snapshot, this.filter, this.country) = (snapshot, filter, country);
        foreach (ref readonly var arc in snapshot.In(country))
            if (arc.Along && Counts(arc, RelationshipType.Connects))
                TieStep.Offer(corridors, arc.Node, TieStep.Of(snapshot, arc.Node, arc with { Node = country }));
        agreements = Agreements(country, toCountry: true);
    }

    /// <summary>
    /// The tie through a home, over the best of its links: however many corridors and agreements there are, it is one country that they tie. None where it is the
    /// country itself. O(relationships of the home), once for each.
    /// </summary>
    public IEnumerable<OpportunityTie> From(int home)
    {
        if (home < 0 || home == country) return [];
        if (!known.TryGetValue(home, out var tie)) known[home] = tie = Best(home, [.. Corridors(home), .. Cooperation(home), .. AgreementsOf(home)]);
        return tie is null ? [] : [tie];
    }

    private OpportunityTie? Best(int home, IReadOnlyList<TieStep[]> links)
    {
        var best = links.OrderBy(steps => steps.Sum(step => (long)step.Cost))
            .ThenBy(steps => string.Join(' ', steps.Select(step => step.Relationship.Key.Id)), StringComparer.Ordinal).FirstOrDefault();
        return best is null ? null : TieFinding.Tie(snapshot, TieKind.HomeLink, home, best);
    }

    private IEnumerable<TieStep[]> Corridors(int home)
    {
        var best = new Dictionary<int, TieStep>();
        foreach (ref readonly var arc in snapshot.Out(home))
            if (corridors.ContainsKey(arc.Node) && Counts(arc, RelationshipType.Connects)) TieStep.Offer(best, arc.Node, TieStep.Of(snapshot, home, arc));
        return best.Select(step => new[] { step.Value, corridors[step.Key] });
    }

    private IEnumerable<TieStep[]> Cooperation(int home)
    {
        TieStep? best = null;
        foreach (ref readonly var arc in snapshot.Out(home))
            if (arc.Node == country && Counts(arc, RelationshipType.CooperatesWith)) best = TieStep.Better(best, TieStep.Of(snapshot, home, arc));
        return best is null ? [] : [[best]];
    }

    private IEnumerable<TieStep[]> AgreementsOf(int home)
    {
        var there = Agreements(home, toCountry: false);
        return there.Where(step => agreements.ContainsKey(step.Key)).Select(step => new[] { step.Value, agreements[step.Key] });
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
}
