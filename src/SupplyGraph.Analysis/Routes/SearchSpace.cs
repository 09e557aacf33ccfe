using SupplyGraph.Graph;

namespace SupplyGraph.Analysis.Routes;

/// <summary>
/// The part of the graph that a search can touch: the active nodes with the arcs between them that pass the filters, and for each node the least cost to go.
/// The bound leaves joints and the rules of what legs carry out, so it never exceeds the true cost: best-first search over it is exact.
/// </summary>
internal sealed class SearchSpace
{
    public const int Unreachable = int.MaxValue / 2;

    private readonly SearchBuffers buffers;
    private readonly Snapshot snapshot;
    private readonly RouteQuestion question;
    private readonly NodeRoles roles;
    private readonly Reach reach;
    private readonly int masks;
    private readonly int anyViaSlot;

    public SearchSpace(Snapshot snapshot, RouteQuestion question, NodeRoles roles, Reach reach, SearchBuffers buffers)
    {
        this.snapshot = snapshot;
        this.reach = reach;
        this.question = question;
        this.roles = roles;
        this.buffers = buffers;
        anyViaSlot = question.EffectiveDistinct == Distinct.Around && roles.Vias > 0 ? 1 << roles.Vias : 0;
        masks = (1 << roles.Vias) + (anyViaSlot > 0 ? 1 : 0);
        GatherArcs();
        new PlainBound(this, question, buffers).Find();
    }

    public int Nodes => buffers.Active.Count;

    /// <summary>How many different debts of vias there are: each subset of them, and with distinct=around one more, see <see cref="Slot"/>.</summary>
    public int Slots => masks;

    /// <summary>The vias that a route owes at its start: all of them.</summary>
    public int AllVias => (1 << roles.Vias) - 1;

    public int Node(int local) => buffers.Active[local];

    public ReadOnlySpan<LocalArc> Arcs(int local) => buffers.Arcs.Items[buffers.Offsets[local]..buffers.Offsets[local + 1]];

    /// <summary>What is known of an active node.</summary>
    public ref readonly ActiveNode At(int local) => ref buffers.Places[local];

    /// <summary>The least cost of going on from an active node by 1..<paramref name="legs"/> legs to an end, meeting the vias owed after this node.</summary>
    public int ToGo(int legs, int owed, int local) => legs == 0 ? Unreachable : buffers.ToGo[((((legs - 1) * masks) + Slot(owed)) * Nodes) + local];

    /// <summary>
    /// The place of a debt in a table. A route that owes another meeting with any via owes nothing else: one slot beside those of the vias' subsets.
    /// </summary>
    public int Slot(int owed) => owed == NodeRoles.AnyVia ? anyViaSlot : owed;

    /// <summary>The debt that is left of one after a stop.</summary>
    public int SlotAfter(int slot, int local)
    {
        var met = At(local).Met;
        return slot <= AllVias ? slot & ~met & AllVias : met != 0 ? 0 : slot;
    }

    /// <summary>Whether a route can go on over an arc.</summary>
    public bool GoesOn(in LocalArc arc) => !arc.EndsRoute && At(arc.To).MayPass;

    /// <summary>Whether a route can come to a node with so many legs to go and such a debt, by distances alone.</summary>
    public bool MayCome(int local, int legs, int slot) => (OwesVia(slot) ? At(local).Owing : At(local).Free).Holds(legs);

    // One who owes another meeting with any via has met them all, and may owe it to another than that which the spheres stand around.
    private bool OwesVia(int slot) => reach.Via >= 0 && slot <= AllVias && (slot & (1 << reach.Via)) != 0;

    private void GatherArcs()
    {
        new ArcFinding(snapshot, question, roles, reach, buffers).Find();
        buffers.LastArcTo.Fill(Nodes, -1);
        for (var local = 0; local < Nodes; local++)
        {
            var first = buffers.Arcs.Count;
            buffers.Offsets.Add(first);
            for (var at = buffers.FirstFound[local]; at >= 0; at = buffers.Found[at].Next) Gather(local, first, buffers.Found[at].Arc);
        }
        buffers.Offsets.Add(buffers.Arcs.Count);
    }

    private void Gather(int local, int first, in LocalArc arc)
    {
        // In the plain graph question nothing tells parallel relationships apart but their cost, so only the cheapest can be on an answer; unless some will be
        // taken away.
        if (!question.FollowComponents && question.Only is null && !arc.EndsRoute)
        {
            var known = buffers.LastArcTo[arc.To];
            if (known >= first)
            {
                if (IsBetter(local, arc, buffers.Arcs[known])) buffers.Arcs[known] = arc;
                return;
            }
            buffers.LastArcTo[arc.To] = buffers.Arcs.Count;
        }
        buffers.Arcs.Add(arc);
    }

    private bool IsBetter(int local, LocalArc arc, LocalArc known)
    {
        if (arc.Cost != known.Cost) return arc.Cost < known.Cost;
        var (stop, next) = (Node(local), Node(arc.To));
        return string.CompareOrdinal(snapshot.Key(stop, new Arc(next, arc.Link, arc.Cost)).Id, snapshot.Key(stop, new Arc(next, known.Link, known.Cost)).Id) < 0;
    }
}
