using SupplyGraph.Graph;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Routes;

/// <summary>
/// What the legs carry (design, section 4): which components may follow each other, how well they join, and where a company or country is no tunnel.
/// Every rule is there for a wrong answer that it removes; the tests name those answers.
/// </summary>
internal sealed class CarryRules
{
    private static readonly Joint Reexport = Joint.Of(0.2), MadeHere = Joint.Of(1), Same = Joint.Of(0.9), Kin = Joint.Of(0.7);
    private static readonly int SkippedStageCost = Plausibility.Cost(0.9);

    private readonly Snapshot snapshot;
    private readonly Taxonomy taxonomy;
    private readonly int wanted;

    public CarryRules(Snapshot snapshot, RouteQuestion question)
    {
        this.snapshot = snapshot;
        taxonomy = snapshot.Taxonomy;
        wanted = question.Component is null ? -1
            : snapshot.TryFind(question.Component, out var node) && snapshot.ComponentOrdinal(node) is var ordinal and >= 0 ? ordinal
            : throw new ArgumentException($"The graph holds no component '{question.Component}'.", nameof(question));
    }

    /// <summary>Whether a stop is a pool where a route passes it: a country or region, of which nothing states that what arrives there is what leaves.</summary>
    public static bool IsPool(Snapshot snapshot, int stop) => snapshot.Kind(stop) is EntityKind.Country or EntityKind.Region;

    /// <summary>Whether a route must name a component at all.</summary>
    public bool WantsComponent => wanted >= 0;

    /// <summary>Whether a leg may name the component: it stands in order to the wanted one, before or after it.</summary>
    public bool FitsWanted(int component) => wanted < 0 || taxonomy.MayFollow(component, wanted) || taxonomy.MayFollow(wanted, component);

    public bool MayFollow(int earlier, int later) => taxonomy.MayFollow(earlier, later);

    /// <summary>The joint between a leg that names a component and the last before it that does: the first rule that fits.</summary>
    /// <param name="adjacent">Whether the earlier leg is the leg before.</param>
    public Joint JointOf(int earlierRelationship, int laterRelationship, bool adjacent)
    {
        int earlier = snapshot.Component(earlierRelationship), later = snapshot.Component(laterRelationship);
        // An imported car is seldom what leaves again.
        if (snapshot.Type(earlierRelationship) == RelationshipType.ExportsTo && taxonomy.StageOf(earlier) is { } stage && StageRank.IsFinishedVehicle(stage))
            return Reexport;
        if (earlier == later) return adjacent && IsMadeHere(earlierRelationship) ? MadeHere : Same;
        return taxonomy.Advances(earlier, later) ? Skipping(SkippedStages(earlier, later)) : Kin;
    }

    /// <summary>The least that the joint between legs naming these can cost, whatever the legs are; only where the one may follow the other.</summary>
    public int LeastJointCost(int earlier, int later) =>
        earlier == later ? 0 : taxonomy.Advances(earlier, later) ? SkippedStages(earlier, later) * SkippedStageCost : Kin.Cost;

    /// <summary>Whether a leg runs from an owner to what it owns.</summary>
    public static bool IsOwnerToOwned(Snapshot snapshot, in LocalArc arc) => arc.Along && snapshot.Type(arc.Relationship) == RelationshipType.Owns;

    // Two stages skipped cost twice one.
    private static Joint Skipping(int stages) => new(Math.Round(Math.Pow(0.9, stages), 6), stages * SkippedStageCost);

    private bool IsMadeHere(int relationship) => snapshot.Type(relationship) switch
    {
        RelationshipType.Produces or RelationshipType.Builds => true,
        RelationshipType.OperatesIn => snapshot.Role(relationship) is Role.Mining or Role.Refining or Role.Manufacturing or Role.Assembly,
        _ => false,
    };

    private int SkippedStages(int earlier, int later)
    {
        if (taxonomy.StageOf(earlier) is not { } from || taxonomy.StageOf(later) is not { } to) return 0;
        return StageRank.Of(from) is { } fromRank && StageRank.Of(to) is { } toRank ? Math.Max(0, toRank - fromRank - 1) : 0;
    }

    /// <summary>
    /// Whether a route may go on through a stop from one leg to the next: companies are no tunnels between countries, nor countries between companies.
    /// </summary>
    /// <param name="before">The stop before.</param>
    /// <param name="arrival">The leg's relationship into the stop, and which way it is walked.</param>
    public bool MayPass(int before, LocalArc arrival, int stop, LocalArc departure, int after)
    {
        var type = snapshot.Type(arrival.Relationship);
        if (type == RelationshipType.Owns && snapshot.Type(departure.Relationship) == RelationshipType.Owns) return arrival.Along == departure.Along;
        return (snapshot.Kind(before), snapshot.Kind(stop), snapshot.Kind(after)) switch
        {
            (EntityKind.Country, EntityKind.Company, EntityKind.Country) =>
                snapshot.Home(stop) == before
                || Advances(arrival.Relationship, departure.Relationship)
                || (type == RelationshipType.OperatesIn && snapshot.Role(arrival.Relationship) is Role.Mining or Role.Refining && snapshot.Home(stop) == after),
            (EntityKind.Company, EntityKind.Country, EntityKind.Company) => Advances(arrival.Relationship, departure.Relationship),
            _ => true,
        };
    }

    private bool Advances(int earlierRelationship, int laterRelationship)
    {
        int earlier = snapshot.Component(earlierRelationship), later = snapshot.Component(laterRelationship);
        return earlier >= 0 && later >= 0 && taxonomy.Advances(earlier, later);
    }
}

/// <summary>How well a leg goes on from the last before it that names a component.</summary>
/// <param name="Factor">0..1.</param>
/// <param name="Cost">The same in millionths of a natural logarithm.</param>
internal readonly record struct Joint(double Factor, int Cost)
{
    public static Joint Of(double factor) => new(factor, Plausibility.Cost(factor));
}
