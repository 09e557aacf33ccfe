using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SupplyGraph.Storage.Embedded;

/// <summary>
/// One connection with the statements it has prepared. Values are bound in order to <c>$1</c>, <c>$2</c> … Not safe for several threads.
/// </summary>
internal sealed class Session : IDisposable
{
    // Listings combine filters freely: past this many texts the statements are prepared anew.
    private const int MostPrepared = 300;

    private const int BusyMilliseconds = 10_000;

    private readonly SqliteConnection connection;
    private readonly Dictionary<string, SqliteCommand> prepared = new(StringComparer.Ordinal);

    private Session(string path, SqliteOpenMode mode)
    {
        // Sessions are pooled by the store itself, together with their statements.
        var text = new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false };
        connection = new SqliteConnection(text.ToString());
        connection.Open();
        Run($"PRAGMA busy_timeout = {BusyMilliseconds}");
        Run("PRAGMA temp_store = MEMORY");
    }

    /// <summary>The one that writes; creates the file where it is missing.</summary>
    public static Session ForWriting(string path)
    {
        var session = new Session(path, SqliteOpenMode.ReadWriteCreate);
        session.Run("PRAGMA journal_mode = WAL");
        session.Run("PRAGMA synchronous = FULL");
        session.Run("PRAGMA foreign_keys = ON");
        session.Run("PRAGMA cache_size = -65536");
        return session;
    }

    public static Session ForReading(string path) => new(path, SqliteOpenMode.ReadOnly);

    /// <summary>Runs statements that are not worth preparing.</summary>
    public void Run(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Runs a prepared statement and says how many rows it changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<object?> values) => Bind(sql, values).ExecuteNonQuery();

    /// <summary>The integer in the first column of the first row, or null.</summary>
    public long? Number(string sql, params ReadOnlySpan<object?> values) => Bind(sql, values).ExecuteScalar() is long number ? number : null;

    /// <summary>The rows; dispose before the same text is queried again.</summary>
    public SqliteDataReader Query(string sql, params ReadOnlySpan<object?> values) => Bind(sql, values).ExecuteReader();

    /// <summary>All rows, read.</summary>
    public List<T> List<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        var rows = new List<T>();
        using var reader = Query(sql, values);
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    /// <summary>The first row, read, or the default.</summary>
    public T? First<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using var reader = Query(sql, values);
        return reader.Read() ? read(reader) : default;
    }

    /// <summary>Does all of it or nothing, as the only writer.</summary>
    public T InTransaction<T>(Func<T> work)
    {
        Run("BEGIN IMMEDIATE");
        try
        {
            var result = work();
            Run("COMMIT");
            return result;
        }
        catch
        {
            // A full disk, for one, has SQLite roll back by itself.
            if (raw.sqlite3_get_autocommit(connection.Handle) == 0) Run("ROLLBACK");
            throw;
        }
    }

    /// <summary>Reads several times from one version of the file.</summary>
    public T Consistently<T>(Func<T> read)
    {
        Run("BEGIN");
        try
        {
            return read();
        }
        finally
        {
            Run("ROLLBACK");
        }
    }

    private SqliteCommand Bind(string sql, ReadOnlySpan<object?> values)
    {
        if (!prepared.TryGetValue(sql, out var command))
        {
            if (prepared.Count >= MostPrepared) Forget();
            command = Prepare(sql, values.Length);
            prepared.Add(sql, command);
        }
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }

    private SqliteCommand Prepare(string sql, int values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 1; i <= values; i++) command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
        return command;
    }

    private void Forget()
    {
        foreach (var command in prepared.Values) command.Dispose();
        prepared.Clear();
    }

    public void Dispose()
    {
        Forget();
        connection.Dispose();
    }
}
