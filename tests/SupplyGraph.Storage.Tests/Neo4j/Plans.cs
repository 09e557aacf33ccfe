using System.Collections.Concurrent;
using SupplyGraph.Storage.Neo4j.Transport;
using SupplyGraph.Tests.Neo4j;

namespace SupplyGraph.Storage.Tests.Neo4j;

/// <summary>How the database carries out our statements: by indexes and from found nodes, or by looking at all there is.</summary>
internal static class Plans
{
    private static readonly string[] Scans =
        ["AllNodesScan", "AllRelationshipsScan", "NodeByLabelScan", "TypeScan", "RelationshipTypesScan", "CartesianProduct"];

    /// <summary>The statements that look at more than they need, each with its plan.</summary>
    public static async Task<List<string>> ScansAsync(IEnumerable<CypherStatement> statements)
    {
        var found = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(statements, async (statement, _) =>
        {
            var operators = string.Join(", ", await Neo4jServer.OperatorsAsync(statement.Text, statement.Parameters));
            var judged = WithoutSingles(operators);
            if (Array.Exists(Scans, scan => judged.Contains(scan, StringComparison.Ordinal))) found.Add($"{statement.Text}\n{operators}");
        });
        return [.. found];
    }

    // Nodes that are each found by their id make one row.
    private static string WithoutSingles(string operators)
    {
        const string single = "NodeUniqueIndexSeek", several = $"CartesianProduct, {single}, {single}";
        var judged = operators.Replace("(Locking)", "", StringComparison.Ordinal);
        while (judged.Contains(several, StringComparison.Ordinal)) judged = judged.Replace(several, single, StringComparison.Ordinal);
        return judged;
    }
}
