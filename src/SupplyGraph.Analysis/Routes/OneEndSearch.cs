using System.Diagnostics;
using SupplyGraph.Graph;

namespace SupplyGraph.Analysis.Routes;

/// <summary>
/// The best route to one end from each of several starts, in a world where something may be absent. What a search can touch and its bounds on the cost to go
/// are found once, with everything there: taking something away only makes what is left dearer, so the bounds hold in every absence.
/// </summary>
internal sealed class OneEndSearch : IDisposable
{
    private readonly Snapshot snapshot;
    private readonly RouteQuestion question;
    private readonly SearchBuffers buffers;
    private readonly NodeRoles roles;
    private readonly CarryRules? rules;
    private readonly SearchSpace space;
    private readonly CarryBound? sharp;
    private readonly RouteWriter writer;

    public OneEndSearch(Snapshot snapshot, RouteQuestion asked, IReadOnlyCollection<int> starts, int end)
    {
        this.snapshot = snapshot;
        question = asked with { Only = (starts, end), Limit = 1, Distinct = Distinct.None };
        buffers = SearchBuffers.Rent(snapshot);
        roles = new NodeRoles(snapshot, question, buffers);
        rules = question.FollowComponents ? new CarryRules(snapshot, question) : null;
        space = new SearchSpace(snapshot, question, roles, new Reach(snapshot, question, roles, buffers, Cap.None), buffers);
        sharp = rules is null ? null : CarryBound.Of(snapshot, space, rules, question.MaxHops, buffers);
        writer = new RouteWriter(snapshot, question, rules, buffers);
    }

    /// <summary>The best route from a start; null for none, or where the budget ended the search before one was found.</summary>
    public Route? Best(int start, Absence? absence, Budget budget, ref StopReason? stopped, CancellationToken cancel)
    {
        buffers.Partials.Clear();
        buffers.Heap.Clear();
        var search = new BestFirst(
            snapshot, question, roles, space, rules, buffers, writer, budget, Cap.None.Cost, Stopwatch.GetTimestamp(), cancel, sharp, start, absence);
        var last = search.Next();
        stopped ??= search.StoppedBy;
        return last < 0 ? null : writer.Write(last, writer.Stops(last));
    }

    public void Dispose() => buffers.Dispose();
}
