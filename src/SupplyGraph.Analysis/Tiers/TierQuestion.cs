using SupplyGraph.Analysis.Routes;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Tiers;

/// <summary>Who stands behind an entity, or before it, tier by tier (design, section 5).</summary>
public sealed record TierQuestion
{
    /// <summary>What legs are walked where no types are given.</summary>
    public static IReadOnlyList<RelationshipType> DefaultTypes { get; } = [RelationshipType.Supplies, RelationshipType.Builds, RelationshipType.Uses];

    /// <summary>The id of the entity, taken exactly.</summary>
    public required string Entity { get; init; }

    public required TierSide Side { get; init; }

    /// <summary>1..<see cref="Limits.MaxTiers"/>: the most legs between an entity and the one that is asked for.</summary>
    public int Tiers { get; init; } = Limits.DefaultTiers;

    /// <summary>As <see cref="RouteQuestion.Component"/>.</summary>
    public string? Component { get; init; }

    /// <summary>Which relationships may be legs; <see cref="DefaultTypes"/> where no types are given.</summary>
    public required LegFilters Filters { get; init; }

    /// <summary>The question for routes between the entity and any company, country or component, of at most so many legs.</summary>
    internal RouteQuestion Within(int legs) => new()
    {
        From = Side == TierSide.Customers ? [Entity] : [],
        To = Side == TierSide.Suppliers ? [Entity] : [],
        Exact = true,
        OpenStart = Kinds,
        OpenEnd = Kinds,
        Component = Component,
        Types = Filters.Types.Count > 0 ? Filters.Types : DefaultTypes,
        Statuses = Filters.Statuses,
        MinConfidence = Filters.MinConfidence,
        AsOf = Filters.AsOf,
        MaxHops = legs,
        Distinct = Distinct.Endpoints,
    };

    private static readonly EntityKind[] Kinds = [EntityKind.Company, EntityKind.Country, EntityKind.Component];

    /// <summary>The question whose routes, of the most legs, are those that an answer rests on.</summary>
    public RouteQuestion ToRoutes() => Within(Tiers);
}

/// <summary>Which way tiers are counted.</summary>
public enum TierSide
{
    /// <summary>Routes lead to the entity.</summary>
    Suppliers,

    /// <summary>Routes lead from the entity.</summary>
    Customers,
}

/// <summary>The tiers around an entity: by tier, then most plausible first, then by id.</summary>
/// <param name="StoppedBy">What ended the search before it was complete; null where it is complete.</param>
/// <param name="Expanded">Partial routes expanded.</param>
public sealed record TierAnswer(IReadOnlyList<TierMember> Members, StopReason? StoppedBy, int Expanded)
{
    /// <summary>Whether these are all, each with its exact tier and best route.</summary>
    public bool Complete => StoppedBy is null;
}

/// <summary>A company, country or component in a tier.</summary>
/// <param name="Tier">The least legs of a route between it and the entity.</param>
/// <param name="Route">The most plausible route between them of all the legs allowed; it may have more legs than the tier.</param>
public sealed record TierMember(string Id, int Tier, Route Route)
{
    /// <summary>What it hands over: the component that the leg at its own end names; null for none.</summary>
    public string? Component => (Route.Stops[0] == Id ? Route.Legs[0] : Route.Legs[^1]).Component;
}
