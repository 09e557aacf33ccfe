namespace SupplyGraph.Graph;

/// <summary>One way to walk one relationship along its flow.</summary>
/// <param name="Node">The stop at the other end.</param>
/// <param name="Link">The relationship's index times two, plus one where the leg runs against the relationship (from its to end to its from end).</param>
/// <param name="Cost">The leg's cost in millionths of a natural logarithm (see <see cref="SupplyGraph.Model.Plausibility"/>).</param>
public readonly record struct Arc(int Node, int Link, int Cost)
{
    /// <summary>The index of the relationship that is walked.</summary>
    public int Relationship => Link >> 1;

    /// <summary>Whether the leg runs from the relationship's from end to its to end.</summary>
    public bool Along => (Link & 1) == 0;

    internal static Arc Of(int node, int relationship, bool along, int cost) => new(node, (relationship << 1) | (along ? 0 : 1), cost);
}

/// <summary>A relationship as structure rather than as a leg: kind_of, part_of, member_of, headquartered_in and every other that carries no goods.</summary>
/// <param name="Node">The entity at the other end.</param>
/// <param name="Relationship">The relationship's index.</param>
public readonly record struct Tie(int Node, int Relationship);

/// <summary>What a snapshot holds at one node: the arcs of the base and those that an overlay adds, walked as one list without copying either.</summary>
public readonly ref struct NodeList<T>(ReadOnlySpan<T> stored, ReadOnlySpan<T> added)
{
    private readonly ReadOnlySpan<T> stored = stored;
    private readonly ReadOnlySpan<T> added = added;

    public int Count => stored.Length + added.Length;

    public Enumerator GetEnumerator() => new(stored, added);

    /// <summary>Walks what is stored, then what is added.</summary>
    public ref struct Enumerator(ReadOnlySpan<T> stored, ReadOnlySpan<T> added)
    {
        private ReadOnlySpan<T> current = stored;
        private ReadOnlySpan<T> next = added;
        private int index = -1;

        public readonly ref readonly T Current => ref current[index];

        public bool MoveNext()
        {
            if (++index < current.Length) return true;
            current = next;
            next = default;
            index = 0;
            return current.Length > 0;
        }
    }
}
