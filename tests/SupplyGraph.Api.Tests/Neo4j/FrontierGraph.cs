using SupplyGraph.Graph;
using SupplyGraph.Model;
using SupplyGraph.Storage;
using SupplyGraph.Storage.Names;
using SupplyGraph.Storage.Neo4j.Frontier;

namespace SupplyGraph.Api.Tests.Neo4j;

/// <summary>One graph twice: whole, and as a skeleton whose relationships are read for each question.</summary>
internal sealed class FrontierGraph
{
    private readonly Dictionary<RelationshipKey, Relationship> relationships;

    public FrontierGraph(IReadOnlyList<Entity> entities, IReadOnlyList<Relationship> relationships)
    {
        this.relationships = relationships.ToDictionary(r => r.Key);
        Whole = new GraphView(SnapshotOf(entities, relationships), NameIndex.Empty);
        var bare = SnapshotOf(entities, relationships.Where(r => Skeleton.IsStructure(r.Key.Type)));
        Skeleton = new Skeleton(bare, NameIndex.Empty, EntityNumbers.Of([.. Enumerable.Range(1, bare.NodeCount).Select(n => (long)n)]));
    }

    public GraphView Whole { get; }

    public Skeleton Skeleton { get; }

    /// <summary>Legs that are found at most for one extent.</summary>
    public int Most { get; init; } = Limits.MaxExtractedRelationships;

    /// <summary>Whether somebody changes the graph whenever it is read.</summary>
    public bool ChangesMeanwhile { get; init; }

    /// <summary>What read the last extent.</summary>
    public SnapshotFrontier? LastRead { get; private set; }

    /// <summary>The relationship of a key, if the graph holds it.</summary>
    public Relationship? Find(RelationshipKey key) => relationships.GetValueOrDefault(key);

    /// <summary>What a store of this graph answers.</summary>
    public async ValueTask<GraphExtent?> ExtentAsync(GraphView view, Extent wanted, CancellationToken cancel)
    {
        LastRead = new SnapshotFrontier(this, wanted);
        return await FrontierExpansion.ReadAsync(LastRead, view.Snapshot, wanted, cancel, Most);
    }

    private static Snapshot SnapshotOf(IReadOnlyList<Entity> entities, IEnumerable<Relationship> relationships)
    {
        var builder = new SnapshotBuilder();
        var handles = entities.ToDictionary(e => e.Id, e => builder.AddEntity(e.Id, e.Kind, e.Stage));
        foreach (var company in entities.Where(e => e.Country is not null)) builder.SetCountry(handles[company.Id], handles[company.Country!]);
        foreach (var r in relationships)
        {
            builder.AddRelationship(
                r.Key.Type, handles[r.Key.From], handles[r.Key.To], r.Key.Component is { } component ? handles[component] : -1, r.Key.Role, r.Status,
                r.Confidence, r.ValidFrom, r.ValidTo);
        }
        return builder.Build(version: 1);
    }
}
