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
    private readonly RouteWriter writer;
    private CarryBound? sharp;
    private long untilSharp;

    public OneEndSearch(Snapshot snapshot, RouteQuestion asked, IReadOnlyCollection<int> starts, int end)
    {
        this.snapshot = snapshot;
        question = asked with { Only = (starts, end), Limit = 1, Distinct = Distinct.None };
        buffers = SearchBuffers.Rent(snapshot);
        roles = new NodeRoles(snapshot, question, buffers);
        rules = question.FollowComponents ? new CarryRules(snapshot, question) : null;
        space = new SearchSpace(snapshot, question, roles, new Reach(snapshot, question, roles, buffers, Cap.None), buffers);
        untilSharp = rules is null ? long.MaxValue : BestFirst.WorthSharpening(snapshot, question, space);
        writer = new RouteWriter(snapshot, question, rules, buffers);
    }

    /// <summary>The best route from a start; null for none, or where the budget ended the search before one was found.</summary>
    public Route? Best(int start, Absence? absence, Budget budget, ref StopReason? stopped, CancellationToken cancel)
    {
        var blunt = budget with { Expansions = (int)Math.Min(budget.Expansions, untilSharp), SharpenAfter = int.MaxValue };
        var search = Search(start, absence, blunt, cancel);
        var last = search.Next();
        if (search.StoppedBy == StopReason.Expansions && blunt.Expansions < budget.Expansions)
        {
            // The searches to this end have cost together what the sharper bound does.
            sharp = CarryBound.Of(snapshot, space, rules!, question.MaxHops, buffers);
            untilSharp = long.MaxValue;
            search = Search(start, absence, budget with { SharpenAfter = int.MaxValue }, cancel);
            last = search.Next();
        }
        if (untilSharp < long.MaxValue) untilSharp -= search.Expanded;
        stopped ??= search.StoppedBy;
        return last < 0 ? null : writer.Write(last, writer.Stops(last));
    }

    private BestFirst Search(int start, Absence? absence, Budget budget, CancellationToken cancel)
    {
        buffers.Partials.Clear();
        buffers.Heap.Clear();
        return new BestFirst(
            snapshot, question, roles, space, rules, buffers, writer, budget, Cap.None.Cost, Stopwatch.GetTimestamp(), cancel, sharp, start, absence);
    }

    public void Dispose() => buffers.Dispose();
}
