using SupplyGraph.Model;

namespace SupplyGraph.Storage.Changes;

/// <summary>Collects every broken rule of one change set.</summary>
internal sealed class Refusals
{
    public const string Entities = "entities", Claims = "claims", RemovedClaims = "removedClaims", RemovedEntities = "removedEntities";

    private readonly List<Refusal> all = [];
    private readonly HashSet<int> claims = [];

    public IReadOnlyList<Refusal> All => all;

    public void Add(string part, int index, string field, string code, string message)
    {
        all.Add(new(part, index, field, code, message));
        if (part == Claims) claims.Add(index);
    }

    /// <summary>Adds the broken rules of one change; false where there is none.</summary>
    public bool Add(string part, int index, IReadOnlyList<RuleBreak> breaks)
    {
        foreach (var broken in breaks) Add(part, index, broken.Field, broken.Code, broken.Message);
        return breaks.Count > 0;
    }

    public bool IsClaimRefused(int index) => claims.Contains(index);

    public void ThrowIfAny()
    {
        if (all.Count > 0) throw new ChangesRefusedException(all);
    }
}
