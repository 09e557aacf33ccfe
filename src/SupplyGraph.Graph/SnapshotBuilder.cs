using System.Runtime.InteropServices;
using SupplyGraph.Model;

namespace SupplyGraph.Graph;

/// <summary>
/// Builds a snapshot from one scan: first all entities, then all relationships, each in any order. O(n log n + m) time;
/// the answers of a snapshot never depend on the order in which it was fed. Builds once.
/// </summary>
/// <param name="expected">About how many relationships there will be: with it the rows need half the memory.</param>
public sealed class SnapshotBuilder(int expected = 0)
{
    private readonly List<(string Id, EntityKind Kind, int Country, Stage? Stage)> entities = [];
    private readonly List<RelationshipRow> rows = new(expected);

    /// <summary>Adds an entity and returns the handle that relationships name it by (its place in the order of adding, from 0).</summary>
    public int AddEntity(string id, EntityKind kind, Stage? stage = null)
    {
        entities.Add((id, kind, -1, stage));
        return entities.Count - 1;
    }

    /// <summary>States a company's home country; the country may be added after the company.</summary>
    public void SetCountry(int company, int country) => entities[company] = entities[company] with { Country = country };

    /// <summary>Adds a relationship between added entities.</summary>
    /// <param name="component">The handle of its component, or -1.</param>
    /// <param name="confidence">Above 0 and at most 0.99, to 6 decimals.</param>
    public void AddRelationship(
        RelationshipType type, int from, int to, int component, Role? role, Status status, double confidence, PartialDate? validFrom, PartialDate? validTo)
    {
        if (component < 0 && entities[to].Kind == EntityKind.Component && Catalogue.Of(type).Component == Presence.Refused) component = to;
        rows.Add(RelationshipRow.Of(type, from, to, component, role, status, confidence, validFrom, validTo));
    }

    /// <summary>The snapshot of everything added, at a version of the store.</summary>
    public Snapshot Build(long version)
    {
        var nodeOf = Ranks();
        var nodes = new NodeRow[entities.Count];
        for (var i = 0; i < nodes.Length; i++)
        {
            var (id, kind, country, stage) = entities[i];
            nodes[nodeOf[i]] = new NodeRow(id, kind, country < 0 ? -1 : nodeOf[country], stage);
        }
        var components = ComponentOrdinals(nodes, out var ordinalOf);
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            rows[i] = row with { From = nodeOf[row.From], To = nodeOf[row.To], Component = row.Component < 0 ? -1 : ordinalOf[nodeOf[row.Component]] };
        }
        return new Snapshot(version, SnapshotBase.Build(nodes, components, SortedByFrom()), Overlay.None);
    }

    // Nodes stand in the ordinal order of their ids, so that an index is its own rank and an id is found by bisection.
    private int[] Ranks()
    {
        var order = new int[entities.Count];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(order, (a, b) => string.CompareOrdinal(entities[a].Id, entities[b].Id));
        var rank = new int[order.Length];
        for (var i = 0; i < order.Length; i++) rank[order[i]] = i;
        return rank;
    }

    private static int[] ComponentOrdinals(NodeRow[] nodes, out Dictionary<int, int> ordinalOf)
    {
        ordinalOf = [];
        var components = new List<int>();
        for (var node = 0; node < nodes.Length; node++)
        {
            if (nodes[node].Kind != EntityKind.Component) continue;
            ordinalOf[node] = components.Count;
            components.Add(node);
        }
        return [.. components];
    }

    // Relationships of one node lie side by side: walking its arcs reads their columns in order. Sorted in place, bucket by bucket: a copy would need as
    // much memory as the snapshot itself (McIlroy, Bostic and McIlroy, "Engineering Radix Sort", 1993).
    private Span<RelationshipRow> SortedByFrom()
    {
        var end = new int[entities.Count];
        foreach (var row in rows) end[row.From]++;
        for (var i = 1; i < end.Length; i++) end[i] += end[i - 1];
        var next = new int[end.Length];
        for (var i = 1; i < end.Length; i++) next[i] = end[i - 1];
        var sorted = CollectionsMarshal.AsSpan(rows);
        for (var node = 0; node < end.Length; node++)
        {
            while (next[node] < end[node])
            {
                ref var row = ref sorted[next[node]];
                ref var place = ref sorted[next[row.From]++];
                (row, place) = (place, row);
            }
        }
        return sorted;
    }
}
