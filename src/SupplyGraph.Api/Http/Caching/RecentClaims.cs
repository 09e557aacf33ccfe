using System.Collections.Concurrent;
using SupplyGraph.Model;
using SupplyGraph.Storage;

namespace SupplyGraph.Api.Http.Caching;

/// <summary>
/// The evidence of relationships that answers have shown, kept while the graph stays as it is: what is asked of a graph rests on the same few relationships
/// again and again. Safe for any number of requests.
/// </summary>
internal sealed class RecentClaims(IGraphStore store)
{
    private Kept kept = new(-1);

    /// <summary>The claims of each of some relationships, none where the store has none.</summary>
    /// <param name="version">The version of the graph that the request sees.</param>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<Claim>>> OfAsync(
        IReadOnlyCollection<string> relationships, long version, CancellationToken cancel)
    {
        var at = At(version);
        var claims = new Dictionary<string, IReadOnlyList<Claim>>(relationships.Count, StringComparer.Ordinal);
        foreach (var id in relationships)
            if (at.Claims.TryGetValue(id, out var known)) claims[id] = known;
        var missing = relationships.Where(id => !claims.ContainsKey(id)).ToList();
        if (missing.Count == 0) return claims;
        var read = await store.GetClaimsOfAsync(missing, cancel);
        foreach (var id in missing) claims[id] = at.Keep(id, read.GetValueOrDefault(id) ?? []);
        return claims;
    }

    // A request that still sees an older version keeps what it reads to itself.
    private Kept At(long version)
    {
        var current = Volatile.Read(ref kept);
        if (current.Version == version && !current.IsFull) return current;
        var fresh = new Kept(version);
        if (current.Version <= version) Interlocked.CompareExchange(ref kept, fresh, current);
        return fresh;
    }

    private sealed class Kept(long version)
    {
        private int count;

        public long Version => version;

        public ConcurrentDictionary<string, IReadOnlyList<Claim>> Claims { get; } = new(StringComparer.Ordinal);

        public bool IsFull => Volatile.Read(ref count) > Limits.MaxKeptClaims;

        public IReadOnlyList<Claim> Keep(string relationship, IReadOnlyList<Claim> claims)
        {
            if (Claims.TryAdd(relationship, claims)) Interlocked.Add(ref count, claims.Count + 1);
            return claims;
        }
    }
}
