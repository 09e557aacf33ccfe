using SupplyGraph.Model;

namespace SupplyGraph.Storage.Changes;

/// <summary>kind_of and part_of taken together, without cycles. Read once per commit that adds to them; a step costs at most one walk over what lies above
/// it.</summary>
internal sealed class TaxonomyCycles
{
    private readonly record struct Step(string To, RelationshipType Type);

    private readonly Dictionary<string, List<Step>> above = new(StringComparer.Ordinal);

    public TaxonomyCycles(IEnumerable<RelationshipKey> stored)
    {
        foreach (var key in stored) Put(key);
    }

    public static bool Concerns(RelationshipType type) => type is RelationshipType.KindOf or RelationshipType.PartOf;

    /// <summary>Adds a relationship unless it closes a cycle; the cycle in words where it does.</summary>
    public string? Add(RelationshipKey key)
    {
        if (above.TryGetValue(key.From, out var steps) && steps.Contains(new(key.To, key.Type))) return null;
        if (PathBetween(key.To, key.From) is not { } path)
        {
            Put(key);
            return null;
        }
        return $"{key.From} {Term.Of(key.Type)} {path}";
    }

    private void Put(RelationshipKey key)
    {
        if (!above.TryGetValue(key.From, out var steps)) above.Add(key.From, steps = []);
        steps.Add(new(key.To, key.Type));
    }

    private string? PathBetween(string from, string to)
    {
        var cameBy = new Dictionary<string, (string From, RelationshipType Type)>(StringComparer.Ordinal);
        var open = new Queue<string>([from]);
        while (open.TryDequeue(out var at) && at != to)
            foreach (var step in above.GetValueOrDefault(at) ?? [])
                if (step.To != from && cameBy.TryAdd(step.To, (at, step.Type))) open.Enqueue(step.To);
        if (from != to && !cameBy.ContainsKey(to)) return null;
        var path = to;
        for (var at = to; at != from; at = cameBy[at].From) path = $"{cameBy[at].From} {Term.Of(cameBy[at].Type)} {path}";
        return path;
    }
}
