using SupplyGraph.Model;
using SupplyGraph.Storage.Names;

namespace SupplyGraph.Storage.Changes;

/// <summary>
/// How one commit leaves what it touched, as far as snapshot and names are concerned; null for what it removed. Where it touched more relationships than
/// <see cref="Limits.MaxOverlay"/>, or more entities than <see cref="Limits.MaxNameChanges"/>, only that it did.
/// </summary>
internal sealed class ViewChanges
{
    private readonly Dictionary<RelationshipKey, Relationship?> relationships = [];
    private readonly Dictionary<string, Entity?> entities = new(StringComparer.Ordinal);
    private bool manyRelationships;
    private bool manyEntities;

    public void Remove(RelationshipKey key) => manyRelationships = Note(relationships, key, null, Limits.MaxOverlay, manyRelationships);

    public void Remove(string entity) => manyEntities = Note(entities, entity, null, Limits.MaxNameChanges, manyEntities);

    public void Put(Entity entity) => manyEntities = Note(entities, entity.Id, entity, Limits.MaxNameChanges, manyEntities);

    public void Put(Relationship relationship) =>
        manyRelationships = Note(relationships, relationship.Key, relationship, Limits.MaxOverlay, manyRelationships);

    /// <summary>Whether a snapshot can carry these changes beside those that it carries already.</summary>
    public bool FitOn(GraphView view) =>
        !manyRelationships && !manyEntities && relationships.Count + entities.Count + view.Snapshot.OverlaySize <= Limits.MaxOverlay;

    /// <summary>The names after the commit; null where they are to be read anew.</summary>
    public NameIndex? NamesAfter(GraphView view) => manyEntities ? null : view.Names.With(Put(), Gone());

    /// <summary>The next view, made from the one before. O(changes).</summary>
    public GraphView ApplyTo(GraphView view, long version)
    {
        var editor = view.Snapshot.Edit();
        var (gone, put) = (Gone(), Put());
        foreach (var (key, left) in relationships)
            if (left is null) editor.RemoveRelationship(key);
        foreach (var id in gone) editor.RemoveEntity(id);
        // A company's country must be there before the company.
        foreach (var entity in put.OrderBy(e => e.Country is null ? 0 : 1)) editor.PutEntity(entity.Id, entity.Kind, entity.Country, entity.Stage);
        foreach (var left in relationships.Values.OfType<Relationship>())
            editor.PutRelationship(left.Key, left.Status, left.Confidence, left.ValidFrom, left.ValidTo);
        return new(editor.ToSnapshot(version), view.Names.With(put, gone));
    }

    private string[] Gone() => [.. entities.Where(e => e.Value is null).Select(e => e.Key)];

    private Entity[] Put() => [.. entities.Values.OfType<Entity>()];

    /// <summary>Notes how a thing is left, unless there are too many; whether there are.</summary>
    private static bool Note<TKey, T>(Dictionary<TKey, T?> left, TKey key, T? item, int most, bool tooMany) where TKey : notnull where T : class
    {
        if (tooMany) return true;
        left[key] = item;
        if (left.Count <= most) return false;
        left.Clear();
        return true;
    }
}
