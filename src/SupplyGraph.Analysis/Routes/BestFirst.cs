using System.Diagnostics;
using SupplyGraph.Graph;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Routes;

/// <summary>
/// Best-first search for complete routes in their total order. A* (Hart, Nilsson, Raphael 1968) over partial routes rather than nodes, since routes are
/// simple: the first complete route to come out of the heap is the next best. O(expanded x (branching x hops + log expanded)).
/// </summary>
internal sealed partial class BestFirst
{
    // The clock is read once in so many expansions.
    private const int ClockInterval = 64;

    // Before it is worth a sharper bound: so many expansions, and one for so many entries of the bound.
    private const int LeastExpansions = 32, EntriesOfExpansion = 8192;

    private readonly Snapshot snapshot;
    private readonly RouteQuestion question;
    private readonly NodeRoles roles;
    private readonly SearchSpace space;
    private readonly SearchBuffers buffers;
    private readonly CarryRules? rules;
    private readonly RouteHeap heap;
    private readonly Cutoff cutoff;
    private readonly DistinctPruning pruning;
    private readonly RouteWriter writer;
    private readonly Budget budget;
    private readonly CancellationToken cancel;
    private readonly long started;
    private readonly int onlyStart;
    private readonly Absence? absence;
    private readonly long sharpenAfter;
    private CarryBound? sharp;
    private bool sharpened;

    public BestFirst(
        Snapshot snapshot, RouteQuestion question, NodeRoles roles, SearchSpace space, CarryRules? rules, SearchBuffers buffers, RouteWriter writer,
        Budget budget, int cap, long started, CancellationToken cancel, CarryBound? sharp = null, int onlyStart = -1, Absence? absence = null)
    {
        (this.sharp, sharpened, this.onlyStart, this.absence) = (sharp, sharp is not null, onlyStart, absence);
        this.snapshot = snapshot;
        this.question = question;
        this.roles = roles;
        this.space = space;
        this.buffers = buffers;
        this.writer = writer;
        this.budget = budget;
        this.cancel = cancel;
        this.rules = rules;
        this.started = started;
        sharpenAfter = budget.SharpenAfter ?? WorthSharpening(snapshot, question, space);
        heap = new RouteHeap(snapshot, buffers);
        var most = MostKeys.Of(snapshot, question, roles, space);
        cutoff = new Cutoff(question.Limit == int.MaxValue && most > 0 ? int.MaxValue : Math.Min(question.Limit, most), cap);
        pruning = new DistinctPruning(snapshot, question, roles, buffers, cutoff);
        PushStarts();
    }

    /// <summary>The expansions from which on the sharper bound costs less than it saves.</summary>
    public static long WorthSharpening(Snapshot snapshot, RouteQuestion question, SearchSpace space) =>
        LeastExpansions + ((long)question.MaxHops * space.Slots * space.Nodes * snapshot.ComponentCount / EntriesOfExpansion);

    public int Expanded { get; private set; }

    public StopReason? StoppedBy { get; private set; }

    /// <summary>The next best complete route, as its last partial route; -1 where there is none, or where the budget ended the search.</summary>
    public int Next()
    {
        while (heap.Count > 0)
        {
            if (IsSpent()) return -1;
            if (Expanded >= sharpenAfter && !sharpened)
            {
                Sharpen();
                continue;
            }
            var entry = heap.Pop();
            if (buffers.Partials[entry.Partial].Final) return entry.Partial;
            if (entry.LeastCost > cutoff.Value) continue;
            if (pruning.HasBetterRoute(entry.Partial, entry.LeastCost)) continue;
            if (pruning.IsSettled(entry.Partial, entry.LeastCost)) OweAnotherVia(entry.Partial);
            else Expand(entry.Partial);
        }
        return -1;
    }

    // Begins anew with the sharper bound. Routes that are out already come out again and are known by their keys; the cutoff stays, so little is opened twice.
    private void Sharpen()
    {
        sharpened = true;
        sharp = rules is null ? null : CarryBound.Of(snapshot, space, rules, question.MaxHops, buffers);
        if (sharp is null) return;
        buffers.Partials.Clear();
        buffers.Heap.Clear();
        PushStarts();
    }

    // The same partial route, but now it must meet some via again: with what that costs at least, it takes its new place among the open ones.
    private void OweAnotherVia(int at)
    {
        var again = buffers.Partials[at];
        again.Owed = NodeRoles.AnyVia;
        var toGo = ToGo(again, again.Owed);
        if (toGo < SearchSpace.Unreachable && again.Cost + toGo <= cutoff.Value)
            heap.Push(HeapEntry.Of(again.Cost + toGo, again.Hops + 1, Added(again)));
    }

    /// <summary>After the budget ended the search: the complete routes that it had found, best first.</summary>
    public IEnumerable<int> Leftover()
    {
        var found = new List<HeapEntry>();
        foreach (var entry in buffers.Heap.Items)
            if (buffers.Partials[entry.Partial].Final) found.Add(entry);
        buffers.Heap.Clear();
        foreach (var entry in found) heap.Push(entry);
        while (heap.Count > 0) yield return heap.Pop().Partial;
    }

    private bool IsSpent()
    {
        if (Expanded >= budget.Expansions || buffers.Partials.Count >= Limits.MaxPartialRoutes) StoppedBy = StopReason.Expansions;
        else if (Expanded % ClockInterval == 0)
        {
            cancel.ThrowIfCancellationRequested();
            if (Stopwatch.GetElapsedTime(started) >= budget.Time) StoppedBy = StopReason.Time;
        }
        return StoppedBy is not null;
    }

    private void PushStarts()
    {
        for (var local = 0; local < space.Nodes; local++)
        {
            if (!roles.IsStart(space.Node(local)) || (onlyStart >= 0 && space.Node(local) != onlyStart)) continue;
            var start = new PartialRoute { Before = -1, Local = local, Component = -1, LastNamed = -1, Owed = (byte)space.AllVias };
            var toGo = ToGo(start, start.Owed);
            if (toGo >= SearchSpace.Unreachable || toGo > cutoff.Value) continue;
            heap.Push(HeapEntry.Of(toGo, 1, buffers.Partials.Add(start)));
        }
    }
}
