using SupplyGraph.Graph;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Routes;

/// <summary>
/// How many different keys the routes of a question can have at all, where that is easily said. When all of them have a route, the search is over:
/// with two given companies and distinct ends there is one, around a corridor no more than the pairs of countries that it connects.
/// </summary>
internal static class MostKeys
{
    /// <summary>An upper bound of the number of keys, 0 where there can be no route. O(arcs).</summary>
    public static int Of(Snapshot snapshot, RouteQuestion question, NodeRoles roles, SearchSpace space) => question.EffectiveDistinct switch
    {
        // A route visits no place twice: one place as the only start and the only end leaves none.
        _ when !question.HasOpenStart && !question.HasOpenEnd && roles.Starts.Take(2).ToList() is [var start]
            && roles.Ends.Take(2).ToList() is [var end] && start == end => 0,
        Distinct.Endpoints => Pairs(roles.Starts.Count(), roles.Ends.Count()),
        Distinct.Around when roles.Vias == 1 && roles.Meeting(0).ToList() is [var via] && CountryChain.EntryOf(snapshot, via) < 0 =>
            Around(snapshot, space, via),
        _ => int.MaxValue,
    };

    // A via that stands for no country itself is met once, between two different neighbours: where these stand for countries, they are the key.
    private static int Around(Snapshot snapshot, SearchSpace space, int via)
    {
        HashSet<int> before = [], after = [];
        for (var local = 0; local < space.Nodes; local++)
        {
            foreach (ref readonly var arc in space.Arcs(local))
            {
                if (space.Node(arc.To) == via) before.Add(space.Node(local));
                if (space.Node(local) == via) after.Add(space.Node(arc.To));
            }
        }
        if (Pairs(before.Count, after.Count) > Limits.MaxCountedKeys || before.Concat(after).Any(n => CountryChain.EntryOf(snapshot, n) < 0))
            return int.MaxValue;
        var keys =
            from first in before
            from last in after
            where first != last
            select (CountryChain.EntryOf(snapshot, first), CountryChain.EntryOf(snapshot, last));
        return keys.Distinct().Count();
    }

    private static int Pairs(int some, int others) => (int)Math.Min((long)some * others, int.MaxValue);
}
