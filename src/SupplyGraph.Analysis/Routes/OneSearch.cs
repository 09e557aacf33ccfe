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
        var isOpen = question.From.Count == 0 || question.To.Count == 0;
        return (isOpen ? AfterLooks() : null) ?? Within(question, budget, Cap.None)!;
    }

    private RouteAnswer? AfterLooks()
    {
        var looks = budget with { Expansions = Math.Min(budget.Expansions, Limits.LookExpansions) };
        var cap = Cap.None;
        for (var legs = FewestLegs; legs < question.MaxHops; legs++)
        {
            if (Within(question with { MaxHops = legs }, looks, cap with { Nodes = int.MaxValue }) is not { } look) break;
            if (look.Routes.Count == question.Limit) cap = new((int)look.Routes[^1].Cost, (buffers.Active.Count * Growth) + GrowthBeside);
            if (cap.IsKnown && Within(question, budget, cap) is { } answer) return answer;
            if (!look.Complete) break;
        }
        return cap.IsKnown ? Within(question, budget, cap with { Nodes = int.MaxValue }) : null;
    }

    private RouteAnswer? Within(RouteQuestion asked, Budget within, Cap cap)
    {
        buffers.BeginAgain();
        var reach = new Reach(snapshot, asked, roles, buffers, cap);
        if (reach.IsTooLarge) return null;
        var space = new SearchSpace(snapshot, asked, roles, reach, buffers);
        var writer = new RouteWriter(snapshot, asked, rules, buffers);
        var search = new BestFirst(snapshot, asked, roles, space, rules, buffers, writer, within, cap.Cost, started, cancel);
        return new RouteAnswer(Collect(search, writer), search.StoppedBy, search.Expanded, null);
    }

    private List<Route> Collect(BestFirst search, RouteWriter writer)
    {
        var seen = new HashSet<int[]>(KeyComparer.Instance);
        var routes = new List<Route>(question.Limit);
        for (int last; routes.Count < question.Limit && (last = search.Next()) >= 0;) Keep(last);
        if (search.StoppedBy is not null)
            foreach (var last in search.Leftover().TakeWhile(_ => routes.Count < question.Limit)) Keep(last);
        return routes;

        // Routes come best first, so the first of a key is the one to keep. One chain of stops can come several times, over parallel relationships.
        void Keep(int last)
        {
            var stops = writer.Stops(last);
            if (seen.Add(CountryChain.Key(snapshot, roles, question.EffectiveDistinct, stops))) routes.Add(writer.Write(last, stops));
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
