using SupplyGraph.Storage.Neo4j.Transport;

namespace SupplyGraph.Storage.Neo4j.Schema;

/// <summary>A graph as it was found when its database was opened.</summary>
/// <param name="Identity">See <see cref="IGraphStore.Identity"/>.</param>
/// <param name="Version">The newest version; 0 for an empty graph.</param>
internal sealed record OpenedGraph(string Identity, long Version);

/// <summary>
/// Makes a database ready to hold the graph, and brings one that an earlier program wrote up to date. Does nothing twice, whoever else does the same at the
/// same time; other people's nodes in the database stay as they are.
/// </summary>
internal static class GraphSchema
{
    /// <summary>The version of the model that this program reads and writes.</summary>
    public static long Version => SchemaMigration.Newest;

    private const string Columns = "RETURN g.identity, g.schema, g.version";

    private const string Find = "MATCH (g:SupplyGraph {key: 'graph'}) " + Columns;

    // An empty graph has the newest schema from the start.
    private const string FindOrMake = """
        MERGE (g:SupplyGraph {key: 'graph'})
        ON CREATE SET g.identity = $identity, g.schema = $schema, g.version = 0, g.lastEntity = 0, g.lastRelationship = 0, g.lastClaim = 0, g.lastChange = 0,
            g.relationships = 0

        """ + Columns;

    /// <summary>Opens the database: makes what is missing, migrates what is old.</summary>
    /// <param name="patience">How long building an index or writing a part of a migration may take.</param>
    /// <exception cref="InvalidDataException">The graph is of a newer schema, or what other people keep in the database stands in the way.</exception>
    /// <exception cref="CypherException">The user may not create constraints or indexes.</exception>
    /// <exception cref="GraphUnavailableException">The server cannot be reached.</exception>
    public static async Task<OpenedGraph> OpenAsync(ICypherTransport transport, TimeSpan patience, CancellationToken cancel)
    {
        // Before anything is made: a newer program may want it otherwise.
        var found = await transport.RunAsync(new CypherStatement(Find), cancel);
        if (found.Count > 0) RefuseNewer(found[0]);
        await new SchemaBuilding(transport, patience).BuildAsync(cancel);
        var opened = await transport.RunAsync(
            new CypherStatement(FindOrMake)
            {
                Parameters = new Dictionary<string, object?> { ["identity"] = Guid.NewGuid().ToString("N"), ["schema"] = Version },
                Writes = true,
            },
            cancel);
        RefuseNewer(opened[0]);
        if (SchemaOf(opened[0]) < Version) await new SchemaMigration(transport, patience).MigrateAsync(cancel);
        return new OpenedGraph(opened[0].Text(0), opened[0].Long(2));
    }

    private static long SchemaOf(CypherRow row) => row.Long(1);

    private static void RefuseNewer(CypherRow row)
    {
        if (SchemaOf(row) > Version)
            throw new InvalidDataException(
                $"The graph in the database has schema version {SchemaOf(row)}, newer than the {Version} that this program knows: "
                + "run the program that wrote it, or a newer one.");
    }
}
