using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Routes;

/// <summary>The best routes, best first: cost up, hops up, then stop ids ascending.</summary>
/// <param name="StoppedBy">What ended the search before it was complete; null where it is complete.</param>
/// <param name="Expanded">Partial routes expanded.</param>
/// <param name="Obstacle">Where there is no route: the nearest obstacle, as far as it is known.</param>
public sealed record RouteAnswer(IReadOnlyList<Route> Routes, StopReason? StoppedBy, int Expanded, Obstacle? Obstacle)
{
    /// <summary>Whether these are the exact best routes; otherwise the best found within the budget.</summary>
    public bool Complete => StoppedBy is null;
}

/// <summary>The budget that ended a search.</summary>
public enum StopReason
{
    Expansions,
    Time,

    /// <summary>The graph is not in memory, and more of it may lie on a route than is read for one question.</summary>
    Relationships,
}

/// <summary>An ordered chain of stops joined by legs.</summary>
/// <param name="Cost">The sum of the costs of legs, joints and pools, in millionths.</param>
/// <param name="Countries">The chain of countries: a country or region stands for itself, a company for its home; other stops left out, repeats merged.</param>
/// <param name="WeakestLeg">The first leg of least plausibility, joints left out, counted from 0.</param>
public sealed record Route(long Cost, IReadOnlyList<string> Stops, IReadOnlyList<Leg> Legs, IReadOnlyList<string> Countries, int WeakestLeg)
{
    /// <summary>0..1, to 6 significant digits.</summary>
    public double Plausibility => Model.Plausibility.FromCost(Cost);

    /// <summary>The weakest of the legs' statuses.</summary>
    public Status Status => Legs.Max(l => l.Status);

    public int Hops => Legs.Count;
}

/// <summary>One relationship walked along its flow.</summary>
/// <param name="Key">The relationship that it walks.</param>
/// <param name="Along">Whether it is walked from its from end to its to end.</param>
/// <param name="Component">The id of the component that the leg names: the relationship's own, or else the last stop of the leg that is one; null for
/// none.</param>
/// <param name="Confidence">0..0.99.</param>
/// <param name="Cost">The leg's own cost, in millionths.</param>
/// <param name="Joint">How well it goes on from the last leg before it that names a component, 0..1; 1 where nothing joins.</param>
/// <param name="Pool">What its last stop takes off as an intermediate country or region; 1 where it is none.</param>
/// <param name="Alternatives">The ids of the other relationships that pass the filters and can be walked from the same stop to the same stop, in ordinal
/// order.</param>
public sealed record Leg(
    RelationshipKey Key, bool Along, string? Component, Status Status, double Confidence, int Cost, double Joint, double Pool,
    IReadOnlyList<string> Alternatives)
{
    /// <summary>The relationship's id.</summary>
    public string Relationship => Key.Id;

    public RelationshipType Type => Key.Type;

    /// <summary>Confidence x type x status, 0..1, to 6 significant digits; joint and pool left out.</summary>
    public double Plausibility => Model.Plausibility.FromCost(Cost);
}

/// <summary>Why there is no route.</summary>
/// <param name="Code"><c>empty_place_set</c>, <c>via_cut_off</c>, <c>ends_not_connected</c>, <c>too_few_legs</c>, <c>component_order</c> or
/// <c>no_simple_chain</c>.</param>
/// <param name="Field">The field of the question that it concerns, if one.</param>
/// <param name="Value">The value of that field that it concerns, if one.</param>
/// <param name="Message">The same in plain words, with what could be tried.</param>
/// <param name="NeededHops">For <c>too_few_legs</c>: how many legs the shortest chain has, maxHops + 1 or more. Null for every other.</param>
public sealed record Obstacle(string Code, string? Field, string? Value, string Message, int? NeededHops = null);
