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

    private const int WriterCacheKiB = 64 * 1024;

    // SQLite sorts an index in runs as large as its cache, as linked lists: runs that fit the processor's own cache take six tenths of the time.
    private const int SortingCacheKiB = 2000;

    // SQLite's own default.
    private const int PagesBetweenCheckpoints = 1000;

    private const int BusyMilliseconds = 10_000;

    // A load writes a log as large as itself: it is cut back after.
    private const int LogBytesKept = 64 * 1024 * 1024;

    private readonly SqliteConnection connection;
    private readonly Dictionary<string, SqliteCommand> prepared = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Statement> statements = new(StringComparer.Ordinal);

    // Said before SQLite's first connection: a session serves one thread at a time, so its calls need no lock, and nobody asks how much memory SQLite uses.
    static Session()
    {
        Batteries_V2.Init();
        raw.sqlite3_config(raw.SQLITE_CONFIG_MULTITHREAD);
        raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    private Session(string path, SqliteOpenMode mode)
    {
        // Sessions are pooled by the store itself, together with their statements.
        var text = new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false };
        connection = new SqliteConnection(text.ToString());
        connection.Open();
        Run($"PRAGMA busy_timeout = {BusyMilliseconds}");
    }

    /// <summary>The one that writes; creates the file where it is missing.</summary>
    public static Session ForWriting(string path)
    {
        var session = new Session(path, SqliteOpenMode.ReadWriteCreate);
        session.Run("PRAGMA journal_mode = WAL");
        session.Run("PRAGMA synchronous = FULL");
        session.Run($"PRAGMA cache_size = {-WriterCacheKiB}");
        session.Run($"PRAGMA journal_size_limit = {LogBytesKept}");
        return session;
    }

    public static Session ForReading(string path)
    {
        var session = new Session(path, SqliteOpenMode.ReadOnly);
        session.Run("PRAGMA temp_store = MEMORY");
        return session;
    }

    /// <summary>Runs statements that are not worth preparing.</summary>
    public void Run(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Runs a prepared statement and says how many rows it changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<object?> values) => Bind(sql, values).ExecuteNonQuery();

    /// <summary>A statement for writing many rows.</summary>
    public Statement Statement(string sql)
    {
        if (!statements.TryGetValue(sql, out var statement)) statements.Add(sql, statement = new Statement(connection.Handle!, sql));
        return statement;
    }

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
        Begin();
        try
        {
            var result = work();
            Commit();
            return result;
        }
        catch
        {
            RollBack();
            throw;
        }
    }

    /// <summary>Begins a transaction as the only writer.</summary>
    public void Begin() => Run("BEGIN IMMEDIATE");

    public void Commit() => Run("COMMIT");

    /// <summary>Commits a large transaction; <see cref="Checkpoint"/> is to follow.</summary>
    public void CommitWithoutCheckpoint()
    {
        Run("PRAGMA wal_autocheckpoint = 0");
        try
        {
            Commit();
        }
        finally
        {
            Run($"PRAGMA wal_autocheckpoint = {PagesBetweenCheckpoints}");
        }
        // What follows needs memory of its own.
        Run("PRAGMA shrink_memory");
    }

    /// <summary>Does what sorts much, as the writer.</summary>
    public void InSmallCache(Action work)
    {
        Run($"PRAGMA cache_size = {-SortingCacheKiB}");
        try
        {
            work();
        }
        finally
        {
            Run($"PRAGMA cache_size = {-WriterCacheKiB}");
        }
    }

    /// <summary>Carries the log over into the file, as far as readers let it; the commits that follow do the rest.</summary>
    public void Checkpoint() => Run("PRAGMA wal_checkpoint(PASSIVE)");

    /// <summary>Undoes the transaction, if there is one.</summary>
    public void RollBack()
    {
        // A full disk, for one, has SQLite roll back by itself.
        if (raw.sqlite3_get_autocommit(connection.Handle) == 0) Run("ROLLBACK");
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
        foreach (var statement in statements.Values) statement.Dispose();
        connection.Dispose();
    }
}
