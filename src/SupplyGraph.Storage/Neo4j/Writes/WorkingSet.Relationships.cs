using SupplyGraph.Model;
using SupplyGraph.Storage.Changes;

namespace SupplyGraph.Storage.Neo4j.Writes;

internal sealed partial class WorkingSet
{
    private readonly Dictionary<string, RelationshipRow> relationships = new(StringComparer.Ordinal);
    private readonly Dictionary<long, RelationshipRow> relationshipsByN = [];
    private List<RelationshipKey>? taxonomy;

    public IReadOnlyCollection<RelationshipRow> Relationships => relationships.Values;

    public bool KnowsTaxonomy => taxonomy is not null;

    public void Add(RelationshipRow row)
    {
        relationships[row.Id] = row;
        relationshipsByN[row.N] = row;
    }

    public RelationshipRow? HeldRelationship(string id) => relationships.GetValueOrDefault(id);

    /// <summary>Takes the stored relationships of the types kind_of and part_of.</summary>
    public void SetTaxonomy(IEnumerable<RelationshipKey> stored) => taxonomy = [.. stored];

    public StoredRelationship? FindRelationship(string id) =>
        relationships.TryGetValue(id, out var row) && !row.Gone ? new StoredRelationship(row.N, row.Relationship) : null;

    public IEnumerable<RelationshipKey> Taxonomy() => (taxonomy ?? throw new InvalidOperationException("The taxonomy was not read."))
        .Where(key => !relationships.TryGetValue(key.Id, out var row) || row.Claims.Exists(c => !c.Gone));

    public void InsertRelationship(long n, string id, Relationship derived, in NamedEntities named)
    {
        Add(new RelationshipRow { N = n, Id = id, Relationship = derived, State = RowState.New });
        Count(derived.Key, 1);
    }

    public void UpdateRelationship(long n, Relationship derived)
    {
        var row = relationshipsByN[n];
        row.Relationship = derived;
        row.Change();
        changed[(ChangedThing.Relationship, n)] = row.Id;
    }

    public void DeleteRelationship(long n)
    {
        var row = relationshipsByN[n];
        row.State = RowState.Removed;
        Count(row.Relationship.Key, -1);
    }

    private void Count(RelationshipKey key, int one)
    {
        Use(key.From, relationships: one);
        Use(key.To, relationships: one);
        Use(key.Component, relationships: one);
    }
}
