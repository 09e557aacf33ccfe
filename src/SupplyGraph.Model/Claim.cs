namespace SupplyGraph.Model;

/// <summary>One source saying one thing about one relationship. Ends and component are entity ids.</summary>
public sealed record Claim(RelationshipType Type, string From, string To)
{
    /// <summary>What moves, an entity id of kind component.</summary>
    public string? Component { get; init; }

    /// <summary>What the first end does at the second, where the type has roles.</summary>
    public Role? Role { get; init; }

    public Status Status { get; init; } = Status.Established;

    /// <summary>When it begins, as stated.</summary>
    public PartialDate? ValidFrom { get; init; }

    /// <summary>When it ends, as stated.</summary>
    public PartialDate? ValidTo { get; init; }

    /// <summary>A quantity in <see cref="Unit"/>.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The unit of <see cref="Amount"/>, such as <c>GWh/yr</c>; free text, compared as text.</summary>
    public string? Unit { get; init; }

    /// <summary>What the source says, paraphrased.</summary>
    public string? Statement { get; init; }

    public string? SourceTitle { get; init; }
    public string? Publisher { get; init; }
    public string? SourceUrl { get; init; }

    /// <summary>When the source was published, as precisely as is known.</summary>
    public PartialDate? SourceDate { get; init; }

    /// <summary>How far the source is to be trusted in this, above 0 and at most 1.</summary>
    public double Confidence { get; init; } = Limits.DefaultConfidence;

    /// <summary>The relationship that this claim speaks of; the ends of a two-way type in ordinal order.</summary>
    public RelationshipKey Key => RelationshipKey.Of(Type, From, To, Component, Role);

    /// <summary>
    /// Derived from what the claim states, its source and its source date; not from confidence, nor from publisher and title where there is a URL.
    /// The same claim always has the same id, however it was spelled on the way in.
    /// </summary>
    public string Id => ClaimIdentity.Of(this);

    /// <summary>The source's id, derived from its URL as given, or else from publisher and title.</summary>
    public string SourceId => ClaimIdentity.SourceOf(this);

    /// <summary>Texts trimmed, empty ones null, the ends of a two-way type in ordinal order: the form that is stored. Itself where it has that form.</summary>
    public Claim Normalised()
    {
        var key = Key;
        if (ReferenceEquals(key.From, From) && ReferenceEquals(key.Component, Component) && TextsAreTrimmed) return this;
        return this with
        {
            From = key.From,
            To = key.To,
            Component = Text(Component),
            Unit = Text(Unit),
            Statement = Text(Statement),
            SourceTitle = Text(SourceTitle),
            Publisher = Text(Publisher),
            SourceUrl = Text(SourceUrl),
        };
    }

    private bool TextsAreTrimmed => IsTrimmed(Component) && IsTrimmed(Unit) && IsTrimmed(Statement) && IsTrimmed(SourceTitle) && IsTrimmed(Publisher)
        && IsTrimmed(SourceUrl);

    private static bool IsTrimmed(string? text) => text is null || (text.Length > 0 && !char.IsWhiteSpace(text[0]) && !char.IsWhiteSpace(text[^1]));

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
