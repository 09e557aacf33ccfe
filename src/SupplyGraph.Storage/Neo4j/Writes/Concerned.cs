using SupplyGraph.Model;
using SupplyGraph.Storage.Changes;
using SupplyGraph.Storage.Neo4j.Schema;

namespace SupplyGraph.Storage.Neo4j.Writes;

/// <summary>What of the graph a change set can touch: what is to be read before the rules run.</summary>
internal sealed class Concerned
{
    /// <summary>Entities of which number and kind are enough.</summary>
    public HashSet<string> Named { get; } = new(StringComparer.Ordinal);

    /// <summary>Entities of which all is read, with the kind that they are to have; empty for one that is to go.</summary>
    public Dictionary<string, string> Whole { get; } = new(StringComparer.Ordinal);

    /// <summary>Names that others of the kind may bear.</summary>
    public HashSet<(string Kind, string Key)> Names { get; } = [];

    public HashSet<string> Relationships { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Sources { get; } = new(StringComparer.Ordinal);

    public bool Taxonomy { get; private set; }

    /// <param name="changes">The set.</param>
    /// <param name="puts">Its claims.</param>
    public static Concerned By(ChangeSet changes, ClaimBatch puts)
    {
        var concerned = new Concerned();
        foreach (var entity in changes.Entities) concerned.Add(EntityRules.Normalised(entity));
        foreach (var id in changes.RemovedEntities) concerned.Whole[id] = "";
        for (var i = 0; i < puts.Count; i++) concerned.Add(puts, i);
        return concerned;
    }

    private void Add(Entity entity)
    {
        Whole.TryAdd(entity.Id, Term.Of(entity.Kind));
        Names.Add((Term.Of(entity.Kind), IndexedText.Of(NameKey.Of(entity.Name))));
        if (entity.Country is { } country) Named.Add(country);
    }

    private void Add(ClaimBatch puts, int index)
    {
        var claim = puts[index];
        Named.Add(claim.From);
        Named.Add(claim.To);
        if (claim.Component is { } component) Named.Add(component);
        Relationships.Add(puts.RelationshipOf(index));
        Sources.Add(puts.SourceOf(index));
        Taxonomy |= TaxonomyCycles.Concerns(claim.Type);
    }
}
