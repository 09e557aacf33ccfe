using SupplyGraph.Graph;
using SupplyGraph.Storage.Names;
using SupplyGraph.Storage.Neo4j.Frontier;

namespace SupplyGraph.Storage.Neo4j.Projection;

/// <summary>Takes the rows of a graph, first all entities, then relationships, and makes a view of them.</summary>
/// <param name="expected">About how many relationships there will be.</param>
/// <param name="lastEntity">The greatest number of an entity.</param>
internal sealed class GraphGathering(long expected, long lastEntity)
{
    private const int Unknown = -1;

    private readonly SnapshotBuilder builder = new((int)expected);
    private readonly List<NumberedEntity> entities = [];
    private readonly Dictionary<string, int> byId = new(StringComparer.Ordinal);
    private readonly int[] handles = [.. Enumerable.Repeat(Unknown, (int)lastEntity + 1)];

    public void Add(NumberedEntity row)
    {
        entities.Add(row);
        byId[row.Entity.Id] = handles[row.N] = builder.AddEntity(row.Entity.Id, row.Entity.Kind, row.Entity.Stage);
    }

    /// <summary>Gives companies their countries, once all entities are there.</summary>
    public void SettleCountries()
    {
        foreach (var (_, entity) in entities)
            if (entity.Country is { } country && byId.TryGetValue(country, out var home)) builder.SetCountry(byId[entity.Id], home);
    }

    /// <summary>The number of an entity; 0 where there is none.</summary>
    public long NumberOf(string? id) => id is not null && byId.TryGetValue(id, out var handle) ? entities[handle].N : 0;

    /// <summary>Adds a relationship unless an end is missing: a commit that came in between put or removed it, and the feed brings what belongs to it.</summary>
    public void Add(in NumberedRelationship row)
    {
        var (from, to) = (HandleOf(row.From), HandleOf(row.To));
        if (from == Unknown || to == Unknown) return;
        builder.AddRelationship(row.Type, from, to, HandleOf(row.Component), row.Role, row.Status, row.Confidence, row.ValidFrom, row.ValidTo);
    }

    /// <summary>The view of everything.</summary>
    public GraphView ToView(long version) => new(builder.Build(version), NameIndex.Build(entities.Select(e => e.Entity)));

    /// <summary>The view of a graph of which only the structure was taken.</summary>
    public Skeleton ToSkeleton(long version)
    {
        var (snapshot, names) = ToView(version);
        var numbers = new long[snapshot.NodeCount];
        foreach (var (n, entity) in entities)
            if (snapshot.TryFind(entity.Id, out var node)) numbers[node] = n;
        return new Skeleton(snapshot, names, EntityNumbers.Of(numbers));
    }

    private int HandleOf(long n) => n > 0 && n < handles.Length ? handles[n] : Unknown;
}
