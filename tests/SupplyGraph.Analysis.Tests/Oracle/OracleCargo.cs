using SupplyGraph.Analysis.Routes;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Tests.Oracle;

/// <summary>What the legs carry, as far as it forbids a route: naming, order, the owns prefix and the tunnels.</summary>
internal sealed class OracleCargo(OracleGraph graph, RouteQuestion question, OracleComponents components, OraclePlaces places, OracleRules rules)
{
    public bool Allows(IReadOnlyList<OracleWalk> legs) =>
        LastLegsStandLast(legs)
        && (!question.FollowComponents || (InOrder(legs) && InOrderToTheAsked(legs) && PrefixIsOwned(legs) && Neighbours(legs).All(MayFollow)));

    private bool LastLegsStandLast(IReadOnlyList<OracleWalk> legs) =>
        !rules.On(OracleRule.LastLegOnly) || legs.SkipLast(1).All(l => !l.LastLegOnly);

    private bool InOrder(IReadOnlyList<OracleWalk> legs)
    {
        var named = legs.Where(l => l.Component is not null).Select(l => l.Component!).ToList();
        for (var i = 0; i < named.Count; i++)
            for (var j = i + 1; j < named.Count; j++)
                if (Compared(i, j) && !components.InOrder(named[i], named[j])) return false;
        return true;
    }

    private bool Compared(int i, int j) => rules.On(OracleRule.Order) && (j == i + 1 || rules.On(OracleRule.OrderOfAllPairs));

    private bool InOrderToTheAsked(IReadOnlyList<OracleWalk> legs)
    {
        if (question.Component is not { } asked) return true;
        var named = legs.Where(l => l.Component is not null).Select(l => l.Component!).ToList();
        var ordered = named.TrueForAll(c => components.InOrder(c, asked) || components.InOrder(asked, c));
        return (ordered || !rules.On(OracleRule.ComponentInOrder)) && (named.Count > 0 || !rules.On(OracleRule.ComponentNamed));
    }

    private bool PrefixIsOwned(IReadOnlyList<OracleWalk> legs)
    {
        if (!rules.On(OracleRule.OwnsPrefix) || legs.All(l => l.Component is null)) return true;
        return legs.TakeWhile(l => l.Component is null)
            .All(l => l.Type == RelationshipType.Owns && (l.Along || !rules.On(OracleRule.OwnsPrefixFromOwnerToOwned)));
    }

    private static IEnumerable<(OracleWalk Leg, OracleWalk Next)> Neighbours(IReadOnlyList<OracleWalk> legs) => legs.Zip(legs.Skip(1));

    private bool MayFollow((OracleWalk Leg, OracleWalk Next) legs) =>
        CompanyIsNoTunnel(legs.Leg, legs.Next) && CountryIsNoTunnel(legs.Leg, legs.Next) && OwnsKeepDirection(legs.Leg, legs.Next);

    private bool CompanyIsNoTunnel(OracleWalk into, OracleWalk outOf)
    {
        if (!rules.On(OracleRule.CompanyNoTunnel) || !Stand(into, outOf, EntityKind.Country, EntityKind.Company)) return true;
        var home = places.Home(into.To);
        var fromHome = rules.On(OracleRule.CompanyTunnelFromHome) && home == into.From;
        var advance = rules.On(OracleRule.CompanyTunnelOfAnAdvance) && Advance(into, outOf);
        var mine = rules.On(OracleRule.CompanyTunnelOfAMine)
            && into.Type == RelationshipType.OperatesIn && into.Role is Role.Mining or Role.Refining && home == outOf.To;
        return fromHome || advance || mine;
    }

    private bool CountryIsNoTunnel(OracleWalk into, OracleWalk outOf) =>
        !rules.On(OracleRule.CountryNoTunnel) || !Stand(into, outOf, EntityKind.Company, EntityKind.Country)
        || (rules.On(OracleRule.CountryTunnelOfAnAdvance) && Advance(into, outOf));

    private bool OwnsKeepDirection(OracleWalk leg, OracleWalk next) =>
        !rules.On(OracleRule.OwnsKeepDirection) || leg.Type != RelationshipType.Owns || next.Type != RelationshipType.Owns || leg.Along == next.Along;

    private bool Stand(OracleWalk into, OracleWalk outOf, EntityKind outer, EntityKind middle) =>
        graph.KindOf(into.From) == outer && graph.KindOf(into.To) == middle && graph.KindOf(outOf.To) == outer;

    private bool Advance(OracleWalk leg, OracleWalk next) =>
        leg.Component is { } first && next.Component is { } second && components.Advances(first, second);
}
