using SupplyGraph.Model;

namespace SupplyGraph.Graph;

public sealed partial class Snapshot
{
    /// <summary>Whether the relationship is no longer part of this view, or one of its ends or its component is not.</summary>
    public bool IsRemoved(int relationship) =>
        changed && (overlay.RemovedRelationships.Contains(relationship)
            || (!overlay.RemovedNodes.IsEmpty && Component(relationship) is var c and >= 0 && overlay.RemovedNodes.Contains(ComponentNode(c))));

    /// <summary>Whether <see cref="IsRemoved"/> can be true of any relationship at all.</summary>
    public bool HasRemovals => !overlay.RemovedRelationships.IsEmpty || !overlay.RemovedNodes.IsEmpty;

    public RelationshipType Type(int relationship) =>
        relationship < stored.RelationshipCount ? stored.Terms[relationship].Type : Added(relationship).Type;

    public Role? Role(int relationship) => relationship < stored.RelationshipCount ? stored.Terms[relationship].Role : Added(relationship).Role;

    public Status Status(int relationship) =>
        relationship < stored.RelationshipCount ? stored.Terms[relationship].Status : Added(relationship).Status;

    /// <summary>
    /// The ordinal of the component that a leg over the relationship names, or -1: its own, or else the component at its to end (part_of, produces, uses).
    /// </summary>
    public int Component(int relationship) =>
        relationship < stored.RelationshipCount ? stored.Terms[relationship].Component : Added(relationship).Component;

    /// <summary>In millionths.</summary>
    public int ConfidenceMillionths(int relationship) =>
        relationship < stored.RelationshipCount ? stored.Confidences[relationship] : Added(relationship).Confidence;

    /// <summary>The day number of the first valid day, or <see cref="int.MinValue"/>.</summary>
    public int ValidFrom(int relationship) =>
        relationship < stored.RelationshipCount ? stored.Terms[relationship].ValidFrom : Added(relationship).ValidFrom;

    /// <summary>
    /// The day number of the last day on which the relationship counts, or <see cref="int.MaxValue"/>; for exports and outputs 36 months after the last
    /// observation.
    /// </summary>
    public int CountsUntil(int relationship) =>
        relationship < stored.RelationshipCount ? stored.Terms[relationship].CountsUntil : Added(relationship).CountsUntil;

    private RelationshipRow Added(int relationship) => overlay.Rows[relationship - stored.RelationshipCount];

    /// <summary>The relationship's key, given the leg that walks it or the tie that holds it.</summary>
    /// <param name="from">The relationship's own from end (where a leg runs against it, the leg's second stop).</param>
    public RelationshipKey Key(int relationship, int from, int to)
    {
        var type = Type(relationship);
        var component = Component(relationship);
        var named = component < 0 || Catalogue.Of(type).Component == Presence.Refused ? null : Id(ComponentNode(component));
        return RelationshipKey.Of(type, Id(from), Id(to), named, Role(relationship));
    }

    /// <summary>The key of the relationship that a leg from one stop over an arc walks.</summary>
    public RelationshipKey Key(int stop, Arc arc) => arc.Along ? Key(arc.Relationship, stop, arc.Node) : Key(arc.Relationship, arc.Node, stop);

    /// <summary>Finds a relationship of this view, or -1. O(degree of its from end).</summary>
    public int Find(RelationshipKey key)
    {
        if (!TryFind(key.From, out var from) || !TryFind(key.To, out var to)) return -1;
        foreach (var arc in Out(from))
            if (arc.Along && arc.Node == to && Matches(arc.Relationship, from, to, key)) return arc.Relationship;
        foreach (var arc in In(from))
            if (!arc.Along && arc.Node == to && Matches(arc.Relationship, from, to, key)) return arc.Relationship;
        foreach (var tie in TiesOut(from))
            if (tie.Node == to && Matches(tie.Relationship, from, to, key)) return tie.Relationship;
        return -1;
    }

    private bool Matches(int relationship, int from, int to, RelationshipKey key) =>
        Type(relationship) == key.Type && Role(relationship) == key.Role && !IsRemoved(relationship) && Key(relationship, from, to) == key;
}
