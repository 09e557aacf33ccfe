using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SupplyGraph.Analysis.Routes;

namespace SupplyGraph.Api.Tests.Routes;

[Collection(SeedTests.Name)]
public sealed class RouteFormatTests(SeedHost seed)
{
    /// <summary>The question that the document's examples answer.</summary>
    private const string Documented = "/v1/routes?from=syrah-resources&to=btr&limit=1&asOf=2026-11-22";

    private readonly HttpClient client = seed.Client;

    [Theory]
    [InlineData(FormatCalls.GeoJson, "application/geo+json", "routes.geojson")]
    [InlineData(FormatCalls.Csv, "text/csv; charset=utf-8; header=present", "routes.csv")]
    [InlineData(FormatCalls.Json, "application/json; charset=utf-8", null)]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "application/json; charset=utf-8", null)]
    public async Task An_answer_says_what_it_is_and_that_the_Accept_header_chose_it(string accept, string type, string? name)
    {
        using var response = await client.GetAsAsync(Documented, accept);
        Assert.Equal(type, response.Content.Headers.ContentType?.ToString());
        Assert.Equal(name, response.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal(name is null ? null : "attachment", response.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Contains("Accept", response.Headers.Vary);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task Where_nothing_fits_the_problem_lists_what_would(string method)
    {
        using var request = FormatCalls.Asking(new HttpMethod(method), "/v1/routes?via=pakistan", "image/png");
        if (method == "POST") request.Content = new StringContent("""{"via":["pakistan"]}""", System.Text.Encoding.UTF8, FormatCalls.Json);
        using var response = await client.SendAsync(request);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await Json.ReadAsync(response, HttpStatusCode.NotAcceptable);
        Assert.Equal("not_acceptable", problem["code"].Text());
        Assert.Contains("application/json, application/geo+json, text/csv", problem["detail"].Text(), StringComparison.Ordinal);
        await client.GetJsonAsync(problem["type"].Text());
    }

    [Theory]
    [InlineData(FormatCalls.GeoJson)]
    [InlineData(FormatCalls.Csv)]
    public async Task A_bad_question_is_a_problem_in_every_format(string accept)
    {
        using var response = await client.GetAsAsync("/v1/routes?via=nowhere", accept);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(["via"], (await Json.ReadAsync(response, HttpStatusCode.BadRequest)).Fields());
    }

    [Theory]
    [InlineData(FormatCalls.Json)]
    [InlineData(FormatCalls.GeoJson)]
    [InlineData(FormatCalls.Csv)]
    public async Task A_body_asks_the_same_question_as_an_address_in_every_format(string accept)
    {
        var asked = await client.TextAsync("/v1/routes?via=pakistan&limit=4", accept);
        Assert.Equal(asked, await client.PostAsAsync("/v1/routes", """{"via":["PK"],"limit":4}""", accept));
    }

    [Theory]
    [InlineData("get")]
    [InlineData("post")]
    public async Task The_document_shows_each_format_with_the_answer_that_the_seed_graph_gives(string method)
    {
        var operation = (await client.GetJsonAsync("/swagger/v1/swagger.json"))["paths"]!["/v1/routes"]![method]!;
        Assert.NotNull(operation["responses"]!["406"]);
        var shown = operation["responses"]!["200"]!["content"]!.AsObject();
        Assert.Equal([FormatCalls.Json, FormatCalls.GeoJson, FormatCalls.Csv], shown.Select(c => c.Key));
        foreach (var (type, content) in shown)
        {
            var answer = await client.TextAsync(Documented, type);
            var example = content!["example"]!;
            if (type == FormatCalls.Csv) Assert.Equal(example.Text(), answer);
            else Assert.True(JsonNode.DeepEquals(example, JsonNode.Parse(answer)), answer);
        }
    }

    [Fact]
    public async Task An_answer_that_the_budget_cut_short_says_so_in_every_format_and_has_no_tag()
    {
        await using var host = await new ApiHost
        {
            Settings = { ["Seed:Folder"] = SmallGraph.Folder },
            Change = services => services.AddSingleton(new Budget(0, TimeSpan.FromMinutes(1))),
        }.ReadyAsync();
        using var asking = host.CreateClient();
        using var map = await asking.GetAsAsync("/v1/routes?from=china", FormatCalls.GeoJson);
        var collection = await Json.ReadAsync(map, HttpStatusCode.OK);
        Assert.False(collection["complete"]!.GetValue<bool>());
        Assert.Equal("expansions", collection["stoppedBy"].Text());
        Assert.Null(map.Headers.ETag);
        using var rows = await asking.GetAsAsync("/v1/routes?from=china", FormatCalls.Csv);
        Assert.Equal("false", rows.Header("SupplyGraph-Complete"));
        Assert.Equal("expansions", rows.Header("SupplyGraph-Stopped-By"));
        Assert.Null(rows.Headers.ETag);
    }

    [Fact]
    public async Task What_stands_in_the_way_is_said_in_every_format()
    {
        const string question = "/v1/routes?from=pakistan&to=germany&via=china&avoid=china";
        var map = JsonNode.Parse(await client.TextAsync(question, FormatCalls.GeoJson))!;
        Assert.Empty(map["features"]!.AsArray());
        Assert.True(JsonNode.DeepEquals((await client.GetJsonAsync(question))["obstacle"], map["obstacle"]));
        using var rows = await client.GetAsAsync(question, FormatCalls.Csv);
        Assert.Equal("empty_place_set", rows.Header("SupplyGraph-Obstacle"));
        Assert.Equal("true", rows.Header("SupplyGraph-Complete"));
        Assert.Single(Csv.Records(await rows.Content.ReadAsStringAsync()));
    }
}
