using Microsoft.Data.Sqlite;
using SupplyGraph.Storage.Embedded;

namespace SupplyGraph.Storage.Tests;

/// <summary>The contract on the embedded store, and what is its own: the file.</summary>
public sealed class EmbeddedGraphStoreTests : GraphStoreContract
{
    private readonly string folder = Directory.CreateTempSubdirectory("supplygraph-").FullName;

    private string File => Path.Combine(folder, "graph.db");

    protected override IGraphStore Create() => new EmbeddedGraphStore(new EmbeddedStoreOptions { Path = File });

    protected override Task DeleteAsync()
    {
        Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_file_that_another_store_holds_is_refused_by_name()
    {
        await using var second = Create();
        var refused = await Assert.ThrowsAsync<IOException>(() => second.OpenAsync(None));
        Assert.Contains($"{File} is in use", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_a_newer_schema_is_refused_with_both_versions()
    {
        await Store.DisposeAsync();
        Run("PRAGMA user_version = 99");
        await using var older = Create();
        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => older.OpenAsync(None));
        Assert.Contains("schema version 99, newer than the 2", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_refused_a_file_lets_go_of_it()
    {
        await Store.DisposeAsync();
        Run("PRAGMA user_version = 99");
        await using (var older = Create()) await Assert.ThrowsAsync<InvalidDataException>(() => older.OpenAsync(None));
        Run("PRAGMA user_version = 2");
        await using var again = Create();
        await again.OpenAsync(None);
        Assert.Equal(World.Entities.Count, (await again.GetStatisticsAsync(None)).Entities);
    }

    [Fact]
    public void The_file_is_in_WAL_mode() => Assert.Equal("wal", Ask("PRAGMA journal_mode"));

    [Fact]
    public async Task Every_row_refers_to_rows_that_exist()
    {
        await Store.CommitAsync(new ChangeSet { Claims = [World.Supply(), World.Supply("Nikkei")] }, None);
        await Store.CommitAsync(new ChangeSet { RemovedClaims = [World.Supply().Id] }, None);
        Assert.Null(Ask("PRAGMA foreign_key_check"));
        Assert.Equal("ok", Ask("PRAGMA integrity_check"));
    }

    private void Run(string sql) => Ask(sql);

    private object? Ask(string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = File, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
