namespace SupplyGraph.Storage.Neo4j.Transport;

/// <summary>The server refused a statement for good.</summary>
/// <param name="code">Neo4j's status code, such as <c>Neo.ClientError.Schema.ConstraintValidationFailed</c>.</param>
internal sealed class CypherException(string code, string message) : Exception($"{code}: {message}")
{
    /// <summary>Neo4j's status code.</summary>
    public string Code { get; } = code;
}
