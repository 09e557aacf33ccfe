using System.Diagnostics;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SupplyGraph.Benchmarks.Peers;

/// <summary>SQLite in this process (the one that the embedded store brings), the graph in memory.</summary>
internal sealed class SqlitePeer : IPeer
{
    private const string Tables = """
        PRAGMA temp_store = MEMORY;
        CREATE TABLE after (src INTEGER, dst INTEGER, w REAL, PRIMARY KEY (src, dst)) WITHOUT ROWID;
        CREATE TABLE before (dst INTEGER, src INTEGER, w REAL, PRIMARY KEY (dst, src)) WITHOUT ROWID;
        """;

    private readonly SqliteConnection connection = new("Data Source=:memory:");
    private readonly SqliteCommand via;

    public SqlitePeer(PeerEdges edges)
    {
        connection.Open();
        Run(Tables);
        using (var transaction = connection.BeginTransaction())
        {
            Load(edges, transaction);
            transaction.Commit();
        }
        Run("INSERT INTO before SELECT dst, src, w FROM after ORDER BY dst, src");
        // Joined in the order of the text. Left to choose, SQLite reads the whole table for a join with some hundred rows, and takes 100 times as long.
        via = Command(PeerResource.Read("via.sql").Replace(" JOIN ", " CROSS JOIN ", StringComparison.Ordinal), ":from", ":to", ":via", ":limit", ":hops");
    }

    public string Name => $"SQLite {connection.ServerVersion}";

    public PeerAnswer Ask(WorkloadQuestion question)
    {
        Give(via, question.From, question.To, question.Via, question.Limit, question.MaxHops);
        using var bell = new Timer(_ => raw.sqlite3_interrupt(connection.Handle), null, IPeer.TimeOut, Timeout.InfiniteTimeSpan);
        var started = Stopwatch.GetTimestamp();
        var weights = Weights();
        return new(Stopwatch.GetElapsedTime(started).TotalMilliseconds, weights);
    }

    private List<double>? Weights()
    {
        try
        {
            var weights = new List<double>();
            using var rows = via.ExecuteReader();
            while (rows.Read()) weights.Add(rows.GetDouble(0));
            return weights;
        }
        catch (SqliteException interrupted) when (interrupted.SqliteErrorCode == raw.SQLITE_INTERRUPT)
        {
            return null;
        }
    }

    private void Load(PeerEdges edges, SqliteTransaction transaction)
    {
        using var insert = Command("INSERT INTO after VALUES (:src, :dst, :w)", ":src", ":dst", ":w");
        insert.Transaction = transaction;
        foreach (var (from, to, weight) in edges.Read())
        {
            Give(insert, from, to, weight);
            insert.ExecuteNonQuery();
        }
    }

    private SqliteCommand Command(string text, params string[] parameters)
    {
        var command = new SqliteCommand(text, connection);
        foreach (var parameter in parameters) command.Parameters.Add(new SqliteParameter(parameter, null));
        return command;
    }

    private static void Give(SqliteCommand command, params object[] values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
    }

    private void Run(string text)
    {
        using var command = Command(text);
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        via.Dispose();
        connection.Dispose();
    }
}
