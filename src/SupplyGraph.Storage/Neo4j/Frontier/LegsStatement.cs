using SupplyGraph.Storage.Neo4j.Schema;

namespace SupplyGraph.Storage.Neo4j.Frontier;

/// <summary>
/// The text that reads legs out of some nodes, or into them, and goes on by itself from the nodes that they lead to while these are few: a statement costs the
/// server some milliseconds whatever it reads, more than a few nodes do.
/// </summary>
/// <param name="types">The types of the legs.</param>
/// <param name="condition">What a relationship <c>r</c> must fulfil; empty for nothing.</param>
internal sealed class LegsStatement(LegTypes types, string condition)
{
    /// <summary>Nodes from which a statement goes on by itself, at most.</summary>
    public const int FewNodes = 40;

    /// <summary>Legs that it reads by itself at most, level by level.</summary>
    public const int FewLegs = 2000;

    /// <summary>Levels that one statement reads at most.</summary>
    public const int MostLevels = 3;

    /// <summary>
    /// One row: whether it is the part out of nodes, and a list for each level of whether it was gone to, and the near and the far ends' numbers and the handles of
    /// its legs, side by side (a row for each leg would cost more than finding it). A leg that is walked against its relationship has the handle -1 - h.
    /// </summary>
    /// <param name="nodes">The parameter with the numbers of the nodes.</param>
    /// <param name="levels">1 to <see cref="MostLevels"/>.</param>
    public string Part(string nodes, bool isOut, int levels)
    {
        var text = $"UNWIND ${nodes} AS x MATCH (a:{CypherNames.Entity} {{n: x}}) WITH collect(a) AS nodes0\n" + Level(0, isOut, "$most");
        for (var level = 1; level < levels; level++)
            text += $"WITH *, CASE WHEN size(next{level - 1}) <= $fewNodes THEN next{level - 1} ELSE [] END AS nodes{level}\n" + Level(level, isOut, "$fewLegs");
        var read = Enumerable.Range(0, levels).Select(i => $"[size(nodes{i}) > 0, near{i}, far{i}, handles{i}]");
        return $"{text}RETURN {(isOut ? "true" : "false")} AS isOut, [{string.Join(", ", read)}] AS levels";
    }

    private string Level(int level, bool isOut, string most) => $$"""
        CALL (nodes{{level}}) {
            UNWIND nodes{{level}} AS a CALL (a) { {{Legs(isOut)}} } WITH a, b, h LIMIT {{most}}
            RETURN collect(coalesce(a.n, 0)) AS near{{level}}, collect(coalesce(b.n, 0)) AS far{{level}}, collect(h) AS handles{{level}}, collect(DISTINCT b) AS next{{level}}
        }

        """;

    private string Legs(bool isOut)
    {
        var where = condition.Length == 0 ? "" : $" WHERE {condition}";
        var patterns = new List<string>();
        if (types.Forward.Length > 0) patterns.Add($"MATCH {Pattern(types.Forward, isOut)}{where} RETURN b, id(r) AS h");
        if (types.Backward.Length > 0) patterns.Add($"MATCH {Pattern(types.Backward, !isOut)}{where} RETURN b, -1 - id(r) AS h");
        return string.Join(" UNION ALL ", patterns);
    }

    private static string Pattern(string types, bool isOut) => isOut ? $"(a)-[r:{types}]->(b)" : $"(a)<-[r:{types}]-(b)";
}
