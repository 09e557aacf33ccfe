using SupplyGraph.Storage.Neo4j.Frontier;
using SupplyGraph.Storage.Neo4j.Projection;
using SupplyGraph.Storage.Neo4j.Transport;
using SupplyGraph.Storage.Neo4j.Writes;

namespace SupplyGraph.Storage.Neo4j;

public sealed partial class Neo4jGraphStore
{
    private readonly SemaphoreSlim reading = new(1, 1);
    private readonly Lock publishing = new();
    private readonly ChangeFollowing changes;
    private volatile GraphView? view;
    private long shown;

    // A version of this server's own that the view must show before anything is answered.
    private long promised;

    /// <summary>The version that this server shows: no part of a later one is in any answer, and all of it is in every answer.</summary>
    private long Shown => Volatile.Read(ref shown);

    /// <inheritdoc/>
    public async ValueTask<GraphView> GetViewAsync(CancellationToken cancel) =>
        view is { } current && current.Snapshot.Version >= Volatile.Read(ref promised) ? current : await RefreshAsync(cancel);

    /// <inheritdoc/>
    public async ValueTask<GraphExtent?> GetExtentAsync(GraphView view, Extent wanted, CancellationToken cancel)
    {
        if (view is not Skeleton skeleton) return new GraphExtent(view.Snapshot);
        var legs = new CypherFrontier(transport, skeleton, wanted);
        if (await FrontierExpansion.ReadAsync(legs, skeleton.Snapshot, wanted, cancel) is { } extent) return extent;
        // Another server has written: who asks again gets a newer view.
        await RefreshAsync(cancel);
        return null;
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<EntityDegree>> GetDegreesAsync(GraphView view, string entity, CancellationToken cancel) =>
        view.IsWhole ? EntityDegree.Of(view.Snapshot, entity) : await DegreeReading.ReadAsync(transport, view.Snapshot.Version, entity, cancel);

    /// <summary>Brings the view to the newest version.</summary>
    private async Task<GraphView> RefreshAsync(CancellationToken cancel)
    {
        await reading.WaitAsync(cancel);
        try
        {
            if (view is { } current)
            {
                var newest = await changes.NewestAsync(cancel);
                if (current.Snapshot.Version == newest) return current;
                if (await changes.FollowAsync(current, newest, cancel) is { } followed) return Publish(followed);
            }
            return Publish(await new GraphProjection(transport, changes, options, Identity).ReadAsync(cancel));
        }
        finally
        {
            reading.Release();
        }
    }

    /// <summary>Shows a view unless a newer one is shown already; gives the one shown.</summary>
    private GraphView Publish(GraphView made)
    {
        lock (publishing)
        {
            if (view is { } newer && newer.Snapshot.Version >= made.Snapshot.Version) return newer;
            view = made;
            if (made.Snapshot.Version > shown) Volatile.Write(ref shown, made.Snapshot.Version);
            return made;
        }
    }

    /// <summary>Shows what a commit of this server made: at once where the view is the one before.</summary>
    private async Task ShowAsync(Changes.ViewChanges made, long version, CancellationToken cancel)
    {
        lock (publishing)
        {
            if (version <= shown) return;
            if (view is { IsWhole: true } current && current.Snapshot.Version == version - 1 && made.FitOn(current))
            {
                view = made.ApplyTo(current, version);
                Volatile.Write(ref shown, version);
                return;
            }
        }
        Volatile.Write(ref promised, version);
        try
        {
            await RefreshAsync(cancel);
        }
        catch (GraphUnavailableException)
        {
            // The commit stands; whoever asks next brings the view up or is told why not.
        }
    }

    // Asks whether another server has changed the graph. What fails here fails again for whoever asks a question, and is told there.
    private async Task FollowAsync()
    {
        using var timer = new PeriodicTimer(options.RefreshInterval, options.Clock);
        var (past, swept) = (new PastSweeping(transport, options.Clock), DateTimeOffset.MinValue);
        try
        {
            while (await timer.WaitForNextTickAsync(closing.Token))
            {
                try
                {
                    if (await changes.NewestAsync(closing.Token) > Shown) await RefreshAsync(closing.Token);
                    if (options.Clock.GetUtcNow() - swept < PastSweeping.Kept) continue;
                    await past.SweepAsync(closing.Token);
                    swept = options.Clock.GetUtcNow();
                }
                catch (Exception failure) when (failure is GraphUnavailableException or CypherException)
                {
                    // Asked again at the next tick.
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The store is closing.
        }
    }
}
