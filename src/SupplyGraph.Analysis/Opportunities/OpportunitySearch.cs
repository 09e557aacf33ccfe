using SupplyGraph.Analysis.Routes;
using SupplyGraph.Analysis.Stages;
using SupplyGraph.Graph;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Opportunities;

/// <summary>Finds who could bring a country the stages that it lacks (design, section 5).</summary>
public static class OpportunitySearch
{
    /// <summary>
    /// For each missing stage the companies established at it in other countries, by the nearness of their ties to the country (see <see cref="TieFinding"/>);
    /// a company without a tie is counted and not offered. Exact; O(relationships of all companies).
    /// </summary>
    /// <exception cref="ArgumentException">The question names an id that the snapshot does not hold.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static OpportunityAnswer Find(Snapshot snapshot, OpportunityQuestion question, CancellationToken cancel = default)
    {
        if (!snapshot.TryFind(question.Country, out var country))
            throw new ArgumentException($"The graph holds no entity '{question.Country}'.", nameof(question));
        var filter = new LegFilter(snapshot, question.Filters);
        var worksThere = StageWork.In(snapshot, filter, country);
        var missing = StageWork.Missing(snapshot, worksThere);
        var established = Established(snapshot, filter, cancel).Where(work => missing.Contains(work.Stage)).ToLookup(work => work.Stage);
        var near = new Dictionary<int, IReadOnlyList<OpportunityTie>>();
        var ties = new TieFinding(snapshot, filter, country, worksThere);
        return new OpportunityAnswer([.. missing.Select(stage => Read(stage, established[stage]))]);

        MissingStage Read(Stage stage, IEnumerable<StageWork> works)
        {
            var companies = works.GroupBy(work => work.Company).ToList();
            var offered = companies.Select(Offer).Where(opportunity => opportunity.Nearness > 0).ToList();
            var nearest = offered.OrderByDescending(opportunity => opportunity.Nearness).ThenBy(opportunity => opportunity.Company, StringComparer.Ordinal);
            return new MissingStage(stage, companies.Count, offered.Count, [.. nearest.Take(question.Limit)]);
        }

        Opportunity Offer(IGrouping<int, StageWork> works)
        {
            cancel.ThrowIfCancellationRequested();
            if (!near.TryGetValue(works.Key, out var tied)) near[works.Key] = tied = ties.Of(works.Key);
            var work = works.Select(w => w.ToCounted(snapshot)).OrderBy(counted => counted.Key.Id, StringComparer.Ordinal);
            return new Opportunity(snapshot.Id(works.Key), NearnessOf(tied), [.. work], tied);
        }
    }

    private static double NearnessOf(IReadOnlyList<OpportunityTie> ties) =>
        Math.Round(1 - ties.Aggregate(1.0, (apart, tie) => apart * (1 - tie.Strength)), 6);

    private static List<StageWork> Established(Snapshot snapshot, LegFilter filter, CancellationToken cancel)
    {
        var established = new List<StageWork>();
        for (var node = 0; node < snapshot.NodeCount; node++)
        {
            if (snapshot.Kind(node) != EntityKind.Company || !snapshot.Exists(node)) continue;
            cancel.ThrowIfCancellationRequested();
            established.AddRange(StageWork.By(snapshot, filter, node).Where(work => snapshot.Status(work.Relationship) == Status.Established));
        }
        return established;
    }
}
