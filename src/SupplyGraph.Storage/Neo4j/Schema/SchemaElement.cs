namespace SupplyGraph.Storage.Neo4j.Schema;

/// <summary>One constraint or index.</summary>
/// <param name="Name">Begins with <see cref="Prefix"/>.</param>
/// <param name="Text">The statement that creates it where it is not there.</param>
/// <param name="On">What it is about, for messages: <c>Entity.id</c>.</param>
internal sealed record SchemaElement(string Name, string Text, string On)
{
    public const string Prefix = "supplygraph_";

    /// <summary>Nodes of a label differ in a property. Finds them by it too.</summary>
    public static SchemaElement Unique(string name, string label, string property) =>
        new(Prefix + name, $"CREATE CONSTRAINT {Prefix}{name} IF NOT EXISTS FOR (x:{label}) REQUIRE x.{property} IS UNIQUE", $"{label}.{property}");

    /// <summary>Finds nodes of a label by equality or range of properties, and gives them in their order.</summary>
    public static SchemaElement Nodes(string name, string label, params string[] properties) => Range(name, $"(x:{label})", label, properties);

    /// <summary>The same for relationships of a type.</summary>
    public static SchemaElement Relationships(string name, string type, params string[] properties) => Range(name, $"()-[x:{type}]-()", type, properties);

    /// <summary>Finds nodes of a label by the words of properties.</summary>
    public static SchemaElement FullText(string name, string label, params string[] properties) =>
        new(Prefix + name, $"CREATE FULLTEXT INDEX {Prefix}{name} IF NOT EXISTS FOR (x:{label}) ON EACH [{List(properties)}]", Subject(label, properties));

    private static SchemaElement Range(string name, string pattern, string label, string[] properties) =>
        new(Prefix + name, $"CREATE RANGE INDEX {Prefix}{name} IF NOT EXISTS FOR {pattern} ON ({List(properties)})", Subject(label, properties));

    private static string List(string[] properties) => string.Join(", ", properties.Select(property => $"x.{property}"));

    private static string Subject(string label, string[] properties) => $"{label}.{string.Join(", ", properties)}";
}
