using System.Diagnostics;
using SupplyGraph.Analysis.Routes;
using SupplyGraph.Graph;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Hubs;

/// <summary>Finds the best route through a country to every region; all that are asked for share one budget.</summary>
internal sealed class RegionRoutes(Snapshot snapshot, LegFilters filters, Budget budget, CancellationToken cancel)
{
    private readonly List<string> regions = RegionsOf(snapshot);
    private readonly long started = Stopwatch.GetTimestamp();
    private int expanded;

    /// <summary>One search for each region, see <see cref="RouteSearch"/>.</summary>
    public IReadOnlyList<RegionRoute> Through(string country) => [.. regions.Select(region => Best(country, region))];

    private RegionRoute Best(string country, string region)
    {
        var answer = RouteSearch.FindRoutes(snapshot, Question(country, region), Remaining(), cancel);
        expanded += answer.Expanded;
        return new RegionRoute(region, answer.Routes.Count > 0 ? answer.Routes[0] : null, answer.StoppedBy);
    }

    private RouteQuestion Question(string country, string region) => new()
    {
        Via = [country],
        To = [region],
        Limit = 1,
        Types = filters.Types,
        Statuses = filters.Statuses,
        MinConfidence = filters.MinConfidence,
        AsOf = filters.AsOf,
    };

    private Budget Remaining()
    {
        var left = budget.Time - Stopwatch.GetElapsedTime(started);
        return budget with { Expansions = Math.Max(0, budget.Expansions - expanded), Time = left > TimeSpan.Zero ? left : TimeSpan.Zero };
    }

    private static List<string> RegionsOf(Snapshot snapshot) =>
    [
        .. Enumerable.Range(0, snapshot.NodeCount).Where(node => snapshot.Kind(node) == EntityKind.Region && snapshot.Exists(node)).Select(snapshot.Id)
            .Order(StringComparer.Ordinal),
    ];
}
