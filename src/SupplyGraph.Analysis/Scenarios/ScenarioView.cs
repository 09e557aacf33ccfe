using SupplyGraph.Graph;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Scenarios;

/// <summary>A snapshot as it would be under a scenario.</summary>
public static class ScenarioView
{
    /// <summary>
    /// The view under the scenario, on top of the snapshot's own arrays. O(changes x degree), and O(all relationships) where the status of a component changes.
    /// </summary>
    /// <param name="storedClaims">The stored claims of each relationship that an added claim speaks of, by relationship id.</param>
    public static Snapshot Under(Scenario scenario, Snapshot snapshot, IReadOnlyDictionary<string, IReadOnlyList<Claim>> storedClaims)
    {
        var editor = snapshot.Edit();
        foreach (var entity in scenario.RemovedEntities) editor.RemoveEntity(entity);
        foreach (var key in scenario.RemovedRelationships) editor.RemoveRelationship(key);
        var left = editor.ToSnapshot(snapshot.Version);
        var statuses = Statuses(scenario, left);
        foreach (var (key, status) in statuses) editor.SetStatus(key, status);
        // A company's country must be there before the company.
        foreach (var entity in scenario.AddedEntities.OrderBy(e => e.Country is null ? 0 : 1))
            editor.PutEntity(entity.Id, entity.Kind, entity.Country, entity.Stage);
        foreach (var claims in scenario.AddedClaims.GroupBy(c => c.Key))
        {
            var stored = left.Find(claims.Key) >= 0 && storedClaims.TryGetValue(claims.Key.Id, out var known) ? known : [];
            var derived = Derive(claims.Key, stored, claims);
            var status = statuses.TryGetValue(claims.Key, out var changed) ? changed : derived.Status;
            editor.PutRelationship(claims.Key, status, derived.Confidence, derived.ValidFrom, derived.ValidTo);
        }
        return editor.ToSnapshot(snapshot.Version);
    }

    // A claim that is stored already is one claim, with the confidence assumed for it.
    private static Relationship Derive(RelationshipKey key, IReadOnlyList<Claim> stored, IEnumerable<Claim> added)
    {
        var byId = stored.ToDictionary(c => c.Id);
        foreach (var claim in added) byId[claim.Id] = claim.Normalised();
        return Derivation.Derive(key, byId.Values);
    }

    private static Dictionary<RelationshipKey, Status> Statuses(Scenario scenario, Snapshot snapshot)
    {
        var statuses = new Dictionary<RelationshipKey, Status>();
        foreach (var (entity, status) in scenario.EntityStatuses)
            if (snapshot.TryFind(entity, out var node))
                foreach (var key in Touching(snapshot, node)) statuses[key] = status;
        foreach (var (key, status) in scenario.RelationshipStatuses)
            if (snapshot.Find(key) >= 0) statuses[key] = status;
        return statuses;
    }

    /// <summary>Every relationship from a node, to it or naming it as component.</summary>
    private static HashSet<RelationshipKey> Touching(Snapshot snapshot, int node)
    {
        var keys = new HashSet<RelationshipKey>();
        AddAt(snapshot, node, -1, keys);
        foreach (var arc in snapshot.In(node)) Add(snapshot, arc.Relationship, arc.Along ? arc.Node : node, arc.Along ? node : arc.Node, keys);
        foreach (var tie in snapshot.TiesIn(node)) Add(snapshot, tie.Relationship, tie.Node, node, keys);
        if (snapshot.ComponentOrdinal(node) is var component and >= 0)
            for (var other = 0; other < snapshot.NodeCount; other++) AddAt(snapshot, other, component, keys);
        return keys;
    }

    private static void AddAt(Snapshot snapshot, int node, int component, HashSet<RelationshipKey> keys)
    {
        foreach (var arc in snapshot.Out(node))
            if (component < 0 || snapshot.Component(arc.Relationship) == component)
                Add(snapshot, arc.Relationship, arc.Along ? node : arc.Node, arc.Along ? arc.Node : node, keys);
        foreach (var tie in snapshot.TiesOut(node))
            if (component < 0 || snapshot.Component(tie.Relationship) == component) Add(snapshot, tie.Relationship, node, tie.Node, keys);
    }

    private static void Add(Snapshot snapshot, int relationship, int from, int to, HashSet<RelationshipKey> keys)
    {
        if (!snapshot.IsRemoved(relationship)) keys.Add(snapshot.Key(relationship, from, to));
    }
}
