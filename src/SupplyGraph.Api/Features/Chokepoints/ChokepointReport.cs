using SupplyGraph.Analysis.Chokepoints;
using SupplyGraph.Analysis.Routes;
using SupplyGraph.Api.Features.Routes;
using SupplyGraph.Api.Http.Caching;
using SupplyGraph.Api.Http.Names;
using SupplyGraph.Graph;
using SupplyGraph.Model;
using SupplyGraph.Storage;
using Route = SupplyGraph.Analysis.Routes.Route;

namespace SupplyGraph.Api.Features.Chokepoints;

/// <summary>Has a question for chokepoints answered, and puts names and evidence to the most critical ones of each kind.</summary>
internal sealed class ChokepointReport(NameResolver names, IGraphStore store, RecentClaims recent, Budget budget)
{
    private readonly RouteReport routes = new(names, store, recent);

    /// <summary>The answer; null where the graph has moved on from the view that the names are of.</summary>
    public async Task<ChokepointPage?> AnswerAsync(RouteQuery query, int top, CancellationToken cancel)
    {
        var question = query.ToQuestion();
        var reading = new RouteFinding(names.View, store.GetExtentAsync, budget);
        if (await reading.ReadAsync(question, Assumption.None, cancel) is not { } part) return null;
        var answer = ChokepointSearch.Find(part.Graph, question, part.Left, cancel);
        var stopped = part.StoppedBy ?? answer.StoppedBy;
        return new ChokepointPage(
            query, top, stopped is null, stopped, part.Graph.Version, answer.Pairs.Count, Rounded(answer.Plausibility),
            await ListAsync(EntityKind.Company), await ListAsync(EntityKind.Country), await ListAsync(EntityKind.Corridor), await ListAsync(EntityKind.Component));

        async Task<ChokepointList> ListAsync(EntityKind kind)
        {
            var all = answer.Chokepoints.Where(c => c.Kind == kind).ToList();
            return new ChokepointList(all.Count, await ShowAsync([.. all.Take(top)], part.Graph, cancel));
        }
    }

    private async Task<IReadOnlyList<ChokepointShown>> ShowAsync(IReadOnlyList<Chokepoint> chokepoints, Snapshot graph, CancellationToken cancel)
    {
        var before = await routes.ShowAsync([.. chokepoints.Select(c => c.Worst.Pair.Best)], graph, cancel);
        var detours = new Queue<RouteShown>(await routes.ShowAsync([.. chokepoints.Select(c => c.Worst.Detour).OfType<Route>()], graph, cancel));
        return [.. chokepoints.Zip(before, (c, route) => Show(c, route, c.Worst.Detour is null ? null : detours.Dequeue()))];
    }

    private ChokepointShown Show(Chokepoint chokepoint, RouteShown route, RouteShown? detour) => new(
        names.Reference(chokepoint.Id), Rounded(chokepoint.Criticality), chokepoint.Pairs, chokepoint.CutOff.Count,
        [.. chokepoint.CutOff.Take(Limits.MaxListed).Select(p => new EndsShown(p.First, p.Last, p.Best.Plausibility))],
        new LossShown(Rounded(chokepoint.Worst.Loss), route, detour));

    // Six digits after the point: what is finer is the rounding of plausibilities.
    private static double Rounded(double value) => Math.Round(value, 6);
}
