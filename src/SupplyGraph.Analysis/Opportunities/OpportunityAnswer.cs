using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Opportunities;

/// <summary>The stages that a country lacks, and who is near enough to bring them.</summary>
/// <param name="Stages">The stages with no established company there, in order of the chain.</param>
public sealed record OpportunityAnswer(IReadOnlyList<MissingStage> Stages);

/// <summary>A stage with no established company in the country.</summary>
/// <param name="Established">How many companies are established at it in other countries.</param>
/// <param name="Near">How many of them have a tie to the country.</param>
/// <param name="Companies">The nearest of these, nearness down, then by id.</param>
public sealed record MissingStage(Stage Stage, int Established, int Near, IReadOnlyList<Opportunity> Companies);

/// <summary>A company established at the stage elsewhere.</summary>
/// <param name="Nearness">1 - product(1 - weight x plausibility) over its ties: above 0 and below 1, to 6 decimals.</param>
/// <param name="Work">The relationships by which it is established at the stage, in order of their ids.</param>
/// <param name="Ties">One for each other entity, strongest first, then by that entity's id.</param>
public sealed record Opportunity(string Company, double Nearness, IReadOnlyList<Counted> Work, IReadOnlyList<OpportunityTie> Ties);

/// <summary>What ties a company to the country through one other entity: the best of all that does.</summary>
/// <param name="Other">The country itself, a company at work there, a country of the same region, or the home that is linked to the country.</param>
/// <param name="Weight">What a tie of the kind counts, see <see cref="TieWeight"/>.</param>
/// <param name="Plausibility">Of its route, 0..1, to 6 significant digits.</param>
/// <param name="Region">The region that the other country and the country asked for have in common; null for other kinds.</param>
/// <param name="Legs">One or two.</param>
public sealed record OpportunityTie(TieKind Kind, string Other, double Weight, double Plausibility, string? Region, IReadOnlyList<TieLeg> Legs)
{
    /// <summary>Weight x plausibility: what it brings to the nearness by itself.</summary>
    public double Strength => Weight * Plausibility;
}

/// <summary>One relationship of a tie, in the direction in which it is walked.</summary>
/// <param name="Plausibility">Confidence x factor x status, 0..1, to 6 significant digits.</param>
public sealed record TieLeg(string From, string To, Counted Relationship, double Plausibility);

/// <summary>The kinds of ties, in the order of which the first wins where two are equally strong.</summary>
public enum TieKind
{
    /// <summary>At work in the country itself.</summary>
    AtWork,

    /// <summary>Owner, partner or supplier of a company at work there.</summary>
    Affiliate,

    /// <summary>At work in a country of the same region.</summary>
    SameRegion,

    /// <summary>Its home is linked to the country by a corridor, an agreement or a cooperation.</summary>
    HomeLink,
}

/// <summary>What ties of each kind count (design, section 5).</summary>
public static class TieWeight
{
    /// <summary>0..1.</summary>
    public static double Of(TieKind kind) => kind switch { TieKind.AtWork => 0.6, TieKind.Affiliate => 0.4, _ => 0.2 };
}
