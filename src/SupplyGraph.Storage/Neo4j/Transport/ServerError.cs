namespace SupplyGraph.Storage.Neo4j.Transport;

/// <summary>An error as the server reports it.</summary>
/// <param name="Code">Neo4j's status code, such as <c>Neo.ClientError.Statement.SyntaxError</c>.</param>
/// <param name="Message">The server's words.</param>
internal readonly record struct ServerError(string Code, string Message);
