using System.Text.Json.Nodes;

namespace SupplyGraph.Api.Tests.Routes;

[Collection(SeedTests.Name)]
public sealed class RouteMapTests(SeedHost seed)
{
    private static readonly string[] OfTheLeg =
        ["from", "to", "relationship", "type", "role", "along", "component", "status", "confidence", "plausibility", "joint", "pool", "claims", "sources"];

    private readonly HttpClient client = seed.Client;

    private async Task<JsonObject> MapAsync(string question) => GeoJsonRules.Check(await client.TextAsync(question, FormatCalls.GeoJson));

    private static List<JsonObject> Features(JsonObject map) => [.. map["features"]!.AsArray().Select(f => f!.AsObject())];

    [Theory]
    [InlineData("/v1/routes?via=pakistan&limit=30")]
    [InlineData("/v1/routes?from=japan&to=united-states&limit=20")]
    [InlineData("/v1/routes?from=natural-graphite&to=mercedes-benz")]
    [InlineData("/v1/routes?from=byd&to=vietnam&components=ignore&distinct=none")]
    [InlineData("/v1/routes?from=pakistan&to=germany&via=china&avoid=china")]
    public async Task The_map_says_of_every_leg_what_the_JSON_says(string question)
    {
        var answer = await client.GetJsonAsync(question);
        var map = await MapAsync(question);
        foreach (var member in new[] { "query", "complete", "stoppedBy", "version", "obstacle" })
            Assert.True(JsonNode.DeepEquals(answer[member], map[member]), member);
        var features = new Queue<JsonObject>(Features(map));
        foreach (var (route, r) in answer["routes"]!.AsArray().Select((route, r) => (route!, r + 1)))
            foreach (var (leg, l) in route["legs"]!.AsArray().Select((leg, l) => (leg!, l + 1)))
            {
                var feature = features.Dequeue();
                Assert.Equal($"{r}.{l}", feature["id"].Text());
                var properties = feature["properties"]!;
                Assert.Equal([r, l], properties.Numbers("route", "leg"));
                foreach (var member in OfTheLeg) Assert.True(JsonNode.DeepEquals(leg[member], properties[member]), $"{feature["id"]} {member}");
                Assert.Equal(route["stops"]![l - 1]!["name"].Text(), properties["fromName"].Text());
                Assert.Equal(route["stops"]![l]!["name"].Text(), properties["toName"].Text());
                Assert.True(JsonNode.DeepEquals(route["plausibility"], properties["routePlausibility"]));
                Assert.Equal(route["status"].Text(), properties["routeStatus"].Text());
            }
        Assert.Empty(features);
    }

    [Fact]
    public async Task A_line_leads_from_where_its_first_stop_lies_to_its_second_and_companies_lie_at_home()
    {
        const string question = "/v1/routes?via=pakistan&limit=20";
        var stops = (await client.GetJsonAsync(question))["routes"]!.AsArray().SelectMany(r => r!["stops"]!.AsArray()).DistinctBy(s => s!["id"].Text())
            .ToDictionary(s => s!["id"].Text(), s => s!);
        var lines = 0;
        foreach (var feature in Features(await MapAsync(question)))
        {
            double[]?[] ends = [await PlaceAsync(stops[feature["properties"]!["from"].Text()]), await PlaceAsync(stops[feature["properties"]!["to"].Text()])];
            if (feature["geometry"] is not { } geometry)
            {
                Assert.True(ends.Contains(null) || ends[0]!.SequenceEqual(ends[1]!), feature.ToJsonString());
                continue;
            }
            var positions = geometry["type"].Text() == "LineString"
                ? geometry["coordinates"]!.AsArray().ToList()
                : [.. geometry["coordinates"]!.AsArray().SelectMany(line => line!.AsArray())];
            Assert.Equal(ends[0], positions[0]!.AsArray().Select(c => c!.GetValue<double>()));
            Assert.Equal(ends[1], positions[^1]!.AsArray().Select(c => c!.GetValue<double>()));
            lines++;
        }
        Assert.True(lines > 10, $"only {lines} lines");
    }

    [Fact]
    public async Task A_line_across_the_Pacific_is_cut_at_the_antimeridian()
    {
        var feature = Features(await MapAsync("/v1/routes?from=panasonic&to=tesla&limit=1"))[0];
        Assert.Equal("MultiLineString", feature["geometry"]!["type"].Text());
        Assert.Equal("[[138.25,36.2],[180,36.494807]]", feature["geometry"]!["coordinates"]![0]!.ToJsonString());
        Assert.Equal("[[-180,36.494807],[-95.71,37.09]]", feature["geometry"]!["coordinates"]![1]!.ToJsonString());
    }

    [Fact]
    public async Task What_has_no_place_is_placed_nowhere()
    {
        var legs = Features(await MapAsync("/v1/routes?from=natural-graphite&to=mercedes-benz&limit=3"));
        var ofAComponent = legs.Where(f => f["properties"]!["from"].Text() == "natural-graphite").ToList();
        Assert.NotEmpty(ofAComponent);
        Assert.All(ofAComponent, feature => Assert.Null(feature["geometry"]));
        var athome = Features(await MapAsync("/v1/routes?from=catl&to=china&limit=1&maxHops=1&types=operates_in"))[0];
        Assert.Equal(["catl", "china"], new[] { athome["properties"]!["from"].Text(), athome["properties"]!["to"].Text() });
        Assert.Null(athome["geometry"]);
    }

    [Fact]
    public async Task A_component_without_a_stage_has_that_of_what_it_is_a_kind_of()
    {
        foreach (var feature in Features(await MapAsync("/v1/routes?via=pakistan&limit=20")))
        {
            var properties = feature["properties"]!;
            if (properties["component"] is null) Assert.Null(properties["stage"]);
            else Assert.Equal(await StageAsync(properties["component"].Text()), properties["stage"]?.GetValue<string>());
        }
    }

    [Fact]
    public async Task A_company_that_a_scenario_brings_lies_at_its_home_and_its_evidence_is_the_scenarios()
    {
        var map = GeoJsonRules.Check(await client.PostAsAsync("/v1/routes", """
            {"from":["catl"],"to":["Indus Cells"],"limit":1,"scenario":{"claims":[
              {"type":"supplies","from":"CATL","to":"Indus Cells","toKind":"company","toCountry":"PK","component":"lithium-ion battery cell",
               "publisher":"An analyst","confidence":0.9}]}}
            """, FormatCalls.GeoJson));
        var leg = Features(map)[0];
        Assert.Equal("[[104.2,35.86],[69.35,30.38]]", leg["geometry"]!["coordinates"]!.ToJsonString());
        Assert.Equal("Indus Cells", leg["properties"]!["toName"].Text());
        Assert.Equal("cells", leg["properties"]!["stage"].Text());
        Assert.Equal("An analyst", leg["properties"]!["sources"]![0]!["publisher"].Text());
        Assert.Equal(["indus-cells"], map["query"]!["scenario"]!["addedEntities"]!.AsArray().Select(e => e.Text()));
    }

    private async Task<double[]?> PlaceAsync(JsonNode stop) =>
        await StatedAsync(stop["id"].Text()) ?? (stop["country"]?.GetValue<string>() is { } home ? await StatedAsync(home) : null);

    private async Task<double[]?> StatedAsync(string id)
    {
        var entity = (await client.GetJsonAsync($"/v1/entities/{id}"))["entity"]!;
        return entity["latitude"] is { } latitude ? [entity["longitude"]!.GetValue<double>(), latitude.GetValue<double>()] : null;
    }

    // Up the kinds, nearest first, as the design says.
    private async Task<string?> StageAsync(string component)
    {
        for (List<string> level = [component]; level.Count > 0;)
        {
            var above = new List<string>();
            foreach (var id in level)
            {
                if ((await client.GetJsonAsync($"/v1/entities/{id}"))["entity"]!["stage"]?.GetValue<string>() is { } stage) return stage;
                above.AddRange((await client.GetJsonAsync($"/v1/relationships?type=kind_of&from={id}"))["items"].All("to"));
            }
            level = above;
        }
        return null;
    }
}
