using SupplyGraph.Storage.Neo4j.Transport;

namespace SupplyGraph.Storage.Neo4j.Schema;

/// <summary>Makes the constraints and indexes that a database lacks, and waits until all can be used.</summary>
/// <param name="patience">How long building one may take.</param>
internal sealed class SchemaBuilding(ICypherTransport transport, TimeSpan patience)
{
    private const string Online = "ONLINE", Failed = "FAILED";

    /// <summary>Makes what is missing.</summary>
    /// <exception cref="InvalidDataException">What other people keep in the database stands in the way.</exception>
    public async Task BuildAsync(CancellationToken cancel)
    {
        var states = await StatesAsync(cancel);
        foreach (var element in SchemaElements.All)
            if (!states.ContainsKey(element.Name)) await MakeAsync(element, cancel);
        if (states.Count >= SchemaElements.All.Count && states.Values.All(found => found.State == Online)) return;
        await RunAsync("CALL db.awaitIndexes($seconds)", cancel);
        states = await StatesAsync(cancel);
        foreach (var element in SchemaElements.All)
            if (states.TryGetValue(element.Name, out var found) && found.State == Failed)
                throw new InvalidDataException(
                    $"The index {element.Name} on {element.On} could not be built: {found.Failure.Trim()} "
                    + $"Mend or move the nodes that are in its way, drop the index ({element.Name}), and start again.");
    }

    private async Task<Dictionary<string, (string State, string Failure)>> StatesAsync(CancellationToken cancel)
    {
        // A constraint has an index of its name.
        var rows = await RunAsync("SHOW INDEXES YIELD name, state, failureMessage WHERE name STARTS WITH $prefix RETURN name, state, failureMessage", cancel);
        return rows.ToDictionary(row => row.Text(0), row => (row.Text(1), row.TextOrNull(2) ?? ""), StringComparer.Ordinal);
    }

    private async Task MakeAsync(SchemaElement element, CancellationToken cancel)
    {
        try
        {
            await RunAsync(element.Text, cancel);
        }
        catch (CypherException refused) when (refused.Code.EndsWith("Schema.ConstraintCreationFailed", StringComparison.Ordinal))
        {
            throw new InvalidDataException(
                $"{element.On} must be unique, but nodes in the database share values of it. Move them to another database or give them another label, "
                + $"and start again ({refused.Message})", refused);
        }
        catch (CypherException refused) when (refused.Code.EndsWith("Schema.IndexAlreadyExists", StringComparison.Ordinal))
        {
            throw new InvalidDataException(
                $"{element.On} must be unique, but the database has an index on it already. Drop that index (the constraint brings its own), and start again "
                + $"({refused.Message})", refused);
        }
        catch (CypherException refused) when (refused.Code.EndsWith("AlreadyExists", StringComparison.Ordinal))
        {
            // Another server that starts now was quicker.
        }
    }

    private Task<IReadOnlyList<CypherRow>> RunAsync(string text, CancellationToken cancel) => transport.RunAsync(
        new CypherStatement(text)
        {
            Parameters = new Dictionary<string, object?> { ["prefix"] = SchemaElement.Prefix, ["seconds"] = (long)patience.TotalSeconds },
            Timeout = patience,
            Writes = true,
        },
        cancel);
}
