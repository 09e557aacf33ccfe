namespace SupplyGraph.Analysis.Routes;

/// <summary>What a search asks of an active node over and over, side by side.</summary>
/// <param name="Free">With how many legs to go a route can be here that owes the via of the spheres nothing, by distances alone.</param>
/// <param name="Owing">The same for one that has yet to meet it.</param>
/// <param name="Met">As <see cref="NodeRoles.ViasMet"/>.</param>
/// <param name="IsEnd">Whether a route may end here.</param>
/// <param name="MayPass">Whether it may go on.</param>
/// <param name="PoolCost">What the node takes off as an intermediate stop.</param>
internal readonly record struct ActiveNode(LegRange Free, LegRange Owing, byte Met, bool IsEnd, bool MayPass, int PoolCost)
{
    /// <summary>Whether a route can be here at all.</summary>
    public bool IsReached => Free.Least <= Free.Most || Owing.Least <= Owing.Most;

    /// <summary>Whether a leg to another can belong to a route. The via is met here or there: then both debts are measured from it.</summary>
    public bool Leads(in ActiveNode to) => Free.Most > to.Free.Least || Owing.Most > to.Owing.Least;
}

/// <summary>Legs to go, from the least that lead to an end to the most that leave enough for the way from a start; none where the least are more.</summary>
internal readonly record struct LegRange(byte Least, byte Most)
{
    /// <summary>Takes any numbers.</summary>
    public static LegRange Of(int least, int most) => new((byte)Math.Min(least, byte.MaxValue), (byte)Math.Max(most, 0));

    public bool Holds(int legs) => Least <= legs && legs <= Most;
}
