using SupplyGraph.Model;

namespace SupplyGraph.Storage.Changes;

/// <summary>The entities at a relationship's ends and its component, as far as they were looked up.</summary>
internal record struct NamedEntities(KnownEntity? From, KnownEntity? To, KnownEntity? Component)
{
    public readonly bool AnyRefused => From is { Refused: true } || To is { Refused: true } || Component is { Refused: true };
}

/// <summary>
/// Claims in the form that is stored, with their identities, chained by relationship so that each relationship is read, derived and written once. Made
/// without the database, so that one batch is prepared while another is written.
/// </summary>
internal sealed class ClaimBatch
{
    public const int None = -1;

    private readonly Claim[] claims;
    private readonly RelationshipKey[] keys;
    private readonly string[] relationships;
    private readonly string[] sources;
    private readonly byte[] ids;
    private readonly int[] next;
    private readonly NamedEntities[] entities;
    private readonly Dictionary<int, IReadOnlyList<RuleBreak>> broken = [];
    private readonly Dictionary<string, int> last;

    public ClaimBatch(IReadOnlyList<Claim> given)
    {
        claims = new Claim[given.Count];
        keys = new RelationshipKey[given.Count];
        relationships = new string[given.Count];
        sources = new string[given.Count];
        ids = new byte[given.Count * ClaimIdentity.Size];
        next = new int[given.Count];
        entities = new NamedEntities[given.Count];
        last = new Dictionary<string, int>(given.Count, StringComparer.Ordinal);
        for (var i = 0; i < claims.Length; i++)
        {
            claims[i] = given[i].Normalised();
            keys[i] = claims[i].Key;
            relationships[i] = keys[i].Id;
            sources[i] = i > 0 && CiteTheSame(claims[i - 1], claims[i]) ? sources[i - 1] : ClaimIdentity.SourceOf(claims[i]);
            ClaimIdentity.Write(claims[i], relationships[i], sources[i], ids.AsSpan(i * ClaimIdentity.Size, ClaimIdentity.Size));
            if (ClaimRules.Check(claims[i]) is { Count: > 0 } breaks) broken.Add(i, breaks);
        }
    }

    public int Count => claims.Length;

    /// <summary>The first claim of each relationship, in the order given.</summary>
    public List<int> Heads { get; } = [];

    public Claim this[int index] => claims[index];

    public RelationshipKey KeyOf(int index) => keys[index];

    public string RelationshipOf(int index) => relationships[index];

    public string SourceOf(int index) => sources[index];

    public ReadOnlySpan<byte> IdOf(int index) => ids.AsSpan(index * ClaimIdentity.Size, ClaimIdentity.Size);

    /// <summary>The id of each claim, as digits, in the order given.</summary>
    public string[] Ids() => [.. Enumerable.Range(0, Count).Select(i => Convert.ToHexStringLower(IdOf(i)))];

    /// <summary>The rules that a claim breaks by itself.</summary>
    public IReadOnlyList<RuleBreak> BreaksOf(int index) => broken.GetValueOrDefault(index, []);

    /// <summary>The entities that a claim names.</summary>
    public ref NamedEntities EntitiesOf(int index) => ref entities[index];

    /// <summary>The <see cref="EntityChanges.Generation"/> in which the entities were looked up ahead.</summary>
    public int Generation { get; set; }

    /// <summary>The next claim of the same relationship, or <see cref="None"/>.</summary>
    public int NextOf(int index) => next[index];

    /// <summary>Chains the claims that are to be written.</summary>
    /// <param name="isRefused">Whether a claim is left out.</param>
    public void Chain(Predicate<int> isRefused)
    {
        for (var i = 0; i < claims.Length; i++)
        {
            next[i] = None;
            if (isRefused(i)) continue;
            if (last.TryGetValue(relationships[i], out var before)) next[before] = i;
            else Heads.Add(i);
            last[relationships[i]] = i;
        }
    }

    /// <summary>Whether a claim of the relationship is to be written.</summary>
    public bool Concerns(string relationship) => last.ContainsKey(relationship);

    // The claims of a file mostly cite few sources, one after the other.
    private static bool CiteTheSame(Claim a, Claim b) => a.SourceUrl == b.SourceUrl
        && (a.SourceUrl is not null || (a.Publisher == b.Publisher && a.SourceTitle == b.SourceTitle));
}
