using System.Diagnostics;
using SupplyGraph.Analysis.Routes;
using SupplyGraph.Storage;

namespace SupplyGraph.Benchmarks;

/// <summary>Asks the store what a reader asks, one thing after the other.</summary>
internal static class Reader
{
    /// <summary>Asks for the routes through Pakistan with the claims of their legs, until a task ends.</summary>
    public static async Task<Figures> AskAsync(IGraphStore store, Task until)
    {
        var took = new List<double>();
        while (!until.IsCompleted)
        {
            var started = Stopwatch.GetTimestamp();
            await Task.Run(() => AskOnceAsync(store));
            took.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        return Figures.Of(took);
    }

    private static async Task AskOnceAsync(IGraphStore store)
    {
        var view = await store.GetViewAsync(CancellationToken.None);
        var answer = RouteSearch.Find(view.Snapshot, new() { Via = ["pakistan"], AsOf = DateOnly.FromDateTime(DateTime.UtcNow) });
        var legs = answer.Routes.SelectMany(route => route.Legs).Select(leg => leg.Relationship).Distinct().ToList();
        await store.GetClaimsOfAsync(legs, CancellationToken.None);
        await store.ListRelationshipsAsync(new() { Entity = "pakistan" }, new(), CancellationToken.None);
    }
}
