using System.Collections.Immutable;

namespace SupplyGraph.Storage.Neo4j.Frontier;

/// <summary>
/// Which node of a snapshot is which entity of the database, by the entity's number n. Immutable: a table that is kept, and what came after it was made.
/// </summary>
internal sealed class EntityNumbers
{
    private const int None = -1;

    private readonly int[] nodes;
    private readonly long[] numbers;
    private readonly ImmutableDictionary<long, int> addedNodes;
    private readonly ImmutableDictionary<int, long> addedNumbers;

    private EntityNumbers(int[] nodes, long[] numbers, ImmutableDictionary<long, int> addedNodes, ImmutableDictionary<int, long> addedNumbers)
    {
        this.nodes = nodes;
        this.numbers = numbers;
        this.addedNodes = addedNodes;
        this.addedNumbers = addedNumbers;
    }

    /// <param name="numbers">The number of each node.</param>
    public static EntityNumbers Of(long[] numbers)
    {
        var nodes = new int[numbers.Length == 0 ? 1 : numbers.Max() + 1];
        Array.Fill(nodes, None);
        for (var node = 0; node < numbers.Length; node++) nodes[numbers[node]] = node;
        return new(nodes, numbers, ImmutableDictionary<long, int>.Empty, ImmutableDictionary<int, long>.Empty);
    }

    /// <summary>The node of an entity; -1 where the snapshot has none.</summary>
    public int NodeOf(long number)
    {
        if (addedNodes.TryGetValue(number, out var added)) return added;
        return number >= 0 && number < nodes.Length ? nodes[number] : None;
    }

    /// <summary>The number of a node's entity; 0 where the database has none, as of those that a scenario adds.</summary>
    public long NumberOf(int node)
    {
        if (addedNumbers.TryGetValue(node, out var added)) return added;
        return node < numbers.Length ? numbers[node] : 0;
    }

    /// <summary>The same with an entity that came later. O(log of what came later).</summary>
    public EntityNumbers With(long number, int node) => new(nodes, numbers, addedNodes.SetItem(number, node), addedNumbers.SetItem(node, number));

    /// <summary>The same without an entity that is no more.</summary>
    public EntityNumbers Without(long number)
    {
        var node = NodeOf(number);
        return node < 0 ? this : new(nodes, numbers, addedNodes.SetItem(number, None), addedNumbers.SetItem(node, 0));
    }
}
