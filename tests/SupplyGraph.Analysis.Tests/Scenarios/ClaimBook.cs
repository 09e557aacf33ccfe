using System.Collections.Immutable;
using SupplyGraph.Analysis.Scenarios;
using SupplyGraph.Analysis.Tests.Oracle;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Tests.Scenarios;

/// <summary>A graph as the entities and claims from which it is derived. Changed by rewriting the lists, as the design's words say it.</summary>
public sealed record ClaimBook(IReadOnlyList<Entity> Entities, ImmutableSortedDictionary<string, Claim> ClaimsById)
{
    public IEnumerable<Claim> Claims => ClaimsById.Values;

    public OracleGraph Graph => Derived(new Dictionary<RelationshipKey, Status>());

    public IReadOnlyDictionary<string, IReadOnlyList<Claim>> ClaimsByRelationship =>
        Claims.GroupBy(c => c.Key.Id).ToDictionary(g => g.Key, g => (IReadOnlyList<Claim>)[.. g]);

    public IReadOnlyList<RelationshipKey> Keys => [.. Claims.Select(c => c.Key).Distinct()];

    /// <summary>The graph under a scenario: first remove, then change status, then add claims, then derive (design, section 4).</summary>
    public OracleGraph Under(Scenario scenario)
    {
        var book = this;
        foreach (var id in scenario.RemovedEntities) book = book.Without(id);
        foreach (var key in scenario.RemovedRelationships) book = book.Without(key);
        var statuses = new Dictionary<RelationshipKey, Status>();
        foreach (var key in book.Keys)
            if (Changed(scenario, key) is { } status) statuses.Add(key, status);
        foreach (var entity in scenario.AddedEntities) book = book.With(entity);
        foreach (var claim in scenario.AddedClaims) book = book.With(claim);
        return book.Derived(statuses);
    }

    /// <summary>Without a stop, every relationship from it, to it or naming it as component, and the home of its companies.</summary>
    public ClaimBook Without(string entity) => new(
        [.. Entities.Where(e => e.Id != entity).Select(e => e.Country == entity ? e with { Country = null } : e)],
        Kept(key => !Touches(key, entity)));

    public ClaimBook Without(RelationshipKey relationship) => this with { ClaimsById = Kept(key => key != relationship) };

    public ClaimBook Without(Claim claim) => this with { ClaimsById = ClaimsById.Remove(claim.Id) };

    public ClaimBook With(Entity entity) => this with { Entities = [.. Entities.Where(e => e.Id != entity.Id), entity] };

    /// <summary>With a claim; one that is there already is one claim, with the confidence given last.</summary>
    public ClaimBook With(Claim claim) => this with { ClaimsById = ClaimsById.SetItem(claim.Id, claim) };

    private ImmutableSortedDictionary<string, Claim> Kept(Predicate<RelationshipKey> keep) =>
        ClaimsById.RemoveRange(ClaimsById.Where(c => !keep(c.Value.Key)).Select(c => c.Key));

    // One stated for the relationship itself goes before that of an entity.
    private static Status? Changed(Scenario scenario, RelationshipKey key)
    {
        if (scenario.RelationshipStatuses.TryGetValue(key, out var status)) return status;
        return scenario.EntityStatuses.Where(e => Touches(key, e.Key)).Select(e => (Status?)e.Value).LastOrDefault();
    }

    private static bool Touches(RelationshipKey key, string entity) => key.From == entity || key.To == entity || key.Component == entity;

    private OracleGraph Derived(Dictionary<RelationshipKey, Status> statuses) => new(Entities,
    [
        .. Claims.GroupBy(c => c.Key).Select(g => Derivation.Derive(g.Key, [.. g]))
            .Select(r => statuses.TryGetValue(r.Key, out var status) ? r with { Status = status } : r),
    ]);
}
