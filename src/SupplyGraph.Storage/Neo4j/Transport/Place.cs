namespace SupplyGraph.Storage.Neo4j.Transport;

/// <summary>Names the server, the database and the user in messages; never the password.</summary>
internal sealed class Place(Neo4jStoreOptions options)
{
    private readonly string text = $"Neo4j at {options.Uri.GetLeftPart(UriPartial.Authority).Replace(options.Uri.UserInfo + "@", "", StringComparison.Ordinal)}"
        + $" (database {options.Database}, user {options.User})";

    public override string ToString() => text;
}
