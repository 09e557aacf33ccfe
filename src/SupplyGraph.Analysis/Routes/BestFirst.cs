using System.Diagnostics;
using SupplyGraph.Graph;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Routes;

/// <summary>
/// Best-first search for complete routes in their total order. A* (Hart, Nilsson, Raphael 1968) over partial routes rather than nodes, since routes are
/// simple: the first complete route to come out of the heap is the next best. O(expanded x (branching x hops + log expanded)).
/// </summary>
internal sealed class BestFirst
{
    // The clock is read once in so many expansions.
    private const int ClockInterval = 64;

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
    private readonly long started = Stopwatch.GetTimestamp();
    private CarryBound? sharp;
    private bool sharpened;

    public BestFirst(
        Snapshot snapshot, RouteQuestion question, NodeRoles roles, SearchSpace space, SearchBuffers buffers, RouteWriter writer, Budget budget,
        CancellationToken cancel)
    {
        this.snapshot = snapshot;
        this.question = question;
        this.roles = roles;
        this.space = space;
        this.buffers = buffers;
        this.writer = writer;
        this.budget = budget;
        this.cancel = cancel;
        rules = question.FollowComponents ? new CarryRules(snapshot, question) : null;
        heap = new RouteHeap(snapshot, buffers);
        cutoff = new Cutoff(Math.Min(question.Limit, MostKeys.Of(snapshot, question, roles, space)));
        pruning = new DistinctPruning(snapshot, question, roles, buffers, cutoff);
        PushStarts();
    }

    public int Expanded { get; private set; }

    public StopReason? StoppedBy { get; private set; }

    /// <summary>The next best complete route, as its last partial route; -1 where there is none, or where the budget ended the search.</summary>
    public int Next()
    {
        while (heap.Count > 0)
        {
            if (IsSpent()) return -1;
            if (Expanded >= budget.SharpenAfter && !sharpened) Sharpen();
            if (heap.Count == 0) break;
            var entry = heap.Pop();
            if (buffers.Partials[entry.Partial].Final) return entry.Partial;
            if (entry.LeastCost > cutoff.Value) continue;
            if (pruning.IsSettled(entry.Partial, entry.LeastCost)) OweAnotherVia(entry.Partial);
            else Expand(entry.Partial);
        }
        return -1;
    }

    // Begins anew with the sharper bound. Routes that are out already come out again and are known by their keys; the cutoff stays, so little is opened twice.
    private void Sharpen()
    {
        sharpened = true;
        sharp = rules is null ? null : CarryBound.Of(snapshot, space, rules, question.MaxHops, buffers.SharpToGo);
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
            if (!roles.IsStart(space.Node(local))) continue;
            var start = new PartialRoute { Before = -1, Local = local, Component = -1, LastNamed = -1, Owed = (byte)space.AllVias };
            var toGo = ToGo(start, start.Owed);
            if (toGo >= SearchSpace.Unreachable || toGo > cutoff.Value) continue;
            heap.Push(HeapEntry.Of(toGo, 1, buffers.Partials.Add(start)));
        }
    }

    private void Expand(int at)
    {
        Expanded++;
        var from = buffers.Partials[at];
        foreach (ref readonly var arc in space.Arcs(from.Local))
        {
            var next = new PartialRoute
            {
                Before = at,
                Local = arc.To,
                Arc = arc,
                Cost = from.Cost + arc.Cost,
                Component = -1,
                LastNamed = from.LastNamed,
                Hops = (byte)(from.Hops + 1),
                Owed = from.Owed,
            };
            var ends = from.Owed == 0 && next.Cost <= cutoff.Value && space.IsEnd(arc.To);
            var least = LeastOnward(next);
            var goesOn = least < SearchSpace.Unreachable && least <= cutoff.Value;
            if ((!ends && !goesOn) || IsOnRoute(at, arc.To)) continue;
            if (rules is not null && !Carry(rules, at, from, ref next)) continue;
            if (ends) PushFinal(next);
            if (goesOn) PushOn(next);
        }
    }

    /// <summary>The least that a route which goes on from this stop can cost, joints left out.</summary>
    private int LeastOnward(in PartialRoute next)
    {
        var node = space.Node(next.Local);
        if (next.Arc.EndsRoute || !roles.MayPass(node)) return SearchSpace.Unreachable;
        var toGo = space.ToGo(question.MaxHops - next.Hops, next.Owed & ~roles.ViasMet(node), next.Local);
        return toGo >= SearchSpace.Unreachable ? SearchSpace.Unreachable : next.Cost + space.PoolCost(next.Local) + toGo;
    }

    private void PushFinal(PartialRoute next)
    {
        if (next.Cost > cutoff.Value || (rules is { WantsComponent: true } && next.Naming != Naming.Named)) return;
        next.Final = true;
        var at = Added(next);
        if (cutoff.Offer(CountryChain.Key(snapshot, roles, question.EffectiveDistinct, writer.Stops(at)), next.Cost))
            heap.Push(HeapEntry.Of(next.Cost, next.Hops, at));
        else
            buffers.Partials.Pop();
    }

    private void PushOn(PartialRoute next)
    {
        next.Owed = (byte)(next.Owed & ~roles.ViasMet(space.Node(next.Local)));
        next.Cost += space.PoolCost(next.Local);
        var toGo = ToGo(next, next.Owed);
        var least = next.Cost + toGo;
        if (toGo >= SearchSpace.Unreachable || least > cutoff.Value) return;
        var at = Added(next);
        if (pruning.HasBetterStart(at)) buffers.Partials.Pop();
        else heap.Push(HeapEntry.Of(least, next.Hops + 1, at));
    }

    /// <summary>The least cost of going on from where a partial route has come to, by the sharpest bound that there is.</summary>
    private int ToGo(in PartialRoute route, int owed)
    {
        var legs = question.MaxHops - route.Hops;
        if (sharp is null) return space.ToGo(legs, owed, route.Local);
        var named = route.Component >= 0 || route.LastNamed < 0 ? route.Component : buffers.Partials[route.LastNamed].Component;
        return sharp.ToGo(legs, owed, route, named);
    }

    private int Added(PartialRoute next)
    {
        var at = buffers.Partials.Add(next);
        if (next.Component >= 0) buffers.Partials[at].LastNamed = at;
        return at;
    }

    private bool IsOnRoute(int at, int local)
    {
        for (; at >= 0; at = buffers.Partials[at].Before)
            if (buffers.Partials[at].Local == local) return true;
        return false;
    }

    /// <summary>Applies what the legs carry to one more leg; false where it may not follow.</summary>
    private bool Carry(CarryRules carry, int at, in PartialRoute from, ref PartialRoute next)
    {
        if (from.Hops > 0 && !carry.MayPass(
            space.Node(buffers.Partials[from.Before].Local), from.Arc, space.Node(from.Local), next.Arc, space.Node(next.Local))) return false;
        var component = snapshot.Component(next.Arc.Relationship);
        if (component < 0)
        {
            next.Naming = from.Naming == Naming.Undecided && !carry.IsOwnerToOwned(next.Arc) ? Naming.Free : from.Naming;
            return next.Naming != Naming.Free || !carry.WantsComponent;
        }
        if (from.Naming == Naming.Free || !carry.FitsWanted(component)) return false;
        for (var named = from.LastNamed; named >= 0; named = buffers.Partials[buffers.Partials[named].Before].LastNamed)
            if (!carry.MayFollow(buffers.Partials[named].Component, component)) return false;
        if (from.LastNamed >= 0)
            next.Cost += carry.JointOf(buffers.Partials[from.LastNamed].Arc.Relationship, next.Arc.Relationship, from.LastNamed == at).Cost;
        next.Component = component;
        next.Naming = Naming.Named;
        return true;
    }
}
