using SupplyGraph.Graph;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Tests.Oracle;

/// <summary>A plain description of a graph, which the oracle reads as it stands and the engine reads as a snapshot.</summary>
public sealed record OracleGraph(IReadOnlyList<Entity> Entities, IReadOnlyList<Relationship> Relationships)
{
    private readonly Dictionary<string, EntityKind> kinds = Entities.ToDictionary(e => e.Id, e => e.Kind);

    public EntityKind KindOf(string id) => kinds[id];

    public IEnumerable<string> Of(params EntityKind[] wanted) => Entities.Where(e => wanted.Contains(e.Kind)).Select(e => e.Id);

    /// <summary>The pairs (from, to) of all relationships of one type, whatever their status, validity or confidence.</summary>
    public IEnumerable<(string From, string To)> Pairs(RelationshipType type) =>
        Relationships.Where(r => r.Key.Type == type).Select(r => (r.Key.From, r.Key.To)).Distinct();

    /// <summary>The same graph as the engine sees it, fed in the order of the lists.</summary>
    public Snapshot ToSnapshot()
    {
        var builder = new SnapshotBuilder();
        var handles = Entities.ToDictionary(e => e.Id, e => builder.AddEntity(e.Id, e.Kind, e.Stage));
        foreach (var company in Entities.Where(e => e.Country is not null)) builder.SetCountry(handles[company.Id], handles[company.Country!]);
        foreach (var r in Relationships)
        {
            var component = r.Key.Component is { } c ? handles[c] : -1;
            builder.AddRelationship(
                r.Key.Type, handles[r.Key.From], handles[r.Key.To], component, r.Key.Role, r.Status, r.Confidence, r.ValidFrom, r.ValidTo);
        }
        return builder.Build(version: 1);
    }
}
