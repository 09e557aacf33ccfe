using Microsoft.Data.Sqlite;
using SupplyGraph.Model;

namespace SupplyGraph.Storage.Embedded;

public sealed partial class EmbeddedGraphStore
{
    private GraphStatistics? statistics;

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, Entity>> GetEntitiesAsync(IReadOnlyCollection<string> ids, CancellationToken cancel) =>
        ReadById(Rows.Entity + " WHERE e.id IN (SELECT value FROM json_each($1))", Rows.ReadEntity, e => e.Id, ids, cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, Relationship>> GetRelationshipsAsync(IReadOnlyCollection<string> ids, CancellationToken cancel) =>
        ReadById(Rows.Relationship + " WHERE r.id IN (SELECT value FROM json_each($1))", Rows.ReadRelationship, r => r.Id, ids, cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, IReadOnlyList<Claim>>> GetClaimsOfAsync(IReadOnlyCollection<string> relationships, CancellationToken cancel) =>
        Read(
        db =>
        {
            var claims = db.List(Rows.ClaimByRelationship + " WHERE r.id IN (SELECT value FROM json_each($1)) ORDER BY r.id, c.id",
                row => (Relationship: row.GetString(1), Claim: Rows.ReadClaim(row)), Listing.Json(relationships));
            return (IReadOnlyDictionary<string, IReadOnlyList<Claim>>)claims.GroupBy(c => c.Relationship, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => (IReadOnlyList<Claim>)g.Select(c => c.Claim).ToList(), StringComparer.Ordinal);
        },
        cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, Claim>> GetClaimsAsync(IReadOnlyCollection<string> ids, CancellationToken cancel) =>
        ReadById(Rows.Claim + " WHERE c.id IN (SELECT unhex(value) FROM json_each($1))", Rows.ReadClaim, c => c.Id, HexIds(ids), cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, Source>> GetSourcesAsync(IReadOnlyCollection<string> ids, CancellationToken cancel) =>
        ReadById(Rows.Source + " WHERE s.id IN (SELECT unhex(value) FROM json_each($1))", Rows.ReadSource, s => s.Id, HexIds(ids), cancel);

    /// <inheritdoc/>
    public Task<string?> GetImportReportAsync(string import, CancellationToken cancel) =>
        Read(db => db.First("SELECT report FROM imports WHERE import = $1", row => row.Text(0), import), cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, long>> GetUnitsAsync(CancellationToken cancel) => Read<IReadOnlyDictionary<string, long>>(
        db => db.List("SELECT unit, COUNT(*) FROM claims WHERE unit IS NOT NULL GROUP BY unit", row => (Unit: row.GetString(0), Count: row.GetInt64(1)))
            .ToDictionary(u => u.Unit, u => u.Count, StringComparer.Ordinal),
        cancel);

    /// <inheritdoc/>
    public IAsyncEnumerable<Entity> ExportEntitiesAsync(CancellationToken cancel) =>
        Export(Rows.Entity + " ORDER BY e.id", Rows.ReadEntity, cancel).ToAsyncEnumerable();

    /// <inheritdoc/>
    public IAsyncEnumerable<Claim> ExportClaimsAsync(CancellationToken cancel) =>
        Export(Rows.ClaimByRelationship + " ORDER BY r.id, c.id", Rows.ReadClaim, cancel).ToAsyncEnumerable();

    /// <inheritdoc/>
    public async Task<GraphStatistics> GetStatisticsAsync(CancellationToken cancel)
    {
        // Counting reads every relationship: once per version is enough.
        if (statistics is { } known && known.Version == Volatile.Read(ref version)) return known;
        return statistics = await Read(db => db.Consistently(() => Count(db)), cancel);
    }

    private static GraphStatistics Count(Session db)
    {
        var (version, at) = db.First("SELECT version, at FROM versions ORDER BY version DESC LIMIT 1", row => (row.GetInt64(0), (long?)row.GetInt64(1)));
        var kinds = Counts<EntityKind>(db, "SELECT kind, COUNT(*) FROM entities GROUP BY kind");
        var types = Counts<RelationshipType>(db, "SELECT type, COUNT(*) FROM relationships GROUP BY type");
        return new GraphStatistics(
            version, at is { } then ? DateTimeOffset.FromUnixTimeMilliseconds(then) : null, kinds.Values.Sum(), types.Values.Sum(),
            db.Number("SELECT COUNT(*) FROM claims") ?? 0, db.Number("SELECT COUNT(*) FROM sources") ?? 0,
            db.Number("SELECT COUNT(*) FROM relationships WHERE disputes IS NOT NULL") ?? 0,
            kinds, types, Counts<Status>(db, "SELECT status, COUNT(*) FROM relationships GROUP BY status"));
    }

    private static SortedDictionary<string, long> Counts<T>(Session db, string sql) where T : struct, Enum
    {
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        using var rows = db.Query(sql);
        while (rows.Read()) counts.Add(Term.Of(rows.Member<T>(0)!.Value), rows.GetInt64(1));
        return counts;
    }

    private IEnumerable<T> Export<T>(string sql, Func<SqliteDataReader, T> read, CancellationToken cancel)
    {
        var session = sessions.Rent();
        try
        {
            // One statement reads one version, however long it takes.
            using var rows = session.Query(sql);
            while (rows.Read())
            {
                cancel.ThrowIfCancellationRequested();
                yield return read(rows);
            }
        }
        finally
        {
            sessions.Return(session);
        }
    }

    private Task<T> Read<T>(Func<Session, T> read, CancellationToken cancel)
    {
        // SQLite answers on the calling thread: there is nothing to wait for.
        if (cancel.IsCancellationRequested) return Task.FromCanceled<T>(cancel);
        return Task.FromResult(sessions.Use(read));
    }

    private Task<IReadOnlyDictionary<string, T>> ReadById<T>(string sql, Func<SqliteDataReader, T> read, Func<T, string> id, IEnumerable<string> ids,
        CancellationToken cancel) =>
        Read<IReadOnlyDictionary<string, T>>(db => db.List(sql, read, Listing.Json(ids)).ToDictionary(id, StringComparer.Ordinal), cancel);

    private static IEnumerable<string> HexIds(IEnumerable<string> ids) => ids.Where(Paging.IsHexId);

}
