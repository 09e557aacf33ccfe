namespace SupplyGraph.Storage.Neo4j.Frontier;

/// <summary>
/// The nodes within so many legs of some nodes, on or back, over what may be passed. Holds every leg of each chain from (to) those nodes that lies within its
/// radius.
/// </summary>
internal sealed class HopSphere
{
    /// <summary>Farther than any chain.</summary>
    public const int Beyond = 1 << 20;

    private readonly Func<int, bool> mayPass;
    private readonly Dictionary<int, int> hops = [];
    private List<int> frontier;

    /// <param name="forward">Whether it grows along the legs, or back against them.</param>
    public HopSphere(IEnumerable<int> centre, bool forward, Func<int, bool> mayPass)
    {
        this.mayPass = mayPass;
        Forward = forward;
        frontier = [.. centre.Where(node => hops.TryAdd(node, 0))];
        if (frontier.Count == 0) Radius = Beyond;
    }

    public bool Forward { get; }

    /// <summary>Legs up to which it is known; <see cref="Beyond"/> once it cannot grow any more.</summary>
    public int Radius { get; private set; }

    public bool IsClosed => Radius == Beyond;

    /// <summary>The nodes from which it grows next.</summary>
    public IReadOnlyList<int> Frontier => frontier;

    /// <summary>The legs between the centre and a node: exact within the radius, else the least that there can be.</summary>
    public int LeastTo(int node) => hops.TryGetValue(node, out var known) ? known : IsClosed ? Beyond : Radius + 1;

    /// <summary>Grows by one leg; all legs at the frontier must have been found.</summary>
    public void Grow(FoundLegs legs)
    {
        var reached = new List<int>();
        var next = new List<int>();
        foreach (var node in frontier)
        {
            next.Clear();
            legs.AddNext(node, Forward, next);
            foreach (var other in next)
                if (hops.TryAdd(other, Radius + 1) && mayPass(other)) reached.Add(other);
        }
        frontier = reached;
        Radius = reached.Count == 0 ? Beyond : Radius + 1;
    }

    /// <summary>
    /// The legs of the shortest chain between the centres of a forward and a backward sphere, where that is no more than both radii together; else the least
    /// that there can be.
    /// </summary>
    public static int LeastBetween(HopSphere one, HopSphere other)
    {
        var (small, large) = one.hops.Count < other.hops.Count ? (one, other) : (other, one);
        var least = Math.Min(one.Radius + other.Radius + 1, Beyond);
        foreach (var (node, distance) in small.hops)
            if (large.hops.TryGetValue(node, out var rest)) least = Math.Min(least, distance + rest);
        return least;
    }
}
