namespace SupplyGraph.Api.Http.Hosting;

/// <summary>Where the graph is kept (configuration keys <c>Store</c> and <c>Embedded:Path</c>).</summary>
public sealed record StoreOptions(string Store, string Path)
{
    public const string Embedded = "Embedded";

    /// <exception cref="InvalidOperationException">There is no such store.</exception>
    public static StoreOptions Read(IConfiguration configuration)
    {
        var store = configuration["Store"] ?? Embedded;
        if (!store.Equals(Embedded, StringComparison.OrdinalIgnoreCase))
            throw new InvalidOperationException($"Store is '{store}'; the stores are: {Embedded}.");
        return new StoreOptions(Embedded, System.IO.Path.GetFullPath(configuration["Embedded:Path"] is { Length: > 0 } path ? path : DefaultPath()));
    }

    // Beside where the server is started and not in the user's profile: a fresh clone begins with its own seed, and two clones do not fight over one file.
    private static string DefaultPath() => System.IO.Path.Combine(Directory.GetCurrentDirectory(), "data", "supplygraph.db");
}

/// <summary>What an empty store is filled with (configuration section <c>Seed</c>).</summary>
public sealed class SeedOptions
{
    public bool Enabled { get; init; } = true;

    /// <summary>The folder with entities.csv and claims.csv; by default the one beside the binaries.</summary>
    public string Folder { get; init; } = System.IO.Path.Combine(AppContext.BaseDirectory, "graph-seed");
}
