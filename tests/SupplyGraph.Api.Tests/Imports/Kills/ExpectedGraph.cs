using System.Collections.Immutable;

namespace SupplyGraph.Api.Tests.Imports.Kills;

/// <summary>
/// What a graph should hold at each version while loads land one after the other, and the newest version that anybody saw. Safe for several threads.
/// </summary>
internal sealed class ExpectedGraph(GraphCounts start)
{
    private readonly Lock gate = new();
    private ImmutableList<GraphCounts> versions = [start];
    private ImmutableList<KillLoad> loads = [];
    private long newest = start.Version;

    /// <summary>The loads in the order in which they are sent, which is the order in which they land.</summary>
    public ImmutableList<KillLoad> Loads => Volatile.Read(ref loads);

    /// <summary>The graph when every load is through.</summary>
    public GraphCounts End => Volatile.Read(ref versions)[^1];

    /// <summary>The newest version that was seen: no kill may take it back.</summary>
    public long Newest => Interlocked.Read(ref newest);

    /// <summary>Adds a load; to be called before it is sent.</summary>
    public void Add(KillLoad load)
    {
        lock (gate)
        {
            loads = loads.Add(load);
            if (load.Lands) versions = versions.Add(load.After(versions[^1]));
        }
    }

    /// <summary>The versions in which a load lands, in order.</summary>
    public IEnumerable<(KillLoad Load, long Version)> Landings => Loads.Where(l => l.Lands).Zip(versions.Skip(1), (load, at) => (load, at.Version));

    /// <summary>Asserts that a graph is one of those expected: all of every load that its version counts, nothing of any other.</summary>
    public void Check(GraphCounts seen)
    {
        var known = Volatile.Read(ref versions);
        var index = (int)(seen.Version - start.Version);
        Assert.InRange(index, 0, known.Count - 1);
        Assert.Equal(known[index], seen);
    }

    /// <summary>Notes a version that someone was shown.</summary>
    public void Saw(long version)
    {
        lock (gate) newest = Math.Max(newest, version);
    }
}
