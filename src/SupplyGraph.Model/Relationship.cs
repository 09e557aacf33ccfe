namespace SupplyGraph.Model;

/// <summary>What all claims with one key add up to. Derived by <see cref="Derivation"/>, never written directly.</summary>
/// <param name="Confidence">0..0.99, to 6 decimals: the chance that at least one of the distinct publishers is right.</param>
public sealed record Relationship(RelationshipKey Key, Status Status, double Confidence)
{
    public string Id => Key.Id;

    /// <summary>When it begins, as stated.</summary>
    public PartialDate? ValidFrom { get; init; }

    /// <summary>When it ends, as stated.</summary>
    public PartialDate? ValidTo { get; init; }

    /// <summary>A quantity in <see cref="Unit"/>.</summary>
    public decimal? Amount { get; init; }

    public string? Unit { get; init; }

    /// <summary>How many claims state it, at least 1.</summary>
    public int Claims { get; init; }

    /// <summary>Whether claims state different values of one field; <see cref="Disputes"/> shows them all.</summary>
    public bool Disputed => Disputes.Count > 0;

    /// <summary>Each disputed field with every value stated, the newest claim's first.</summary>
    public IReadOnlyList<Dispute> Disputes { get; init; } = [];

    public bool Equals(Relationship? other) => other is not null && Key == other.Key && Status == other.Status && Confidence.Equals(other.Confidence)
        && ValidFrom == other.ValidFrom && ValidTo == other.ValidTo && Amount == other.Amount && Unit == other.Unit && Claims == other.Claims
        && Disputes.SequenceEqual(other.Disputes);

    public override int GetHashCode() => Key.GetHashCode();
}

/// <summary>One field on which claims disagree: <c>status</c>, <c>validFrom</c>, <c>validTo</c> or <c>amount</c> (with its unit).</summary>
public sealed record Dispute(string Field, IReadOnlyList<string> Values)
{
    public bool Equals(Dispute? other) => other is not null && Field == other.Field && Values.SequenceEqual(other.Values, StringComparer.Ordinal);
    public override int GetHashCode() => HashCode.Combine(Field, Values.Count);
}

/// <summary>A publication that claims cite.</summary>
/// <param name="Id">Derived from the URL as given, or else from publisher and title.</param>
/// <param name="Claims">How many claims cite it.</param>
public sealed record Source(string Id, string? Url, string? Publisher, string? Title, PartialDate? Date, int Claims);
