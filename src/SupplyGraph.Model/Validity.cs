namespace SupplyGraph.Model;

/// <summary>On which days a relationship counts (design, section 4, asOf).</summary>
public static class Validity
{
    /// <summary>
    /// The last day on which it counts; null for no end. The end of an export or an output is the end of what was observed, not of the thing,
    /// so those count for <see cref="Limits.ObservationMonths"/> more.
    /// </summary>
    public static DateOnly? CountsUntil(RelationshipType type, PartialDate? validTo)
    {
        if (validTo?.LastDay is not { } end) return null;
        if (type is not (RelationshipType.ExportsTo or RelationshipType.Produces)) return end;
        if (end >= DateOnly.MaxValue.AddMonths(-Limits.ObservationMonths)) return null;
        var last = end.AddMonths(Limits.ObservationMonths);
        // Counted back from the day asked about: 36 months before 29 February is 28 February, which still counts on the 29th.
        return last.AddDays(1).AddMonths(-Limits.ObservationMonths) <= end ? last.AddDays(1) : last;
    }
}
