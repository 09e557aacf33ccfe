using System.Reflection;
using SupplyGraph.Storage;

namespace SupplyGraph.Api.Tests.Hosting;

/// <summary>
/// A store whose home lies behind a network that a test takes away and brings back. As with a real one, the view that was read once is still there; everything
/// else is asked of its home.
/// </summary>
public class NetworkedStore : DispatchProxy
{
    private IGraphStore home = null!;
    private volatile string? reason;
    private volatile TaskCompletionSource<string?>? silence;
    private int openings;

    /// <summary>A store that cannot be reached, until <see cref="Reach"/>.</summary>
    public static (IGraphStore Store, NetworkedStore Network) Behind(IGraphStore home, string reason)
    {
        var store = Create<IGraphStore, NetworkedStore>();
        var network = (NetworkedStore)(object)store;
        (network.home, network.reason) = (home, reason);
        return (store, network);
    }

    /// <summary>How often somebody tried to open it.</summary>
    public int Openings => Volatile.Read(ref openings);

    /// <summary>Takes the network away.</summary>
    public void Lose(string because) => reason = because;

    /// <summary>From now on it takes questions and does not answer them.</summary>
    public void FallSilent() => silence = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Brings the network back.</summary>
    public void Reach()
    {
        reason = null;
        silence?.TrySetResult(null);
        silence = null;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var member = targetMethod!.Name;
        if (member == nameof(IGraphStore.OpenAsync)) Interlocked.Increment(ref openings);
        if (silence is { } waiting && member == nameof(IGraphStore.GetImportReportAsync)) return waiting.Task;
        var isHere = member is "get_Identity" or nameof(IGraphStore.GetViewAsync) or nameof(IAsyncDisposable.DisposeAsync);
        if (reason is { } why && !isHere) throw new GraphUnavailableException(why) { RetryAfter = TimeSpan.FromSeconds(3.5) };
        return targetMethod.Invoke(home, BindingFlags.DoNotWrapExceptions, null, args, null);
    }
}
