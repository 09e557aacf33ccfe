using SupplyGraph.Analysis.Routes;
using SupplyGraph.Analysis.Tiers;
using SupplyGraph.Api.Features.Routes;
using SupplyGraph.Api.Http.Caching;
using SupplyGraph.Api.Http.Names;
using SupplyGraph.Api.Http.Paging;
using SupplyGraph.Graph;
using SupplyGraph.Storage;

namespace SupplyGraph.Api.Features.Tiers;

/// <summary>Has a question for tiers answered, and puts names and evidence to one page of the answer.</summary>
internal sealed class TierReport(NameResolver names, IGraphStore store, RecentClaims recent, Budget budget)
{
    /// <summary>The page; null where the graph has moved on from the view that the names are of.</summary>
    public async Task<TierPage?> AnswerAsync(TierQuery query, PageRequest page, CancellationToken cancel)
    {
        var question = query.ToQuestion();
        var reading = new RouteFinding(names.View, store.GetExtentAsync, budget);
        if (await reading.ReadAsync(question.ToRoutes(), Assumption.None, cancel) is not { } part) return null;
        var answer = TierSearch.Find(part.Graph, question, part.Left, cancel);
        var stopped = part.StoppedBy ?? answer.StoppedBy;
        var rest = After(answer.Members, page.After);
        var items = await ShowAsync([.. rest.Take(page.Limit)], part.Graph, cancel);
        var next = rest.Count > page.Limit ? Cursor.After(items[^1].Entity.Id, query) : null;
        return new TierPage(query, names.Reference(query.Entity), stopped is null, stopped, part.Graph.Version, Count(answer.Members, part.Graph), items, next);
    }

    private static List<TierMember> After(IReadOnlyList<TierMember> members, string? id) =>
        id is null ? [.. members] : [.. members.SkipWhile(m => m.Id != id).Skip(1)];

    private async Task<IReadOnlyList<TierMemberShown>> ShowAsync(IReadOnlyList<TierMember> members, Snapshot graph, CancellationToken cancel)
    {
        var routes = await new RouteReport(names, store, recent).ShowAsync([.. members.Select(m => m.Route)], graph, cancel);
        return [.. members.Zip(routes, Show)];
    }

    private static TierMemberShown Show(TierMember member, RouteShown route) =>
        new(member.Tier, route.Stops.Single(s => s.Id == member.Id), member.Component, route.Plausibility, route);

    private TierCounts Count(IReadOnlyList<TierMember> members, Snapshot graph) => new(
        members.Count,
        [.. members.CountBy(m => m.Tier).OrderBy(t => t.Key).Select(t => new TierCount(t.Key, t.Value))],
        Count(members, m => CountryOf(graph, m.Id)),
        Count(members, m => m.Component));

    private IReadOnlyList<EntityCount> Count(IReadOnlyList<TierMember> members, Func<TierMember, string?> of) =>
        [.. members.GroupBy(of).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new EntityCount(g.Key, g.Key is null ? null : names.Reference(g.Key).Name, g.Count()))];

    private static string? CountryOf(Snapshot graph, string id)
    {
        graph.TryFind(id, out var node);
        return graph.Kind(node) == Model.EntityKind.Country ? id : graph.Home(node) is var home and >= 0 ? graph.Id(home) : null;
    }
}
