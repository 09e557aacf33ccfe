using SupplyGraph.Analysis.Places;
using SupplyGraph.Graph;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Routes;

/// <summary>What each node can be in a route of one question: a start, an end, a meeting with a via, or nothing.</summary>
internal sealed class NodeRoles
{
    /// <summary>Owed where a route must meet some via once more, whichever it is; a bit beside those of the vias.</summary>
    public const byte AnyVia = 0x10;

    private const byte ViaMask = 0x0f, Start = 0x10, End = 0x20, Barred = 0x40, GivenEnd = 0x80;

    private readonly Snapshot snapshot;
    private readonly byte[] roles;
    private readonly GrowingArray<int> marked;
    private readonly IReadOnlyList<int>[] meetings;
    private readonly List<int> starts = [], ends = [];
    private readonly HashSet<int> nearVia = [];
    private readonly bool openStart, openEnd;
    private readonly int openStarts, openEnds;

    public NodeRoles(Snapshot snapshot, RouteQuestion question, SearchBuffers buffers)
    {
        (this.snapshot, roles, marked) = (snapshot, buffers.Roles, buffers.Marked);
        (openStart, openEnd) = (question.HasOpenStart, question.HasOpenEnd);
        (openStarts, openEnds) = (Mask(question.OpenStart), Mask(question.OpenEnd));
        Vias = question.Via.Count;
        meetings = new IReadOnlyList<int>[Vias];
        for (var v = 0; v < Vias; v++)
        {
            meetings[v] = Set(snapshot, question, question.Via[v]);
            foreach (var node in meetings[v])
            {
                Mark(node, 1 << v);
                if (snapshot.Kind(node) == EntityKind.Country) nearVia.UnionWith(PlaceSet.RegionsOf(snapshot, node));
            }
        }
        foreach (var value in question.Avoid) Mark(Set(snapshot, question, value), Barred);
        MarkEnds(question);
    }

    /// <summary>How many places each route must meet.</summary>
    public int Vias { get; }

    /// <summary>Where a route may start.</summary>
    public IEnumerable<int> Starts => (openStart ? Enumerable.Range(0, snapshot.NodeCount) : starts).Where(IsStart);

    /// <summary>Where a route may end.</summary>
    public IEnumerable<int> Ends => (openEnd ? Enumerable.Range(0, snapshot.NodeCount) : ends).Where(IsEnd);

    public bool IsStart(int node) => openStart
        ? IsOutsideVias(node) && Holds(openStarts, snapshot.Kind(node))
        : (roles[node] & (Start | Barred)) == Start;

    public bool IsEnd(int node) => openEnd
        ? IsOutsideVias(node) && Holds(openEnds, snapshot.Kind(node)) && !nearVia.Contains(node)
        : (roles[node] & (End | Barred)) == End;

    /// <summary>The vias that the node meets as an intermediate stop, a bit each, and with any of them <see cref="AnyVia"/>.</summary>
    public int ViasMet(int node) => (roles[node] & ViaMask) is var met and not 0 ? met | AnyVia : 0;

    /// <summary>The nodes that meet a via and may be passed.</summary>
    public IEnumerable<int> Meeting(int via) => meetings[via].Where(MayPass);

    public bool IsBarred(int node) => (roles[node] & Barred) != 0;

    /// <summary>Whether the node may be an intermediate stop: not avoided, and in no given end's place set unless it meets a via.</summary>
    public bool MayPass(int node)
    {
        var role = roles[node];
        return (role & Barred) == 0 && ((role & GivenEnd) == 0 || (role & ViaMask) != 0);
    }

    private static IReadOnlyList<int> Set(Snapshot snapshot, RouteQuestion question, string id) => snapshot.TryFind(id, out var node)
        ? PlaceSet.Of(snapshot, node, question.Exact)
        : throw new ArgumentException($"The graph holds no entity '{id}'.", nameof(question));

    private void MarkEnds(RouteQuestion question)
    {
        // Of some ends alone, all that the question gives as ends may still not be passed.
        var (start, end) = question.Only is null ? (Start, End) : (0, 0);
        foreach (var value in question.From) starts.AddRange(Mark(Set(snapshot, question, value), start | GivenEnd));
        foreach (var value in question.To) ends.AddRange(Mark(Set(snapshot, question, value), end | GivenEnd));
        if (question.Only is not { } only) return;
        starts.AddRange(Mark([.. only.Starts], Start));
        ends.AddRange(Mark([only.End], End));
    }

    private static int Mask(IReadOnlyList<EntityKind> kinds) => kinds.Aggregate(0, (mask, kind) => mask | (1 << (int)kind));

    private static bool Holds(int mask, EntityKind kind) => (mask & (1 << (int)kind)) != 0;

    private IReadOnlyList<int> Mark(IReadOnlyList<int> nodes, int role)
    {
        foreach (var node in nodes) Mark(node, role);
        return nodes;
    }

    private void Mark(int node, int role)
    {
        if (roles[node] == 0) marked.Add(node);
        roles[node] |= (byte)role;
    }

    // A route through a place starts and ends outside it, so an open end is never in a via's place set, nor a region that holds a country of one.
    private bool IsOutsideVias(int node) => (roles[node] & (ViaMask | Barred)) == 0 && snapshot.Exists(node);
}
