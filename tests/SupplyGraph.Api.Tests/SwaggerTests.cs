using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace SupplyGraph.Api.Tests;

[Collection(SeedTests.Name)]
public sealed class SwaggerTests(SeedHost seed)
{
    /// <summary>Where CI finds the document to lint it.</summary>
    private static string DocumentPath => Path.Combine(AppContext.BaseDirectory, "openapi.json");

    /// <summary>The id by which the document calls an import.</summary>
    private const string ImportExample = "20261122-061530-7f3a9c";

    private async Task<JsonObject> DocumentAsync() => (await seed.Client.GetJsonAsync("/swagger/v1/swagger.json")).AsObject();

    [Fact]
    public async Task The_document_is_written_for_the_linter()
    {
        var document = await DocumentAsync();
        await File.WriteAllTextAsync(DocumentPath, document.ToJsonString());
        Assert.True(document["paths"]!.AsObject().Count >= 15);
    }

    [Fact]
    public async Task Every_parameter_example_works_on_the_seed_graph()
    {
        var asked = 0;
        // An import has its id from the server, so the examples stand for one that is made here: with a rejected row, and without a change to the graph.
        var import = await ImportAsync(seed.Client);
        foreach (var (address, operation) in await GetsAsync())
            foreach (var example in Questions(address, operation))
            {
                var question = example.Replace(ImportExample, import, StringComparison.Ordinal);
                using var response = await seed.Client.GetAsync(new Uri(question, UriKind.Relative));
                Assert.True(response.IsSuccessStatusCode, $"{question}: {await response.Content.ReadAsStringAsync()}");
                asked++;
            }
        Assert.True(asked >= 40, $"only {asked} examples");
    }

    [Fact]
    public async Task The_examples_of_the_routes_question_have_an_answer_together()
    {
        var operation = (await DocumentAsync())["paths"]!["/v1/routes"]!["get"]!;
        var query = Parameters(operation).Select(p => $"{p["name"].Text()}={Uri.EscapeDataString(Text(p["example"]!))}");
        var answer = await seed.Client.GetJsonAsync($"/v1/routes?{string.Join('&', query)}");
        Assert.NotEmpty(answer["routes"]!.AsArray());
    }

    [Fact]
    public async Task Every_parameter_but_a_cursor_has_an_example()
    {
        var bare = (await GetsAsync()).SelectMany(g => Parameters(g.Operation).Where(p => p["example"] is null).Select(p => p["name"].Text())).Distinct();
        Assert.Equal(["cursor"], bare.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_body_example_works_on_the_seed_graph()
    {
        await using var host = await new ApiHost().ReadyAsync();
        using var client = host.CreateClient();
        var asked = 0;
        foreach (var (path, item) in (await DocumentAsync())["paths"]!.AsObject())
            foreach (var (method, operation) in item!.AsObject())
            {
                if (operation!["requestBody"] is not { } body) continue;
                foreach (var (type, content) in body["content"]!.AsObject())
                {
                    Assert.True(content!["example"] is not null, $"{method} {path} shows no body of {type}");
                    using var request = Example(method, path, operation, type, content["example"]!);
                    using var response = await client.SendAsync(request);
                    Assert.True(response.IsSuccessStatusCode, $"{method} {path}: {await response.Content.ReadAsStringAsync()}");
                    if (path == "/v1/imports") await AssertAcceptedAsync(response);
                    asked++;
                }
            }
        Assert.True(asked >= 5, $"only {asked} bodies");
    }

    private static async Task AssertAcceptedAsync(HttpResponseMessage response)
    {
        var import = await Json.ReadAsync(response, HttpStatusCode.OK);
        Assert.True(import["state"].Text() == "succeeded", import.ToJsonString());
        Assert.Equal([1, 0], import["rows"].Numbers("accepted", "rejected"));
    }

    [Fact]
    public async Task The_page_and_the_way_to_it_are_there()
    {
        var explorer = await seed.Client.GetStringAsync(new Uri("/", UriKind.Relative));
        Assert.Contains("href=\"/swagger\"", explorer, StringComparison.Ordinal);
        using var page = await seed.Client.GetAsync(new Uri("/swagger", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal("/swagger/index.html", page.RequestMessage!.RequestUri!.AbsolutePath);
    }

    private async Task<List<(string Path, JsonNode Operation)>> GetsAsync() =>
        [.. (await DocumentAsync())["paths"]!.AsObject().Where(p => p.Value!["get"] is not null).Select(p => (p.Key, p.Value!["get"]!))];

    private static IEnumerable<JsonNode> Parameters(JsonNode operation) => (operation["parameters"]?.AsArray() ?? []).Select(p => p!);

    private static string Filled(string path, JsonNode operation) => Parameters(operation).Where(p => p["in"].Text() == "path")
        .Aggregate(path, (filled, p) => filled.Replace($"{{{p["name"].Text()}}}", Uri.EscapeDataString(Text(p["example"]!)), StringComparison.Ordinal));

    /// <summary>The bare address where it answers bare, and each parameter's example by itself; some questions need a place or a component beside it.</summary>
    private static IEnumerable<string> Questions(string path, JsonNode operation)
    {
        var address = Filled(path, operation);
        var needed = path switch
        {
            "/v1/routes" => "via=pakistan",
            "/v1/chokepoints" => "from=catl&to=mercedes-benz",
            "/v1/concentration" => "component=battery-separator",
            "/v1/hubs" => "country=pakistan",
            _ => "",
        };
        yield return $"{address}?{needed}";
        foreach (var parameter in Parameters(operation).Where(p => p["in"].Text() == "query" && p["example"] is not null))
        {
            var given = $"{parameter["name"].Text()}={Uri.EscapeDataString(Text(parameter["example"]!))}";
            yield return given == needed ? $"{address}?{given}" : $"{address}?{needed}&{given}".Replace("?&", "?", StringComparison.Ordinal);
        }
    }

    /// <summary>A body with all parameters' examples beside it.</summary>
    private static HttpRequestMessage Example(string method, string path, JsonNode operation, string type, JsonNode body)
    {
        // The one contradiction among the examples: NDJSON has no delimiter.
        var beside = Parameters(operation).Where(p => p["in"].Text() == "query" && !(p["name"].Text() == "delimiter" && type == "application/x-ndjson"));
        var query = beside.SelectMany(p => p["example"] is JsonObject family ? family.Select(f => (f.Key, f.Value!)) : [(p["name"].Text(), p["example"]!)])
            .Select(p => $"{p.Item1}={Uri.EscapeDataString(Text(p.Item2))}");
        var request = new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), $"{Filled(path, operation)}?{string.Join('&', query)}");
        request.Content = new StringContent(body is JsonValue text ? text.ToString() : body.ToJsonString(), Encoding.UTF8, type);
        foreach (var header in Parameters(operation).Where(p => p["in"].Text() == "header"))
            request.Headers.Add(header["name"].Text(), $"{header["example"]}-{type}");
        return request;
    }

    private static async Task<string> ImportAsync(HttpClient client)
    {
        using var file = new StringContent("type,from,to,publisher\nowns,BYD,Nobody Known,Example Press\n", Encoding.UTF8, "text/csv");
        using var response = await client.PostAsync(new Uri("/v1/imports?dryRun=true&wait=true", UriKind.Relative), file);
        return (await Json.ReadAsync(response, HttpStatusCode.OK))["id"].Text();
    }

    private static string Text(JsonNode example) => example is JsonArray list ? Text(list[0]!) : example.ToString();
}
