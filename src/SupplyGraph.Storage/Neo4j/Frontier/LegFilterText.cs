using SupplyGraph.Model;
using SupplyGraph.Storage.Neo4j.Reads;

namespace SupplyGraph.Storage.Neo4j.Frontier;

/// <summary>
/// The filters of a question as conditions on a relationship that a statement calls <c>r</c>. A condition that lets everything through is left out.
/// </summary>
internal sealed class LegFilterText
{
    // Confidences are exact millionths: half of one keeps the noise of a double from leaving out what is just enough.
    private const double HalfMillionth = 0.5e-6;

    public LegFilterText(Extent wanted)
    {
        var quick = new List<string>();
        if (wanted.Statuses.Count > 0 && !wanted.StatusesChange)
        {
            quick.Add("r.status IN $statuses");
            Parameters["statuses"] = wanted.Statuses.Select(Term.Of).ToList();
        }
        if (wanted.MinConfidence > 0)
        {
            quick.Add("r.confidence >= $leastConfidence");
            Parameters["leastConfidence"] = wanted.MinConfidence - HalfMillionth;
        }
        var full = new List<string>(quick) { "r.since <= $version", "(r.countsUntil IS NULL OR r.countsUntil >= $day)" };
        if (!wanted.StatusesChange) full.Add("(r.begins IS NULL OR r.begins <= $day OR r.status <> $established)");
        Parameters["day"] = StoredValues.Day(wanted.AsOf);
        Parameters["established"] = Term.Of(Status.Established);
        Quick = string.Join(" AND ", quick);
        Full = string.Join(" AND ", full);
    }

    /// <summary>What is worth reading properties for while the frontier grows; empty for nothing.</summary>
    public string Quick { get; }

    /// <summary>All that a leg must pass.</summary>
    public string Full { get; }

    /// <summary>What the conditions speak of.</summary>
    public Dictionary<string, object?> Parameters { get; } = [];
}
