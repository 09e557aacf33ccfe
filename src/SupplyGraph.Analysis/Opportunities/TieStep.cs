using SupplyGraph.Analysis.Stages;
using SupplyGraph.Graph;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Opportunities;

/// <summary>One leg that a tie could take.</summary>
/// <param name="Cost">In millionths.</param>
internal sealed record TieStep(int From, int To, Counted Relationship, int Cost)
{
    public static TieStep Of(Snapshot snapshot, int from, Arc arc) =>
        new(from, arc.Node, Counted.Of(snapshot, arc.Relationship, snapshot.Key(from, arc)), arc.Cost);

    public static TieStep Of(Snapshot snapshot, StageWork work) => new(work.Company, work.Country, work.ToCounted(snapshot), work.Cost);

    /// <summary>The better of two: the cheaper, on a tie the one whose relationship has the lesser id.</summary>
    public static TieStep Better(TieStep? known, TieStep other)
    {
        if (known is null || other.Cost < known.Cost) return other;
        return other.Cost == known.Cost && string.CompareOrdinal(other.Relationship.Key.Id, known.Relationship.Key.Id) < 0 ? other : known;
    }

    /// <summary>Keeps the best step for each key.</summary>
    public static void Offer(Dictionary<int, TieStep> best, int key, TieStep step) => best[key] = Better(best.GetValueOrDefault(key), step);

    public TieLeg ToLeg(Snapshot snapshot) => new(snapshot.Id(From), snapshot.Id(To), Relationship, Plausibility.FromCost(Cost));
}
