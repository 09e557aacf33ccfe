using SupplyGraph.Model;
using SupplyGraph.Storage.Neo4j.Reads;
using SupplyGraph.Storage.Neo4j.Schema;
using SupplyGraph.Storage.Neo4j.Transport;

namespace SupplyGraph.Storage.Neo4j.Projection;

/// <summary>
/// Reads the graph into memory: all entities, and the relationships of some types, in pages by the number of the entity that they lead from, several pages at a
/// time. Commits that come in between are met half: who reads must follow the change feed from the version on, which mends that.
/// </summary>
/// <param name="version">What came to be after it is left out.</param>
/// <param name="lastEntity">The greatest number of an entity at that version.</param>
internal sealed class GraphPages(ICypherTransport transport, long version, long lastEntity, TimeSpan timeout)
{
    /// <summary>Entities of one statement.</summary>
    private const int PageSize = 10_000;

    /// <summary>Statements at a time; more do not make the database faster.</summary>
    private const int Readers = 4;

    private const string Entities = "MATCH (e:Entity) WHERE e.n > $after AND e.n <= $upTo AND e.since <= $version "
        + "RETURN e.n, e.id, e.kind, e.name, e.aliases, e.country, e.iso2, e.iso3, e.stage";

    /// <summary>Reads all entities; the receiver is called by one thread at a time.</summary>
    /// <exception cref="GraphUnavailableException">The database cannot be reached.</exception>
    public Task ReadEntitiesAsync(Action<NumberedEntity> take, CancellationToken cancel) => PagesAsync(Entities, row => take(ReadEntity(row)), cancel);

    /// <summary>Reads relationships; the receiver is called by one thread at a time.</summary>
    /// <param name="types">Their types; empty for all.</param>
    /// <param name="numberOf">The number of an entity.</param>
    /// <exception cref="GraphUnavailableException">The database cannot be reached.</exception>
    public Task ReadRelationshipsAsync(
        IReadOnlyCollection<RelationshipType> types, Func<string?, long> numberOf, Action<NumberedRelationship> take, CancellationToken cancel) => PagesAsync(
            $"MATCH (a:Entity) WHERE a.n > $after AND a.n <= $upTo MATCH (a)-[r:{CypherNames.AnyOf(types)}]->(b) WHERE r.since <= $version "
                + "RETURN type(r), a.n, b.n, r.component, r.role, r.status, r.confidence, r.validFrom, r.validTo",
            row => take(new NumberedRelationship(
                CypherNames.TypeOf(row.Text(0))!.Value, row.Long(1), row.Long(2), numberOf(row.TextOrNull(3)), row.MemberOrNull<Role>(4),
                row.Member<Status>(5), row.Double(6), row.Date(7), row.Date(8))),
            cancel);

    private static NumberedEntity ReadEntity(CypherRow row) => new(row.Long(0), new Entity(row.Text(1), row.Member<EntityKind>(2), row.Text(3))
    {
        Aliases = row.Texts(4),
        Country = row.TextOrNull(5),
        Iso2 = row.TextOrNull(6),
        Iso3 = row.TextOrNull(7),
        Stage = row.MemberOrNull<Stage>(8),
    });

    private async Task PagesAsync(string text, Action<CypherRow> take, CancellationToken cancel)
    {
        var pages = (int)((lastEntity + PageSize - 1) / PageSize);
        var taking = new Lock();
        await Parallel.ForAsync(0, pages, new ParallelOptions { MaxDegreeOfParallelism = Readers, CancellationToken = cancel }, async (page, stop) =>
        {
            var after = (long)page * PageSize;
            var statement = new CypherStatement(text)
            {
                Parameters = new Dictionary<string, object?> { ["after"] = after, ["upTo"] = after + PageSize, ["version"] = version },
                Timeout = timeout,
            };
            var rows = await transport.RunAsync(statement, stop);
            lock (taking)
                foreach (var row in rows) take(row);
        });
    }
}
