namespace SupplyGraph.Storage.Neo4j.Projection;

/// <summary>Which graph a copy is of, and when.</summary>
/// <param name="Identity">See <see cref="IGraphStore.Identity"/>.</param>
/// <param name="Commit">Of the commit that made the version: a database that was set back may come to the same number by another way.</param>
/// <param name="IsWhole">Whether it holds all relationships, or the structure only.</param>
internal sealed record GraphCopy(string Identity, long Version, string Commit, bool IsWhole, long LastEntity, long Relationships)
{
    /// <summary>The first line of the file.</summary>
    public const string Format = "SupplyGraph projection 1";

    /// <summary>Where the copy of a graph lies in a folder.</summary>
    public static string PathOf(string folder, string identity, bool isWhole) => Path.Combine(folder, $"{identity}-{(isWhole ? "whole" : "skeleton")}.projection");
}
