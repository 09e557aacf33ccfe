using SupplyGraph.Graph;

namespace SupplyGraph.Analysis.Hubs;

/// <summary>Relationships gathered by the entity at their other end.</summary>
internal sealed class HubLinking
{
    private readonly Dictionary<int, List<Counted>> links = [];

    /// <summary>How many relationships have been added.</summary>
    public int Relationships { get; private set; }

    /// <summary>How many each entity has.</summary>
    public IEnumerable<int> Counts => links.Values.Select(relationships => relationships.Count);

    public void Add(int entity, Counted relationship)
    {
        if (!links.TryGetValue(entity, out var relationships)) links[entity] = relationships = [];
        relationships.Add(relationship);
        Relationships++;
    }

    /// <summary>The most linked entities, up to a limit.</summary>
    public HubLinks Take(Snapshot snapshot, int limit) => new(links.Count,
    [
        .. links.OrderByDescending(link => link.Value.Count).ThenBy(link => snapshot.Id(link.Key), StringComparer.Ordinal).Take(limit)
            .Select(link => new HubLink(snapshot.Id(link.Key), [.. link.Value.OrderBy(r => r.Key.Id, StringComparer.Ordinal)])),
    ]);
}
