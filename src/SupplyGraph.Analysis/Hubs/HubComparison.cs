using SupplyGraph.Analysis.Routes;
using SupplyGraph.Graph;

namespace SupplyGraph.Analysis.Hubs;

/// <summary>Compares countries as hubs of the supply chain (design, section 5).</summary>
public static class HubComparison
{
    /// <summary>
    /// What the relationships of each country say of it: O(n log n) in their number; and one search for a route for each country and region, which alone the
    /// budget bounds, for all countries together. A search that it ends leaves the rest of the answer exact.
    /// </summary>
    /// <exception cref="ArgumentException">The question names an id that the snapshot does not hold.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static HubAnswer Compare(Snapshot snapshot, HubQuestion question, Budget? budget = null, CancellationToken cancel = default)
    {
        var filter = new LegFilter(snapshot, question.Filters);
        var routes = new RegionRoutes(snapshot, question.Filters, budget ?? Budget.Default, cancel);
        var hubs = question.Countries.Select(country =>
        {
            if (!snapshot.TryFind(country, out var node)) throw new ArgumentException($"The graph holds no entity '{country}'.", nameof(question));
            return new HubReading(snapshot, filter, node, question.Limit).Read(routes.Through(country));
        }).ToList();
        return new HubAnswer(hubs, hubs.SelectMany(hub => hub.Routes).Select(route => route.StoppedBy).FirstOrDefault(stopped => stopped is not null));
    }
}
