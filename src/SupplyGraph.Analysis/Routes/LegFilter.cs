using SupplyGraph.Graph;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Routes;

/// <summary>
/// <see cref="LegFilters"/>, ready to be asked of very many relationships.
/// </summary>
internal readonly struct LegFilter
{
    private readonly Snapshot snapshot;
    private readonly uint types;
    private readonly uint statuses;
    private readonly int minConfidence;
    private readonly int day;
    private readonly bool removals;

    public LegFilter(Snapshot snapshot, LegFilters filters)
    {
        this.snapshot = snapshot;
        types = filters.Types.Count == 0 ? uint.MaxValue : filters.Types.Aggregate(0u, (mask, type) => mask | (1u << (int)type));
        statuses = filters.Statuses.Count == 0 ? uint.MaxValue : filters.Statuses.Aggregate(0u, (mask, status) => mask | (1u << (int)status));
        // Confidences are exact millionths; the subtraction keeps 0.7 from becoming 700,001 by the noise of a double.
        minConfidence = (int)Math.Ceiling((filters.MinConfidence * 1_000_000) - 1e-6);
        day = filters.AsOf.DayNumber;
        removals = snapshot.HasRemovals;
    }

    public bool Passes(int relationship)
    {
        if ((types & (1u << (int)snapshot.Type(relationship))) == 0) return false;
        var status = snapshot.Status(relationship);
        if ((statuses & (1u << (int)status)) == 0) return false;
        if (snapshot.ConfidenceMillionths(relationship) < minConfidence) return false;
        if (snapshot.CountsUntil(relationship) < day) return false;
        // What is announced or potential may begin later.
        if (status == Status.Established && snapshot.ValidFrom(relationship) > day) return false;
        return !removals || !snapshot.IsRemoved(relationship);
    }

    /// <summary>Whether a leg over the relationship may only end a route: research, showrooms and chargers pass nothing on.</summary>
    public bool EndsRoute(Arc arc) => arc.Along && snapshot.Type(arc.Relationship) == RelationshipType.OperatesIn
        && snapshot.Role(arc.Relationship) is Role.Research or Role.Distribution or Role.Charging;
}
