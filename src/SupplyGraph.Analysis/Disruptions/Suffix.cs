using SupplyGraph.Graph;

namespace SupplyGraph.Analysis.Disruptions;

/// <summary>The end of a route, from one of its stops on: what a search backward from a receiver extends by the leg before.</summary>
internal sealed class Suffix
{
    private readonly Suffix? firstNamed;

    /// <summary>One leg alone, which names a component.</summary>
    public Suffix(int stop, Arc leg) => (Stop, Leg, Cost, Hops) = (stop, leg, leg.Cost, 1);

    /// <summary>A route with one more leg before it.</summary>
    /// <param name="isNamed">Whether that leg names a component.</param>
    /// <param name="owesName">As <see cref="OwesName"/>.</param>
    public Suffix(int stop, Arc leg, Suffix next, long cost, bool isNamed, bool owesName)
    {
        (Stop, Leg, Next, Cost, Hops, OwesName) = (stop, leg, next, cost, next.Hops + 1, owesName);
        firstNamed = isNamed ? null : next.FirstNamed;
    }

    /// <summary>The node that it begins at.</summary>
    public int Stop { get; }

    /// <summary>The leg that leaves it; its node is the next stop.</summary>
    public Arc Leg { get; }

    /// <summary>What follows that leg; null where it is the last.</summary>
    public Suffix? Next { get; }

    /// <summary>Of its legs, joints and pools; the pool of its first stop, which is not passed yet, left out.</summary>
    public long Cost { get; }

    public int Hops { get; }

    /// <summary>The first part of it whose leg names a component; itself where its own does.</summary>
    public Suffix FirstNamed => firstNamed ?? this;

    /// <summary>Whether a leg before the first that names a component is not from an owner to what it owns: then an earlier leg has to name one.</summary>
    public bool OwesName { get; }

    /// <summary>Its parts, from itself to the last leg alone.</summary>
    public IEnumerable<Suffix> Parts
    {
        get
        {
            for (var part = this; part is not null; part = part.Next) yield return part;
        }
    }

    /// <summary>Its stops, as nodes.</summary>
    public IEnumerable<int> Stops => Parts.Select(p => p.Leg.Node).Prepend(Stop);
}
