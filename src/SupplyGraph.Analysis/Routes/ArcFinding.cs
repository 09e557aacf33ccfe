using SupplyGraph.Graph;

namespace SupplyGraph.Analysis.Routes;

/// <summary>
/// Finds the arcs between active nodes that pass the filters, each once, into a list for each node that they leave. Goes over the arcs that the spheres of a
/// <see cref="Reach"/> walked as they grew and no others: where a route leaves a node with very many arcs for one that lies near an end, it is found from there.
/// </summary>
internal readonly ref struct ArcFinding(Snapshot snapshot, RouteQuestion question, NodeRoles roles, Reach reach, SearchBuffers buffers)
{
    private readonly LegFilter filter = new(snapshot, question.Filters);

    public void Find()
    {
        buffers.Found.Clear();
        buffers.FirstFound.Fill(buffers.Active.Count, -1);
        buffers.WasLeft.Fill(buffers.Active.Count, false);
        buffers.WasEntered.Fill(buffers.Active.Count, false);
        if (reach.IsEverywhere)
        {
            for (var local = 0; local < buffers.Active.Count; local++) AddOut(local);
            return;
        }
        foreach (var sphere in reach.Walked)
            if (sphere.Forward) AddWalked(sphere, buffers.WasLeft);
        foreach (var sphere in reach.Walked)
            if (!sphere.Forward) AddWalked(sphere, buffers.WasEntered);
    }

    private void AddWalked(HopSphere sphere, GrowingArray<bool> done)
    {
        foreach (var node in sphere.Reached)
        {
            var local = buffers.Local[node];
            if (local < 0 || done[local] || !sphere.WasLeft(node, roles)) continue;
            done[local] = true;
            if (sphere.Forward) AddOut(local);
            else AddIn(local);
        }
    }

    private void AddOut(int local)
    {
        var node = buffers.Active[local];
        foreach (ref readonly var arc in snapshot.Out(node))
        {
            var to = buffers.Local[arc.Node];
            if (to >= 0 && buffers.Places[local].Leads(buffers.Places[to]) && reach.IsWorth(node, arc.Node, arc.Cost)) Add(local, to, arc);
        }
    }

    private void AddIn(int local)
    {
        var node = buffers.Active[local];
        foreach (ref readonly var arc in snapshot.In(node))
        {
            var from = buffers.Local[arc.Node];
            if (from < 0 || buffers.WasLeft[from] || !buffers.Places[from].Leads(buffers.Places[local])) continue;
            if (reach.IsWorth(arc.Node, node, arc.Cost)) Add(from, local, arc);
        }
    }

    private void Add(int from, int to, in Arc arc)
    {
        if (!filter.Passes(arc.Relationship)) return;
        buffers.FirstFound[from] = buffers.Found.Add(new(new LocalArc(to, arc.Link, arc.Cost, filter.EndsRoute(arc)), buffers.FirstFound[from]));
    }
}
