using System.Diagnostics;
using SupplyGraph.Storage.Neo4j.Transport;

namespace SupplyGraph.Benchmarks;

/// <summary>Passes statements on and counts them, one after the other.</summary>
internal sealed class CountingTransport(ICypherTransport inner) : ICypherTransport
{
    /// <summary>Statements since <see cref="Reset"/>.</summary>
    public int Statements { get; private set; }

    /// <summary>What they took together.</summary>
    public TimeSpan Took { get; private set; }

    public void Reset() => (Statements, Took) = (0, TimeSpan.Zero);

    public async Task<IReadOnlyList<CypherRow>> RunAsync(CypherStatement statement, CancellationToken cancel)
    {
        var started = Stopwatch.GetTimestamp();
        var rows = await inner.RunAsync(statement, cancel);
        Statements++;
        Took += Stopwatch.GetElapsedTime(started);
        return rows;
    }

    public IAsyncEnumerable<CypherRow> StreamAsync(CypherStatement statement, CancellationToken cancel) => inner.StreamAsync(statement, cancel);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
