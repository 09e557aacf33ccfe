namespace SupplyGraph.Storage.Changes;

// Reading and deriving all claims of a relationship for every set that adds one would make a load quadratic in them.
internal sealed partial class RelationshipChanges
{
    /// <summary>From this many claims on a relationship's claims are read once, held until the end of the commit, and derived once.</summary>
    public const int Crowd = 200;

    private sealed record Crowded(StoredRelationship Stored, Dictionary<string, Entry> Claims);

    private readonly Dictionary<string, Crowded> crowded = new(StringComparer.Ordinal);

    /// <summary>Derives what was held back.</summary>
    public void SettleCrowded()
    {
        foreach (var (stored, claims) in crowded.Values) Write(stored, Derive(stored.Relationship.Key, claims));
        crowded.Clear();
    }

    private Crowded Hold(string id, StoredRelationship stored)
    {
        var held = new Crowded(stored, ClaimsOf(stored.N));
        crowded.Add(id, held);
        return held;
    }

    private void Join(Crowded crowd, ClaimBatch puts, int head)
    {
        for (var i = head; i != ClaimBatch.None; i = puts.NextOf(i))
        {
            var id = Put(crowd.Claims, puts, i);
            var entry = crowd.Claims[id];
            if (entry.N == 0)
            {
                var (n, source) = Insert(crowd.Stored.N, puts.IdOf(i), puts.SourceOf(i), entry.Claim);
                crowd.Claims[id] = entry with { N = n, Source = source, Origin = imports.Origin };
            }
            else if (entry.Changed)
            {
                Update(entry);
                crowd.Claims[id] = entry with { Changed = false };
            }
        }
    }
}
