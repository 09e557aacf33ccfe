using SupplyGraph.Model;

namespace SupplyGraph.Storage.Embedded;

/// <summary>What one commit changed, as far as snapshot and names are concerned.</summary>
internal sealed class ViewChanges
{
    public List<RelationshipKey> RemovedRelationships { get; } = [];
    public List<string> RemovedEntities { get; } = [];
    public List<Entity> PutEntities { get; } = [];
    public List<Relationship> PutRelationships { get; } = [];

    public int Count => RemovedRelationships.Count + RemovedEntities.Count + PutEntities.Count + PutRelationships.Count;

    /// <summary>The next view, made from the one before. O(changes).</summary>
    public GraphView ApplyTo(GraphView view, long version)
    {
        var editor = view.Snapshot.Edit();
        foreach (var key in RemovedRelationships) editor.RemoveRelationship(key);
        foreach (var id in RemovedEntities) editor.RemoveEntity(id);
        // A company's country must be there before the company.
        foreach (var entity in PutEntities.OrderBy(e => e.Country is null ? 0 : 1)) editor.PutEntity(entity.Id, entity.Kind, entity.Country, entity.Stage);
        foreach (var put in PutRelationships) editor.PutRelationship(put.Key, put.Status, put.Confidence, put.ValidFrom, put.ValidTo);
        return new(editor.ToSnapshot(version), view.Names.With(PutEntities, RemovedEntities));
    }
}
