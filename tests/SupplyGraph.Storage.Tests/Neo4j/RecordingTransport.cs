using System.Collections.Concurrent;
using SupplyGraph.Storage.Neo4j.Transport;

namespace SupplyGraph.Storage.Tests.Neo4j;

/// <summary>Passes statements on and remembers each text with the parameters that it came with first.</summary>
internal sealed class RecordingTransport(ICypherTransport inner) : ICypherTransport
{
    private readonly ConcurrentDictionary<string, CypherStatement> statements = new(StringComparer.Ordinal);

    public IReadOnlyCollection<CypherStatement> Statements => [.. statements.Values];

    /// <summary>Done before a statement runs, for what others do meanwhile.</summary>
    public Func<CypherStatement, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>Begins to remember anew.</summary>
    public void Forget() => statements.Clear();

    public async Task<IReadOnlyList<CypherRow>> RunAsync(CypherStatement statement, CancellationToken cancel)
    {
        statements.TryAdd(statement.Text, statement);
        await Before(statement);
        return await inner.RunAsync(statement, cancel);
    }

    public IAsyncEnumerable<CypherRow> StreamAsync(CypherStatement statement, CancellationToken cancel)
    {
        statements.TryAdd(statement.Text, statement);
        return inner.StreamAsync(statement, cancel);
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
