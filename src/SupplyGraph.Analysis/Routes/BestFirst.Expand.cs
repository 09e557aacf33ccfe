namespace SupplyGraph.Analysis.Routes;

/// <summary>One step of the search: every leg that may follow a partial route, as an end and as a way on.</summary>
internal sealed partial class BestFirst
{
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
            var ends = from.Owed == 0 && next.Cost <= cutoff.Value && space.At(arc.To).IsEnd;
            var least = LeastOnward(next);
            var goesOn = least < SearchSpace.Unreachable && least <= cutoff.Value;
            if ((!ends && !goesOn) || IsAbsent(arc) || IsOnRoute(at, arc.To)) continue;
            if (rules is not null && !Carry(rules, at, from, ref next)) continue;
            if (ends) PushFinal(next);
            if (goesOn) PushOn(next);
        }
    }

    private bool IsAbsent(in LocalArc arc) =>
        absence is not null && (absence.Takes(space.Node(arc.To)) || absence.TakesLegsNaming(snapshot.Component(arc.Relationship)));

    /// <summary>The least that a route which goes on from this stop can cost, joints left out.</summary>
    private int LeastOnward(in PartialRoute next)
    {
        ref readonly var stop = ref space.At(next.Local);
        if (next.Arc.EndsRoute || !stop.MayPass) return SearchSpace.Unreachable;
        var toGo = space.ToGo(question.MaxHops - next.Hops, next.Owed & ~stop.Met, next.Local);
        return toGo >= SearchSpace.Unreachable ? SearchSpace.Unreachable : next.Cost + stop.PoolCost + toGo;
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
        ref readonly var stop = ref space.At(next.Local);
        next.Owed = (byte)(next.Owed & ~stop.Met);
        next.Cost += stop.PoolCost;
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
            next.Naming = from.Naming == Naming.Undecided && !CarryRules.IsOwnerToOwned(snapshot, next.Arc) ? Naming.Free : from.Naming;
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
