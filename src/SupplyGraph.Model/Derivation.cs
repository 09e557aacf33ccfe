namespace SupplyGraph.Model;

/// <summary>How claims add up to a relationship (design, section 2). Pure; the order in which claims are given never matters.</summary>
public static class Derivation
{
    /// <summary>Derives the relationship of one key. O(n log n) in the number of claims.</summary>
    /// <exception cref="ArgumentException">There is no claim: a relationship without evidence cannot exist.</exception>
    public static Relationship Derive(RelationshipKey key, IReadOnlyCollection<Claim> claims)
    {
        if (claims.Count == 0) throw new ArgumentException("A relationship needs at least one claim.", nameof(claims));
        if (claims.Count == 1) return Derive(key, claims.First());
        var newestFirst = NewestFirst(claims);
        var dated = newestFirst.Find(c => c.ValidFrom is not null || c.ValidTo is not null);
        var measured = newestFirst.Find(c => c.Amount is not null);
        return new Relationship(key, newestFirst[0].Status, CombinedConfidence(claims))
        {
            ValidFrom = dated?.ValidFrom,
            ValidTo = dated?.ValidTo,
            Amount = measured?.Amount,
            Unit = measured?.Unit,
            Claims = claims.Count,
            Disputes = Disputes(newestFirst, claims),
        };
    }

    /// <summary>The same for a relationship of one claim: most have no more, and a load derives millions.</summary>
    public static Relationship Derive(RelationshipKey key, Claim claim) => new(key, claim.Status, Rounded(1 - (1 - claim.Confidence)))
    {
        ValidFrom = claim.ValidFrom,
        ValidTo = claim.ValidTo,
        Amount = claim.Amount,
        Unit = claim.Amount is null ? null : claim.Unit,
        Claims = 1,
    };

    /// <summary>1 - product(1 - c) over distinct publishers, each by its best claim; at most 0.99, rounded to 6 decimals.</summary>
    public static double CombinedConfidence(IEnumerable<Claim> claims)
    {
        // Sorted, so that the product of doubles, and with it the sixth decimal, never depends on the order of loading.
        var best = claims.GroupBy(PublisherKey, (_, ofOne) => ofOne.Max(c => c.Confidence)).Order();
        var doubt = best.Aggregate(1.0, (product, confidence) => product * (1 - confidence));
        return Rounded(1 - doubt);
    }

    private static double Rounded(double confidence) => Math.Round(Math.Min(confidence, Limits.MaxConfidence), 6, MidpointRounding.AwayFromZero);

    /// <summary>Who speaks: the publisher, compared like a name, or where it is missing the URL's host.</summary>
    public static string PublisherKey(Claim claim) => PublisherKey(claim.Publisher, claim.SourceUrl);

    /// <inheritdoc cref="PublisherKey(Claim)"/>
    public static string PublisherKey(string? publisher, string? sourceUrl)
    {
        var named = NameKey.Of(publisher);
        if (named.Length > 0) return named;
        return Uri.TryCreate(sourceUrl, UriKind.Absolute, out var url) && url.Host.Length > 0 ? NameKey.Of(url.Host) : NameKey.Of(publisher ?? sourceUrl);
    }

    /// <summary>The claims that are sure enough to overturn others, newest first. A rumour overturns nothing.</summary>
    private static List<Claim> NewestFirst(IReadOnlyCollection<Claim> claims)
    {
        var enough = claims.Max(c => c.Confidence) / 2;
        var sure = claims.Where(c => c.Confidence >= enough).Select(c => (Claim: c, c.Id)).ToList();
        sure.Sort((a, b) => CompareNewest(a.Claim, a.Id, b.Claim, b.Id));
        return sure.ConvertAll(c => c.Claim);
    }

    private static int CompareNewest(Claim a, string aId, Claim b, string bId)
    {
        var order = SpokenOn(b).CompareTo(SpokenOn(a));
        if (order == 0) order = a.Status.CompareTo(b.Status);
        if (order == 0) order = (b.ValidTo?.LastDay ?? DateOnly.MaxValue).CompareTo(a.ValidTo?.LastDay ?? DateOnly.MaxValue);
        if (order == 0) order = (a.ValidFrom?.FirstDay ?? DateOnly.MinValue).CompareTo(b.ValidFrom?.FirstDay ?? DateOnly.MinValue);
        if (order == 0) order = (b.Amount ?? decimal.MinValue).CompareTo(a.Amount ?? decimal.MinValue);
        return order != 0 ? order : string.CompareOrdinal(aId, bId);
    }

    private static DateOnly SpokenOn(Claim claim) =>
        claim.SourceDate?.FirstDay ?? (claim.Status == Status.Established ? claim.ValidFrom?.FirstDay : null) ?? DateOnly.MinValue;

    private static List<Dispute> Disputes(List<Claim> newestFirst, IReadOnlyCollection<Claim> claims)
    {
        // The values that count come first; those of rumours follow in an order of their own, so that all are shown.
        var all = newestFirst.Concat(claims.Except(newestFirst).OrderBy(c => c.Id, StringComparer.Ordinal)).ToList();
        var disputes = new List<Dispute>();
        Add("status", all.ConvertAll(c => (string?)Term.Of(c.Status)));
        AddDates("validFrom", all.ConvertAll(c => c.ValidFrom));
        AddDates("validTo", all.ConvertAll(c => c.ValidTo));
        Add("amount", all.ConvertAll(Measure));
        return disputes;

        void Add(string field, List<string?> stated)
        {
            var values = stated.OfType<string>().Distinct(StringComparer.Ordinal).ToList();
            if (values.Count > 1) disputes.Add(new Dispute(field, values));
        }

        void AddDates(string field, List<PartialDate?> stated)
        {
            var dates = stated.OfType<PartialDate>().Distinct().ToList();
            var atOdds = dates.Exists(a => dates.Exists(b => !a.Contains(b) && !b.Contains(a)));
            if (atOdds) Add(field, dates.ConvertAll(d => (string?)d.ToString()));
        }
    }

    private static string? Measure(Claim claim) => claim.Amount is not { } amount
        ? null
        : $"{PlainNumber.Of(amount)} {claim.Unit}".TrimEnd();
}
