using System.Text;
using SupplyGraph.Storage.Neo4j.Transport;

namespace SupplyGraph.Storage.Neo4j.Writes;

/// <summary>
/// One writing statement, put together from sections: each goes over a list of values and does the same with each. Where a section meets other than what it was
/// made for (somebody else has changed our nodes by hand), the statement fails as a whole.
/// </summary>
internal sealed class WriteSections
{
    private readonly StringBuilder text = new();
    private readonly Dictionary<string, object?> parameters = [];
    private readonly List<int> expected = [];

    public bool Any => expected.Count > 0;

    /// <summary>Adds a section unless it has no values.</summary>
    /// <param name="what">Finds and writes for one value, <c>x</c>; must leave exactly one row for each.</param>
    public void Add(string what, IReadOnlyCollection<object> values)
    {
        if (values.Count == 0) return;
        var place = expected.Count;
        parameters.Add($"p{place}", values);
        text.Append("CALL (g) { UNWIND $p").Append(place).Append(" AS x ").Append(what).Append(" RETURN count(*) AS n").Append(place).Append(" }\n");
        expected.Add(values.Count);
    }

    public void Set(string parameter, object? value) => parameters[parameter] = value;

    /// <summary>The statement; it gives one row where it did its work, and none where its first line found nothing to begin from.</summary>
    /// <param name="begin">Leaves one row with <c>g</c>, or none where nothing is to be done.</param>
    public CypherStatement ToStatement(string begin, TimeSpan timeout)
    {
        var found = string.Join(", ", Enumerable.Range(0, expected.Count).Select(i => $"n{i}"));
        parameters["expected"] = expected;
        // Dividing by zero is how a statement of Cypher says that it must not have happened.
        var whole = $"{begin}\n{text}RETURN 1 / CASE WHEN [{found}] = $expected THEN 1 ELSE 0 END AS done";
        return new CypherStatement(whole) { Parameters = parameters, Writes = true, Idempotent = false, KeepsPlan = true, Timeout = timeout };
    }
}
