using System.Diagnostics;
using SupplyGraph.Graph;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Routes;

/// <summary>
/// One question on its way to its answer. Where an end is open, everything within the legs allowed is near enough, but almost all of it costs more than the
/// k-th best route: so routes of few legs are looked for first, and the last of k of them caps what any other may cost.
/// </summary>
/// <remarks>Iterative deepening (Korf, 1985), for a bound instead of the answer: the routes of few legs are among all routes, so the k-th best costs no more.</remarks>
internal sealed class OneSearch(Snapshot snapshot, RouteQuestion question, SearchBuffers buffers, Budget budget, CancellationToken cancel)
{
    private const int FewestLegs = 2;

    // How many more nodes than a look had found a search may take into account before another look, which lowers the cap, is the shorter way.
    private const int Growth = 4, GrowthBeside = 256;

    private readonly long started = Stopwatch.GetTimestamp();
    private readonly NodeRoles roles = new(snapshot, question, buffers);
    private readonly CarryRules? rules = question.FollowComponents ? new CarryRules(snapshot, question) : null;

    public RouteAnswer Find()
    {
        var isOpen = question.HasOpenStart || question.HasOpenEnd;
        return (isOpen && question.Limit < int.MaxValue ? AfterLooks() : null) ?? Within(question, budget, Cap.None)!;
    }

    /// <summary>
    /// The best route of every key of the question, best first, without looks; <paramref name="take"/> makes of each what is wanted, while its writer can still
    /// write it.
    /// </summary>
    public (List<T> Found, StopReason? StoppedBy, int Expanded) Each<T>(Func<RouteWriter, int, int[], T> take)
    {
        var (search, writer) = Search(question, new Reach(snapshot, question, roles, Cleared(), Cap.None), budget, Cap.None.Cost);
        return (Collect(search, writer, (last, stops) => take(writer, last, stops)), search.StoppedBy, search.Expanded);
    }

    private RouteAnswer? AfterLooks()
    {
        var cap = Cap.None;
        for (var legs = FewestLegs; legs < question.MaxHops; legs++)
        {
            var (costs, complete) = Look(legs, cap.Cost);
            if (costs.Count == question.Limit) cap = new(costs[^1], (buffers.Active.Count * Growth) + GrowthBeside);
            if (cap.IsKnown && Within(question, budget, cap) is { } answer) return answer;
            if (!complete) break;
        }
        return cap.IsKnown ? Within(question, budget, cap with { Nodes = int.MaxValue }) : null;
    }

    /// <summary>What the best routes of so many legs cost.</summary>
    private (List<int> Costs, bool Complete) Look(int legs, int cap)
    {
        var asked = question with { MaxHops = legs };
        var spent = budget with { Expansions = Math.Min(budget.Expansions, Limits.LookExpansions) };
        var (search, writer) = Search(asked, new Reach(snapshot, asked, roles, Cleared(), new(cap, int.MaxValue)), spent, cap);
        return (Collect(search, writer, (last, _) => buffers.Partials[last].Cost), search.StoppedBy is null);
    }

    private RouteAnswer? Within(RouteQuestion asked, Budget spent, Cap cap)
    {
        var reach = new Reach(snapshot, asked, roles, Cleared(), cap);
        if (reach.IsTooLarge) return null;
        var (search, writer) = Search(asked, reach, spent, cap.Cost);
        return new RouteAnswer(Collect(search, writer, writer.Write), search.StoppedBy, search.Expanded, null);
    }

    private (BestFirst Search, RouteWriter Writer) Search(RouteQuestion asked, Reach reach, Budget spent, int cap)
    {
        var space = new SearchSpace(snapshot, asked, roles, reach, buffers);
        var writer = new RouteWriter(snapshot, asked, rules, buffers);
        return (new BestFirst(snapshot, asked, roles, space, rules, buffers, writer, spent, cap, started, cancel), writer);
    }

    private SearchBuffers Cleared()
    {
        buffers.BeginAgain();
        return buffers;
    }

    /// <summary>The best routes, one of each key; <paramref name="take"/> makes of each what is wanted.</summary>
    private List<T> Collect<T>(BestFirst search, RouteWriter writer, Func<int, int[], T> take)
    {
        var seen = new HashSet<int[]>(KeyComparer.Instance);
        var routes = new List<T>(Math.Min(question.Limit, Limits.MaxRoutes));
        for (int last; routes.Count < question.Limit && (last = search.Next()) >= 0;) Keep(last);
        if (search.StoppedBy is not null)
            foreach (var last in search.Leftover().TakeWhile(_ => routes.Count < question.Limit)) Keep(last);
        return routes;

        // Routes come best first, so the first of a key is the one to keep. One chain of stops can come several times, over parallel relationships.
        void Keep(int last)
        {
            var stops = writer.Stops(last);
            if (seen.Add(CountryChain.Key(snapshot, roles, question.EffectiveDistinct, stops))) routes.Add(take(last, stops));
        }
    }
}

/// <summary>What a search is known not to need.</summary>
/// <param name="Cost">A cost that the k best routes are known not to exceed; <see cref="int.MaxValue"/> where nothing is known.</param>
/// <param name="Nodes">How many nodes it may take into account before it gives up.</param>
internal readonly record struct Cap(int Cost, int Nodes)
{
    public static Cap None { get; } = new(int.MaxValue, int.MaxValue);

    public bool IsKnown => Cost < int.MaxValue;
}
