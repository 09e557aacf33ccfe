namespace SupplyGraph.Analysis.Routes;

/// <summary>How a route stands to naming components so far.</summary>
internal enum Naming : byte
{
    /// <summary>No leg yet, or only legs from owner to owned: a component may still be named.</summary>
    Undecided,

    /// <summary>A leg names a component.</summary>
    Named,

    /// <summary>Another leg came first that names none: no leg of this route may name one.</summary>
    Free,
}

/// <summary>A route under way: its last leg, and the partial route that it extends.</summary>
internal struct PartialRoute
{
    /// <summary>The partial route before the last leg, -1 at a start.</summary>
    public int Before;

    /// <summary>The stop that it has come to, as a place among the active nodes.</summary>
    public int Local;

    /// <summary>The last leg; meaningless at a start.</summary>
    public LocalArc Arc;

    /// <summary>What the legs, joints and pools so far cost, the pool of this stop included unless it is the last.</summary>
    public int Cost;

    /// <summary>The component that the last leg names, -1 for none.</summary>
    public int Component;

    /// <summary>The nearest partial route, this one included, whose last leg names a component; -1 for none.</summary>
    public int LastNamed;

    public byte Hops;

    /// <summary>Vias still owed, a bit each.</summary>
    public byte Owed;

    public Naming Naming;

    /// <summary>Whether the route ends here.</summary>
    public bool Final;
}
