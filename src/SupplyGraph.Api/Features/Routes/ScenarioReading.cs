using SupplyGraph.Analysis.Scenarios;
using SupplyGraph.Api.Features.Claims;
using SupplyGraph.Api.Features.Relationships;
using SupplyGraph.Api.Http.Names;
using SupplyGraph.Api.Http.Problems;
using SupplyGraph.Api.Http.Validation;
using SupplyGraph.Graph;
using SupplyGraph.Model;
using SupplyGraph.Storage;

namespace SupplyGraph.Api.Features.Routes;

/// <summary>A scenario over ids, read from a request that has passed its validator.</summary>
internal static class ScenarioReading
{
    /// <exception cref="ProblemException">422: the added claims break the graph's rules.</exception>
    public static Scenario Of(ScenarioRequest request, NameResolver names)
    {
        var reading = ClaimReading.Of(request.Claims ?? [], names);
        reading.ThrowIfRefused("scenario.claims");
        var changes = (request.ChangedStatus ?? []).OfType<StatusChangeRequest>().ToList();
        return new Scenario
        {
            RemovedEntities = names.Ids(request.RemovedEntities),
            RemovedRelationships = [.. (request.RemovedRelationships ?? []).Select(id => KeyOf(id, names)).Distinct()],
            EntityStatuses = Last(changes.Where(c => c.Entity is not null), c => names.Id(c.Entity!)),
            RelationshipStatuses = Last(changes.Where(c => c.Relationship is not null), c => KeyOf(c.Relationship!, names)),
            AddedEntities = reading.Created,
            AddedClaims = reading.Claims,
        };
    }

    /// <summary>The scenario with the stored claims that its own add to.</summary>
    /// <param name="structure">The graph as it is, or only what gives it structure.</param>
    /// <exception cref="ProblemException">422: the added claims close a cycle of kind_of and part_of.</exception>
    public static async Task<Assumption> AssumeAsync(Scenario scenario, Snapshot structure, IGraphStore store, CancellationToken cancel)
    {
        var touched = scenario.AddedClaims.Select(c => c.Key.Id).Distinct(StringComparer.Ordinal).ToList();
        var assumption = new Assumption(scenario, await store.GetClaimsOfAsync(touched, cancel));
        if (scenario.AddedClaims.Any(IsTaxonomy))
        {
            var view = assumption.Under(structure);
            for (var i = 0; i < scenario.AddedClaims.Count; i++)
                if (ClosesCycle(view, scenario.AddedClaims[i])) throw Cycle(i, scenario.AddedClaims[i]);
        }
        return assumption;
    }

    public static ScenarioEcho Echo(Scenario scenario) => new(
        scenario.RemovedEntities,
        [.. scenario.RemovedRelationships.Select(k => k.Id)],
        [
            .. scenario.EntityStatuses.Select(c => new StatusChanged(c.Key, null, c.Value)),
            .. scenario.RelationshipStatuses.Select(c => new StatusChanged(null, c.Key.Id, c.Value)),
        ],
        [.. scenario.AddedEntities.Select(e => e.Id)],
        [.. scenario.AddedClaims.Select(c => c.Id)]);

    private static RelationshipKey KeyOf(string id, NameResolver names) => RelationshipKey.TryParse(RelationshipIds.Normalise(id, names), out var key)
        ? key
        : throw new InvalidOperationException($"Not validated: '{id}' is no relationship id.");

    // Stated twice, the last statement holds.
    private static Dictionary<TKey, Status> Last<TKey>(IEnumerable<StatusChangeRequest> changes, Func<StatusChangeRequest, TKey> keyOf) where TKey : notnull
    {
        var last = new Dictionary<TKey, Status>();
        foreach (var change in changes) last[keyOf(change)] = Given.Term<Status>(change.Status)!.Value;
        return last;
    }

    private static bool IsTaxonomy(Claim claim) => claim.Type is RelationshipType.KindOf or RelationshipType.PartOf;

    private static bool ClosesCycle(Snapshot view, Claim claim) =>
        IsTaxonomy(claim)
        && view.TryFind(claim.From, out var node)
        && view.Taxonomy.LiesOnCycle(view.ComponentOrdinal(node));

    private static ProblemException Cycle(int index, Claim claim)
    {
        var errors = new FieldErrors();
        errors.Add($"scenario.claims[{index}].to", new FieldError(RefusalCode.TaxonomyCycle, $"{claim.Key.Id} would close a cycle of kind_of and part_of."));
        return errors.ToException(ProblemKind.ChangesRefused);
    }
}
