using SupplyGraph.Analysis.Routes;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Tests.Oracle;

/// <summary>What joints and pools take off a route.</summary>
internal sealed class OracleJoints(OracleGraph graph, RouteQuestion question, OracleComponents components, OracleRules rules)
{
    /// <summary>The factors of each leg's joint, as many as it takes: two stages skipped are 0.9 twice; none where nothing joins.</summary>
    public IReadOnlyList<decimal> Joint(IReadOnlyList<OracleWalk> legs, int later)
    {
        var earlier = Enumerable.Range(0, later).LastOrDefault(i => legs[i].Component is not null, -1);
        if (!question.FollowComponents || !rules.On(OracleRule.Joint) || earlier < 0 || legs[later].Component is null) return [];
        return Between(legs[earlier], legs[later], neighbours: earlier == later - 1);
    }

    /// <summary>0.8 where the stop that a leg arrives at is an intermediate country or region, else 1.</summary>
    public decimal Pool(IReadOnlyList<OracleWalk> legs, int leg)
    {
        var intermediate = leg < legs.Count - 1;
        var place = graph.KindOf(legs[leg].To) is EntityKind.Country or EntityKind.Region;
        return question.FollowComponents && rules.On(OracleRule.Pool) && intermediate && place ? 0.8m : 1;
    }

    // The first that fits.
    private IReadOnlyList<decimal> Between(OracleWalk earlier, OracleWalk later, bool neighbours)
    {
        var (c1, c2) = (earlier.Component!, later.Component!);
        if (IsReexport(earlier)) return [0.2m];
        if (c1 == c2) return neighbours && IsMadeThere(earlier) ? [] : [0.9m];
        if (components.Advances(c1, c2)) return [.. Enumerable.Repeat(0.9m, Skipped(c1, c2))];
        return [0.7m];
    }

    private bool IsReexport(OracleWalk earlier) => rules.On(OracleRule.JointOfReexportedVehicles) && earlier.Type == RelationshipType.ExportsTo
        && components.StageOf(earlier.Component!) is Stage.Vehicles or Stage.TwoThreeWheelers or Stage.BusesTrucks;

    private bool IsMadeThere(OracleWalk earlier) => rules.On(OracleRule.JointMadeThere)
        && (earlier.Type is RelationshipType.Produces or RelationshipType.Builds
            || (earlier.Type == RelationshipType.OperatesIn && earlier.Role is Role.Mining or Role.Refining or Role.Manufacturing or Role.Assembly));

    private int Skipped(string earlier, string later) =>
        rules.On(OracleRule.JointSkippedStages) && Rank(earlier) is { } first && Rank(later) is { } second ? Math.Max(0, second - first - 1) : 0;

    private int? Rank(string component) => components.StageOf(component) switch
    {
        Stage.Mining => 0,
        Stage.Refining => 1,
        Stage.ActiveMaterials => 2,
        Stage.Cells => 3,
        Stage.Packs or Stage.Motors or Stage.PowerElectronics or Stage.Software => 4,
        Stage.Vehicles or Stage.TwoThreeWheelers or Stage.BusesTrucks => 5,
        _ => null,
    };
}
