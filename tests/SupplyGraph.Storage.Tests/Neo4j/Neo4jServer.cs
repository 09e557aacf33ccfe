using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace SupplyGraph.Tests.Neo4j;

/// <summary>
/// The Neo4j that tests use: the one that the environment names (SUPPLYGRAPH_TEST_NEO4J_URI, …_USER, …_PASSWORD), or with
/// -p:Neo4jPackages=true one in a container, or none. Its one database belongs to whoever holds the collection's fixture: see <see cref="Neo4jCollection"/>.
/// Talks to it by plain HTTP, so that it owes nothing to what is tested.
/// </summary>
public static class Neo4jServer
{
    /// <summary>Why tests are skipped; null where there is a server.</summary>
    public static readonly string? Missing = HasServer
        ? null
        : "No Neo4j server: set SUPPLYGRAPH_TEST_NEO4J_URI, …_USER and …_PASSWORD, or build with -p:Neo4jPackages=true and have Docker run.";

    // A plan lies as deep as it has operators.
    private static readonly JsonSerializerOptions Deep = new() { MaxDepth = 1000 };

    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromMinutes(5) };
    private static Uri? bolt;

    /// <summary>Its HTTP address.</summary>
    public static Uri Uri { get; private set; } = new(Setting("URI") ?? "http://localhost:7474");

    public static string User { get; private set; } = Setting("USER") ?? "neo4j";

    public static string Password { get; private set; } = Setting("PASSWORD") ?? "";

    private static bool HasServer =>
#if NEO4J_CONTAINERS
        true;
#else
        Setting("URI") is not null;
#endif

    /// <summary>Its Bolt address, as it says itself.</summary>
    public static async Task<Uri> BoltUriAsync()
    {
        if (bolt is not null) return bolt;
        var addresses = await Http.GetFromJsonAsync<JsonElement>(Uri);
        return bolt = new Uri(addresses.GetProperty("bolt_direct").GetString()!);
    }

    /// <summary>
    /// Deletes every node and relationship; constraints and indexes stay.
    /// </summary>
    public static async Task EmptyAsync()
    {
        // Relationships first: to delete a node with very many is one transaction otherwise.
        await RunAsync("MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 20000 ROWS");
        await RunAsync("MATCH (n) CALL (n) { DELETE n } IN TRANSACTIONS OF 20000 ROWS");
    }

    /// <summary>Drops every constraint and index whose name begins with ours.</summary>
    public static async Task DropSchemaAsync()
    {
        foreach (var row in await RunAsync("SHOW CONSTRAINTS YIELD name WHERE name STARTS WITH 'supplygraph_' RETURN name"))
            await RunAsync($"DROP CONSTRAINT {row[0].GetString()} IF EXISTS");
        const string indexes = "SHOW INDEXES YIELD name, owningConstraint WHERE name STARTS WITH 'supplygraph_' AND owningConstraint IS NULL RETURN name";
        foreach (var row in await RunAsync(indexes))
            await RunAsync($"DROP INDEX {row[0].GetString()} IF EXISTS");
    }

    /// <summary>Runs a statement, beside all that is tested; gives its rows.</summary>
    public static async Task<List<JsonElement>> RunAsync(string statement, object? parameters = null) =>
        [.. (await AnswerAsync(statement, parameters)).GetProperty("data").GetProperty("values").EnumerateArray()];

    /// <summary>The operators of the plan that the server makes for a statement, from the result down: <c>NodeUniqueIndexSeek</c> and so on.</summary>
    public static async Task<List<string>> OperatorsAsync(string statement, object? parameters = null)
    {
        var operators = new List<string>();
        void Walk(JsonElement plan)
        {
            operators.Add(plan.GetProperty("operatorType").GetString()!.Split('@')[0]);
            foreach (var child in plan.GetProperty("children").EnumerateArray()) Walk(child);
        }
        Walk((await AnswerAsync("EXPLAIN " + statement, parameters)).GetProperty("queryPlan"));
        return operators;
    }

#if NEO4J_CONTAINERS
    /// <summary>Takes the place of the environment's server.</summary>
    internal static void Use(Uri http, Uri boltToo, string user, string password) => (Uri, bolt, User, Password) = (http, boltToo, user, password);
#endif

    internal static string? Setting(string name) =>
        Environment.GetEnvironmentVariable("SUPPLYGRAPH_TEST_NEO4J_" + name) is { Length: > 0 } value ? value : null;

    private static async Task<JsonElement> AnswerAsync(string statement, object? parameters)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Uri, "/db/neo4j/query/v2"))
        {
            Content = JsonContent.Create(new { statement, parameters = parameters ?? new { } }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{Password}")));
        request.Headers.Accept.ParseAdd("application/json");
        using var response = await Http.SendAsync(request);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(Deep);
        if (answer.TryGetProperty("errors", out var errors))
            throw new InvalidOperationException($"Neo4j refused a test's own statement: {errors}\n{statement}");
        return answer;
    }
}

/// <summary>A test that needs a Neo4j server, and is skipped where there is none.</summary>
public sealed class Neo4jFactAttribute : FactAttribute
{
    public Neo4jFactAttribute() => Skip = Neo4jServer.Missing;
}

/// <summary>The same for a theory.</summary>
public sealed class Neo4jTheoryAttribute : TheoryAttribute
{
    public Neo4jTheoryAttribute() => Skip = Neo4jServer.Missing;
}

/// <summary>Tests that use the server, one at a time: Community has one database, and each test wants it for itself.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
[SuppressMessage("Naming", "CA1711", Justification = "A collection of tests.")]
public sealed class Neo4jCollection : ICollectionFixture<Neo4jTurn>
{
    public const string Name = "Neo4j";
}

/// <summary>This test project's turn at the server: other projects, which dotnet test runs at the same time, wait until it ends.</summary>
public sealed class Neo4jTurn : IAsyncLifetime
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private FileStream? turn;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        if (Neo4jServer.Missing is not null) return;
        // A server of one's own needs no turn; servers are told apart by their port.
        var path = Path.Combine(Path.GetTempPath(), $"supplygraph-tests-neo4j-{Neo4jServer.Uri.Host}-{Neo4jServer.Uri.Port}.lock");
        while ((turn = TryTake(path)) is null) await Task.Delay(Pause);
#if NEO4J_CONTAINERS
        if (Neo4jServer.Setting("URI") is null) await Neo4jContainer.StartAsync();
#endif
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
#if NEO4J_CONTAINERS
        await Neo4jContainer.StopAsync();
#endif
        if (turn is not null) await turn.DisposeAsync();
    }

    private static FileStream? TryTake(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}

#if NEO4J_CONTAINERS
/// <summary>A Neo4j in a container, where the environment names none.</summary>
internal static class Neo4jContainer
{
    private const string Image = "neo4j:5.26-community";
    private const string Password = "for-these-tests-only";

    private static Testcontainers.Neo4j.Neo4jContainer? running;

    public static async Task StartAsync()
    {
        running = new Testcontainers.Neo4j.Neo4jBuilder(Image).WithEnvironment("NEO4J_AUTH", "neo4j/" + Password).Build();
        await running.StartAsync();
        Neo4jServer.Use(
            new UriBuilder("http", running.Hostname, running.GetMappedPublicPort(Testcontainers.Neo4j.Neo4jBuilder.Neo4jHttpPort)).Uri,
            new UriBuilder("bolt", running.Hostname, running.GetMappedPublicPort(Testcontainers.Neo4j.Neo4jBuilder.Neo4jBoltPort)).Uri,
            "neo4j",
            Password);
    }

    public static async Task StopAsync()
    {
        if (running is not null) await running.DisposeAsync();
    }
}
#endif
