using System.Diagnostics.CodeAnalysis;
using SupplyGraph.Loading.Imports.Jobs;
using SupplyGraph.Storage.Embedded;

namespace SupplyGraph.Api.Http.Hosting.Settings;

/// <summary>Everything that can be set of the server itself, read once, at start. <c>docs/operations.md</c> lists the settings.</summary>
public sealed record ServerSettings(StoreOptions Store, SeedOptions Seed, ImportQueueOptions Imports, RateLimitOptions RateLimit)
{
    private const string Data = "data";

    /// <summary>Reads the settings.</summary>
    /// <param name="wrong">Otherwise: every wrong setting with what would be accepted, for whoever starts the server; holds no secret.</param>
    public static bool TryRead(IConfiguration configuration, [NotNullWhen(true)] out ServerSettings? settings, out string wrong)
    {
        var reader = new SettingsReader(configuration);
        var store = StoreOf(reader);
        settings = new ServerSettings(store, SeedOf(reader), ImportsOf(reader, store), RateLimitOf(reader));
        reader.RefuseUnknown("Embedded", "Seed", "Imports", "RateLimit");
        // What is set for a store that is not used may stay where it is.
        if (store.Neo4j is not null) reader.RefuseUnknown(Neo4jSettings.Section);
        wrong = InWords(reader.Wrong);
        if (reader.Wrong.Count > 0) settings = null;
        return settings is not null;
    }

    // Beside where the server is started and not in the user's profile: a fresh clone begins with its own seed, and two clones do not fight over one file.
    private static StoreOptions StoreOf(SettingsReader reader)
    {
        var path = reader.Path("Embedded:Path", Path.Combine(Data, "supplygraph.db"));
        return reader.Choice("Store", StoreKind.Embedded) == StoreKind.Neo4j
            ? new StoreOptions { Neo4j = Neo4jSettings.Read(reader, Path.Combine(Data, "neo4j-copy")) }
            : new StoreOptions { Embedded = new EmbeddedStoreOptions { Path = path } };
    }

    private static SeedOptions SeedOf(SettingsReader reader) => new()
    {
        Enabled = reader.Flag("Seed:Enabled", none: true),
        Folder = reader.Path("Seed:Folder", Path.Combine(AppContext.BaseDirectory, "graph-seed")),
    };

    // Beside the graph that they belong to, where that is a file.
    private static ImportQueueOptions ImportsOf(SettingsReader reader, StoreOptions store)
    {
        var most = new ImportQueueOptions();
        return new ImportQueueOptions
        {
            Path = reader.Path("Imports:Path", Path.Combine(Path.GetDirectoryName(store.Embedded?.Path) ?? Data, "imports")),
            MaxBytes = reader.Whole("Imports:MaxBytes", most.MaxBytes, 1, most.MaxBytes),
            MaxWaitedBytes = reader.Whole("Imports:MaxWaitedBytes", most.MaxWaitedBytes, 0),
            MaxWait = reader.Duration("Imports:MaxWait", most.MaxWait, TimeSpan.Zero),
            MaxWaiting = reader.Whole("Imports:MaxWaiting", most.MaxWaiting, 1),
            MaxKept = reader.Whole("Imports:MaxKept", most.MaxKept, 0),
        };
    }

    private static RateLimitOptions RateLimitOf(SettingsReader reader) => new()
    {
        RequestsPerMinute = reader.Whole("RateLimit:RequestsPerMinute", new RateLimitOptions().RequestsPerMinute, 0),
    };

    private static string InWords(IReadOnlyList<string> wrong)
    {
        var head = wrong.Count == 1 ? "1 setting is wrong:" : $"{wrong.Count} settings are wrong:";
        return string.Join(Environment.NewLine, [head, .. wrong.Select(sentence => "  " + sentence)]);
    }
}
