using System.Text;
using SupplyGraph.Model;
using SupplyGraph.Storage.Neo4j.Reads;
using SupplyGraph.Storage.Neo4j.Schema;
using SupplyGraph.Storage.Neo4j.Transport;

namespace SupplyGraph.Storage.Neo4j.Writes;

/// <summary>
/// One statement that reads all that a change set concerns: a column of collected rows for each sort of thing. The text depends on what there is to ask, so that
/// small commits stay small; the server keeps the plans of the few texts there are.
/// </summary>
internal sealed partial class ConcernedRows
{
    private readonly StringBuilder text = new();
    private readonly Dictionary<string, object?> parameters = [];
    private readonly List<string> columns = [];
    private readonly List<Action<WorkingSet, IEnumerable<CypherRow>>> readers = [];
    private readonly bool forLoad;

    /// <param name="forLoad">
    /// Whether a load asks: it holds the lease, so that nobody writes beside it, and sees what it has staged. All others get the rows of one version.
    /// </param>
    public ConcernedRows(bool forLoad)
    {
        this.forLoad = forLoad;
        parameters["ahead"] = forLoad ? 1 : 0;
        text.Append(forLoad ? GraphLock.Look : GraphLock.Take).Append('\n');
    }

    /// <summary>How long the statement may take; null for the usual.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Asks for what a set concerns and the working set, if there is one, does not hold.</summary>
    /// <param name="held">The working set of the load so far; null at the beginning.</param>
    /// <param name="import">The import that the set serves, unless that is known.</param>
    /// <param name="known">What need not be looked for; null where that is not known.</param>
    public ConcernedRows Ask(Concerned concerned, WorkingSet? held, string? import, KnownRelationships? known = null)
    {
        AskEntities(concerned, held);
        AskSources([.. concerned.Sources.Where(id => held?.HeldSource(id) is not { IsRead: true })]);
        var relationships = concerned.Relationships.Where(id => held?.HeldRelationship(id) is null && known?.MayBeStored(id) is not false).ToList();
        AskRelationships(relationships);
        AskClaims(relationships);
        if (concerned.Taxonomy && held?.KnowsTaxonomy is not true) AskTaxonomy();
        if (import is not null) AskImport(import);
        return this;
    }

    /// <summary>Runs the statement: the graph as it was, and what was read, to be taken into a working set.</summary>
    /// <exception cref="GraphUnavailableException">The server cannot be reached.</exception>
    public async Task<(GraphState State, Action<WorkingSet> Take)> ReadAsync(ICypherTransport transport, CancellationToken cancel)
    {
        text.Append("RETURN ").AppendJoin(", ", columns.Prepend(GraphLock.StateColumns));
        var statement = new CypherStatement(text.ToString()) { Parameters = parameters, Writes = !forLoad, KeepsPlan = true, Timeout = Timeout };
        var rows = await transport.RunAsync(statement, cancel);
        var row = rows[0];
        return (GraphLock.ReadState(row), Take);

        void Take(WorkingSet working)
        {
            for (var i = 0; i < readers.Count; i++) readers[i](working, row.Rows(GraphLock.StateColumnCount + i));
        }
    }

    /// <summary>Asks for all relationships of the types kind_of and part_of.</summary>
    public ConcernedRows AskTaxonomy()
    {
        var types = CypherNames.AnyOf([RelationshipType.KindOf, RelationshipType.PartOf]);
        Section("taxonomy", [true], $"MATCH ()-[r:{types}]->() WHERE x AND r.since <= g.version + $ahead", "[r.id]", (working, rows) =>
            working.SetTaxonomy(rows.Select(row => StoredValues.Key(row.Text(0)))));
        return this;
    }

    /// <summary>Asks for an import.</summary>
    public ConcernedRows AskImport(string import)
    {
        Section("import", [import], "MATCH (i:SupplyGraphImport {id: x})", "[i.id, i.n, i.firstClaim, i.lastClaim]", (working, rows) =>
        {
            foreach (var row in rows)
            {
                var held = working.HeldImport(row.Text(0), row.Long(1));
                (held.FirstClaim, held.LastClaim, held.IsRead) = (row.LongOrNull(2), row.LongOrNull(3), true);
            }
        });
        return this;
    }

    /// <summary>A column with what each value <c>x</c> of a list leads to.</summary>
    private void Section(string name, IEnumerable<object> values, string match, string columns, Action<WorkingSet, IEnumerable<CypherRow>> read)
    {
        parameters.Add(name, values);
        text.Append("CALL (g) { UNWIND $").Append(name).Append(" AS x ").Append(match).Append(" RETURN collect(").Append(columns).Append(") AS found")
            .Append(name).Append(" }\n");
        this.columns.Add($"found{name}");
        readers.Add(read);
    }
}
