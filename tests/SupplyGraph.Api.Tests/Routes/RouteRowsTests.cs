using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace SupplyGraph.Api.Tests.Routes;

[Collection(SeedTests.Name)]
public sealed class RouteRowsTests(SeedHost seed)
{
    private const string Columns =
        "route,leg,from,from_name,to,to_name,relationship,type,role,along,component,stage,status,confidence,plausibility,joint,pool,route_plausibility,"
        + "route_status,claims,publishers,source_titles,source_urls,source_dates";

    /// <summary>What a spreadsheet would run, split and break.</summary>
    private const string Formula = "=HYPERLINK(\"https://example.org\",\"all,\nof | it\\\")";

    private readonly HttpClient client = seed.Client;

    [Theory]
    [InlineData("/v1/routes?via=pakistan&limit=30")]
    [InlineData("/v1/routes?from=natural-graphite&to=mercedes-benz")]
    [InlineData("/v1/routes?from=byd&to=vietnam&components=ignore&distinct=none")]
    public async Task A_row_says_of_its_leg_what_the_map_says(string question)
    {
        var text = await client.TextAsync(question, FormatCalls.Csv);
        Assert.StartsWith(Columns + "\n", text, StringComparison.Ordinal);
        var rows = Csv.Read(text);
        var legs = JsonNode.Parse(await client.TextAsync(question, FormatCalls.GeoJson))!["features"]!.AsArray().Select(f => f!["properties"]!).ToList();
        Assert.NotEmpty(legs);
        Assert.Equal(legs.Count, rows.Count);
        foreach (var (row, leg) in rows.Zip(legs))
        {
            foreach (var column in Columns.Split(',').TakeWhile(c => c != "claims")) Assert.Equal(Written(leg[Camel(column)]), row[column]);
            Assert.Equal(leg["claims"]!.AsArray().Select(c => c.Text()), Csv.Split(row["claims"]));
            AssertSources(leg["sources"]!.AsArray(), row);
        }
    }

    [Fact]
    public async Task Headers_say_what_has_no_place_in_rows()
    {
        using var response = await client.GetAsAsync("/v1/routes?via=pakistan&limit=2", FormatCalls.Csv);
        var answer = await client.GetJsonAsync("/v1/routes?via=pakistan&limit=2");
        Assert.Equal("true", response.Header("SupplyGraph-Complete"));
        Assert.Equal(answer["version"]!.ToString(), response.Header("SupplyGraph-Version"));
        Assert.Null(response.Header("SupplyGraph-Stopped-By"));
        Assert.Null(response.Header("SupplyGraph-Obstacle"));
    }

    [Fact]
    public async Task The_text_of_others_is_read_as_it_was_stated_and_runs_nowhere()
    {
        await using var host = await ApiHost.SmallAsync();
        using var loading = host.CreateClient();
        var claims = new JsonArray(
            Claim("=1+2", "@Dawn \"Daily\"", Formula, "https://example.org/a|b"), Claim("=1+2", "-Reuters | \\", "Plain, and \"quoted\"\r\ntitle", null));
        await loading.PostJsonAsync("/v1/claims", new JsonObject { ["claims"] = claims }.ToJsonString(), HttpStatusCode.Created);
        const string question = "/v1/routes?from=gotion&to=1-2&limit=1&maxHops=1";
        var row = Assert.Single(Csv.Read(await loading.TextAsync(question, FormatCalls.Csv)));
        Assert.Equal("'=1+2", row["to_name"]);
        Assert.StartsWith("'", row["publishers"], StringComparison.Ordinal);
        Assert.All(row.Values, cell => Assert.False(cell.Length > 0 && "=+-@\t\r".Contains(cell[0], StringComparison.Ordinal), cell));
        Assert.True(double.TryParse(row["plausibility"], CultureInfo.InvariantCulture, out _), row["plausibility"]);
        var leg = (await loading.GetJsonAsync(question))["routes"]![0]!["legs"]![0]!;
        AssertSources(leg["sources"]!.AsArray(), row);
        Assert.Contains(Formula, leg["sources"]!.AsArray().Select(s => s!["title"].Text()));
    }

    [Fact]
    public async Task A_scenario_is_answered_in_rows_too()
    {
        var rows = Csv.Read(await client.PostAsAsync("/v1/routes", """
            {"from":["catl"],"to":["=Indus"],"limit":1,"scenario":{"claims":[
              {"type":"supplies","from":"CATL","to":"=Indus","toKind":"company","toCountry":"PK","component":"lithium-ion battery cell",
               "publisher":"An analyst","confidence":0.9}]}}
            """, FormatCalls.Csv));
        var row = Assert.Single(rows);
        Assert.Equal(["catl", "indus", "'=Indus", "An analyst"], new[] { row["from"], row["to"], row["to_name"], row["publishers"] });
    }

    private static JsonObject Claim(string to, string publisher, string title, string? url)
    {
        var claim = new JsonObject
        {
            ["type"] = "supplies",
            ["from"] = "gotion",
            ["to"] = to,
            ["toKind"] = "company",
            ["component"] = "cell",
            ["publisher"] = publisher,
            ["sourceTitle"] = title,
            ["confidence"] = 0.5,
        };
        if (url is not null) claim["sourceUrl"] = url;
        return claim;
    }

    /// <summary>That a row's four lists of sources, read back, are the sources of the JSON one for one.</summary>
    private static void AssertSources(JsonArray sources, IReadOnlyDictionary<string, string> row)
    {
        foreach (var (column, member) in new[] { ("publishers", "publisher"), ("source_titles", "title"), ("source_urls", "url"), ("source_dates", "date") })
            Assert.Equal(sources.Select(s => Written(s![member])), Csv.Split(Unguarded(row[column])));
    }

    /// <summary>A text without the apostrophe that keeps it from running.</summary>
    private static string Unguarded(string cell) => cell is ['\'', '=' or '+' or '-' or '@' or '\t' or '\r', ..] ? cell[1..] : cell;

    private static string Written(JsonNode? value) => value?.ToString() ?? "";

    private static string Camel(string column) =>
        string.Concat(column.Split('_').Select((part, i) => i == 0 ? part : string.Concat(part[..1].ToUpperInvariant(), part[1..])));
}
