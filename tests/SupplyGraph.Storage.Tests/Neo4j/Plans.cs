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
        var found = new List<string>();
        foreach (var statement in statements)
        {
            var operators = string.Join(", ", await Neo4jServer.OperatorsAsync(statement.Text, statement.Parameters));
            // Two nodes that are each found by their id make one pair.
            var judged = operators.Replace("CartesianProduct, NodeUniqueIndexSeek, NodeUniqueIndexSeek", "", StringComparison.Ordinal);
            if (Array.Exists(Scans, scan => judged.Contains(scan, StringComparison.Ordinal))) found.Add($"{statement.Text}\n{operators}");
        }
        return found;
    }
}
