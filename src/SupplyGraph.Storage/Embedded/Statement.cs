using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SupplyGraph.Storage.Embedded;

/// <summary>
/// One prepared statement whose values are bound without boxing: loads run it millions of times, and <see cref="SqliteCommand"/> costs more than the write
/// itself. Places count from 1. Every value is to be given for each run; one that is still bound from the run before is not bound again.
/// </summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 db;
    private readonly sqlite3_stmt statement;
    private readonly Bound[] bound;
    private byte[] text = ArrayPool<byte>.Shared.Rent(1024);

    private enum What : byte
    {
        // SQLite begins with nulls.
        Null,
        Number,
        Other,
    }

    private readonly record struct Bound(What What, long Number);

    public Statement(sqlite3 db, string sql)
    {
        this.db = db;
        Check(raw.sqlite3_prepare_v2(db, sql, out statement));
        bound = new Bound[raw.sqlite3_bind_parameter_count(statement) + 1];
    }

    public void Bind(int place, long? value)
    {
        if (value is not { } number) BindNull(place);
        else if (Changes(place, new Bound(What.Number, number))) Check(raw.sqlite3_bind_int64(statement, place, number));
    }

    public void BindReal(int place, double value)
    {
        bound[place] = new Bound(What.Other, 0);
        Check(raw.sqlite3_bind_double(statement, place, value));
    }

    public void Bind(int place, ReadOnlySpan<byte> blob)
    {
        bound[place] = new Bound(What.Other, 0);
        Check(raw.sqlite3_bind_blob(statement, place, blob));
    }

    public void Bind(int place, string? value)
    {
        if (value is null)
        {
            BindNull(place);
            return;
        }
        bound[place] = new Bound(What.Other, 0);
        if (text.Length < Encoding.UTF8.GetMaxByteCount(value.Length)) Grow(value.Length);
        Check(raw.sqlite3_bind_text(statement, place, text.AsSpan(0, Encoding.UTF8.GetBytes(value, text))));
    }

    /// <summary>Runs a statement that gives no rows.</summary>
    /// <exception cref="SqliteException">It failed.</exception>
    public void Run()
    {
        var result = raw.sqlite3_step(statement);
        // Resetting repeats the error of the step.
        raw.sqlite3_reset(statement);
        if (result != raw.SQLITE_DONE) Fail(result);
    }

    private void BindNull(int place)
    {
        if (Changes(place, default)) Check(raw.sqlite3_bind_null(statement, place));
    }

    private bool Changes(int place, Bound value)
    {
        if (bound[place] == value) return false;
        bound[place] = value;
        return true;
    }

    private void Grow(int characters)
    {
        ArrayPool<byte>.Shared.Return(text);
        text = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(characters));
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK) Fail(result);
    }

    private void Fail(int result) => throw new SqliteException(raw.sqlite3_errmsg(db).utf8_to_string(), result, raw.sqlite3_extended_errcode(db));

    public void Dispose()
    {
        statement.Dispose();
        ArrayPool<byte>.Shared.Return(text);
    }
}
