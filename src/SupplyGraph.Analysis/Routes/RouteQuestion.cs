using System.Diagnostics;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Routes;

/// <summary>A question for the k most plausible routes (design, section 4). Entities are named by exact ids that the snapshot knows.</summary>
public sealed record RouteQuestion
{
    /// <summary>Where a route may start, each value widened to its place set; empty for an open end: any company or country.</summary>
    public IReadOnlyList<string> From { get; init; } = [];

    /// <summary>Where it may end; empty for an open end: any country or region.</summary>
    public IReadOnlyList<string> To { get; init; } = [];

    /// <summary>Places that an intermediate stop must meet, each of them, in any order; at most <see cref="Limits.MaxVias"/>.</summary>
    public IReadOnlyList<string> Via { get; init; } = [];

    /// <summary>Places that no stop may lie in.</summary>
    public IReadOnlyList<string> Avoid { get; init; } = [];

    /// <summary>The component that every leg which names one must stand in order to; at least one leg names one.</summary>
    public string? Component { get; init; }

    /// <summary>Types that legs may have; empty for all.</summary>
    public IReadOnlyList<RelationshipType> Types { get; init; } = [];

    /// <summary>Statuses that legs may have; empty for all.</summary>
    public IReadOnlyList<Status> Statuses { get; init; } = [];

    /// <summary>The least confidence of a leg, 0..1.</summary>
    public double MinConfidence { get; init; }

    /// <summary>The day on which the legs must count.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>1..<see cref="Limits.MaxHops"/>.</summary>
    public int MaxHops { get; init; } = Limits.DefaultHops;

    /// <summary>k: 1..<see cref="Limits.MaxRoutes"/>.</summary>
    public int Limit { get; init; } = Limits.DefaultRoutes;

    /// <summary>What only the best route is kept of; null for the default: none with both ends given, else around with a via, countries without.</summary>
    public Distinct? Distinct { get; init; }

    /// <summary>Whether what the legs carry matters (components=follow), or only the plain graph (ignore).</summary>
    public bool FollowComponents { get; init; } = true;

    /// <summary>Turns the widening to place sets off.</summary>
    public bool Exact { get; init; }

    /// <summary>What an open start may be.</summary>
    internal IReadOnlyList<EntityKind> OpenStart { get; init; } = [EntityKind.Company, EntityKind.Country];

    /// <summary>What an open end may be.</summary>
    internal IReadOnlyList<EntityKind> OpenEnd { get; init; } = [EntityKind.Country, EntityKind.Region];

    /// <summary>The nodes where a route may start and the one where it may end, of those that the question allows; null for all of them.</summary>
    internal (IReadOnlyCollection<int> Starts, int End)? Only { get; init; }

    /// <summary>The part of the question that legs must pass.</summary>
    public LegFilters Filters => new() { Types = Types, Statuses = Statuses, MinConfidence = MinConfidence, AsOf = AsOf };

    /// <summary>What every intermediate stop takes off that is a country or region.</summary>
    internal int PoolCost => FollowComponents ? Plausibility.Cost(Plausibility.Pool) : 0;

    internal bool HasOpenStart => From.Count == 0 && Only is null;

    internal bool HasOpenEnd => To.Count == 0 && Only is null;

    /// <summary>The distinctness that applies.</summary>
    public Distinct EffectiveDistinct => Distinct
        ?? (From.Count > 0 && To.Count > 0 ? Routes.Distinct.None : Via.Count > 0 ? Routes.Distinct.Around : Routes.Distinct.Countries);
}

/// <summary>What the best route is kept of.</summary>
public enum Distinct
{
    /// <summary>The chain of stops: every route.</summary>
    None,

    /// <summary>First and last stop.</summary>
    Endpoints,

    /// <summary>The chain of countries.</summary>
    Countries,

    /// <summary>The chain of countries, cut to the part around the vias.</summary>
    Around,
}

/// <summary>How much one question may spend.</summary>
/// <param name="Expansions">Partial routes expanded.</param>
/// <param name="Time">Time spent searching.</param>
public sealed record Budget(int Expansions, TimeSpan Time)
{
    /// <summary>
    /// Expansions after which a search is worth a sharper bound (see <see cref="CarryBound"/>); it changes what an answer costs and never the answer. Null: once
    /// the search has cost about as much as the bound will.
    /// </summary>
    public int? SharpenAfter { get; init; }

    /// <summary>What is left of it.</summary>
    /// <param name="started">When it began to be spent, as <see cref="Stopwatch.GetTimestamp"/> says.</param>
    /// <param name="expanded">Partial routes expanded since.</param>
    public Budget After(long started, int expanded)
    {
        var left = Time - Stopwatch.GetElapsedTime(started);
        return this with { Expansions = Math.Max(Expansions - expanded, 0), Time = left > TimeSpan.Zero ? left : TimeSpan.Zero };
    }

    /// <summary>What a question may spend where nothing else is said.</summary>
    public static Budget Default { get; } = new(Limits.MaxExpansions, Limits.MaxSearchTime);
}
