using SupplyGraph.Model;

namespace SupplyGraph.Storage.Changes;

internal sealed partial class RelationshipChanges
{
    /// <summary>A claim of the relationship at hand.</summary>
    /// <param name="N">Its row; 0 until it is written.</param>
    /// <param name="Put">Its place in the batch, where it is not written yet.</param>
    /// <param name="Origin">The import that created it.</param>
    private sealed record Entry(long N, int Put, long Source, long? Origin, Claim Claim, bool Changed);

    public int ClaimsCreated { get; private set; }
    public int ClaimsChanged { get; private set; }
    public int ClaimsUnchanged { get; private set; }
    public int ClaimsRemoved { get; private set; }

    /// <summary>Removes a claim and gives the id of its relationship, which is to be settled after; null where there is no such claim.</summary>
    public string? RemoveClaim(string id)
    {
        if (rows.FindClaim(id) is not { } claim) return null;
        RemoveClaim(claim.N, id, claim.Source);
        return claim.Relationship;
    }

    /// <summary>Removes a claim, whose relationship is to be settled after.</summary>
    public void RemoveClaim(long n, string id, long source)
    {
        rows.DeleteClaim(n);
        feed.Removed(ChangedThing.Claim, n, id);
        sources.Recount(source);
        ClaimsRemoved++;
    }

    private Dictionary<string, Entry> ClaimsOf(long relationship)
    {
        var claims = new Dictionary<string, Entry>(StringComparer.Ordinal);
        foreach (var claim in rows.ClaimsOf(relationship))
            claims.Add(claim.Id, new Entry(claim.N, ClaimBatch.None, claim.Source, claim.Origin, claim.Claim, false));
        return claims;
    }

    /// <summary>Puts a claim beside those of its relationship, and gives its id.</summary>
    private string Put(Dictionary<string, Entry> claims, ClaimBatch puts, int put)
    {
        var (id, claim) = (Convert.ToHexStringLower(puts.IdOf(put)), puts[put]);
        if (!claims.TryGetValue(id, out var known))
        {
            claims.Add(id, new Entry(0, put, 0, null, claim, false));
            ClaimsCreated++;
            return id;
        }
        if (known.N > 0) imports.Restate(known.N, known.Origin);
        if (known.Claim.Confidence.Equals(claim.Confidence) && known.Claim.Publisher == claim.Publisher && known.Claim.SourceTitle == claim.SourceTitle)
        {
            ClaimsUnchanged++;
            return id;
        }
        claims[id] = known with { Claim = claim, Changed = true };
        ClaimsChanged++;
        return id;
    }

    private (long N, long Source) Insert(long relationship, ReadOnlySpan<byte> id, string source, Claim claim)
    {
        var n = numbers.Next(ChangedThing.Claim);
        var cited = sources.Cite(source, claim);
        rows.InsertClaim(n, id, relationship, cited, claim, imports.Origin);
        feed.Created(ChangedThing.Claim, n);
        return (n, cited);
    }

    private void Update(Entry entry)
    {
        rows.UpdateClaim(entry.N, entry.Claim);
        if (entry.N <= claimsBefore) feed.Changed(ChangedThing.Claim, entry.N);
        sources.Recount(entry.Source);
    }

    private readonly long claimsBefore = numbers.Last(ChangedThing.Claim);
}
