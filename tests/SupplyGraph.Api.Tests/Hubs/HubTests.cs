using System.Net;
using System.Text.Json.Nodes;

namespace SupplyGraph.Api.Tests.Hubs;

[Collection(SeedTests.Name)]
public sealed class HubTests(SeedHost seed)
{
    private const string Four = "/v1/hubs?country=pakistan&country=thailand&country=vietnam&country=indonesia&asOf=2026-11-22";
    private readonly HttpClient client = seed.Client;

    [Fact]
    public async Task Pakistan_assembles_cars_and_two_wheelers_has_charging_and_makes_neither_cells_nor_what_drives_a_car()
    {
        var pakistan = (await client.GetJsonAsync(Four))["hubs"]![0]!;
        foreach (var stage in (string[])["vehicles", "two-three-wheelers", "charging"]) Assert.True(Established(pakistan, stage) > 3, stage);
        Assert.Equal(
            ["refining", "active-materials", "cells", "motors", "power-electronics", "software", "recycling"], pakistan["missing"]!.AsArray().Select(s => s.Text()));
        Assert.Equal("sabztek", Stage(pakistan, "cells")["companies"]!["potential"]!["items"]![0]!["id"].Text());
    }

    [Fact]
    public async Task Thailand_makes_cells_and_packs_and_Indonesia_what_goes_into_them()
    {
        var hubs = (await client.GetJsonAsync(Four))["hubs"]!;
        Assert.All((string[])["cells", "packs", "vehicles"], stage => Assert.NotEqual(0, Established(hubs[1]!, stage)));
        Assert.All((string[])["mining", "refining", "active-materials", "cells"], stage => Assert.NotEqual(0, Established(hubs[3]!, stage)));
        Assert.Equal(["pakistan", "thailand", "vietnam", "indonesia"], hubs.AsArray().Select(h => h!["country"]!["id"].Text()));
    }

    [Fact]
    public async Task Everything_that_is_counted_has_its_evidence()
    {
        var answer = await client.GetJsonAsync(Four + "&limit=1000");
        var evidence = answer["evidence"]!.AsArray().ToDictionary(e => e!["id"].Text());
        var counted = answer["hubs"]!.AsArray().SelectMany(Counted).ToList();
        Assert.True(counted.Count > 300, $"Only {counted.Count} relationships.");
        Assert.Equal(counted.Distinct().Order(StringComparer.Ordinal), evidence.Keys.Order(StringComparer.Ordinal));
        Assert.All(evidence.Values, e => Assert.NotEmpty(e!["claims"]!.AsArray()));
        Assert.All(evidence.Values, e => Assert.NotEmpty(e!["sources"]!.AsArray()));
    }

    [Fact]
    public async Task A_limit_shortens_lists_and_not_counts()
    {
        var (all, one) = (await client.GetJsonAsync("/v1/hubs?country=PK"), await client.GetJsonAsync("/v1/hubs?country=PK&limit=1"));
        var (many, few) = (Stage(all["hubs"]![0]!, "vehicles")["companies"]!["established"]!, Stage(one["hubs"]![0]!, "vehicles")["companies"]!["established"]!);
        Assert.Equal(many["count"].Number(), few["count"].Number());
        Assert.Equal(many["items"]![0]!["id"].Text(), Assert.Single(few["items"]!.AsArray())!["id"].Text());
    }

    [Fact]
    public async Task Shares_of_imports_add_up_and_make_the_index()
    {
        var stages = (await client.GetJsonAsync(Four))["hubs"]!.AsArray().SelectMany(h => h!["stages"]!.AsArray()).Select(s => s!["imports"]!)
            .Where(i => i["relationships"].Number() > 0).ToList();
        Assert.NotEmpty(stages);
        Assert.All(stages, imports =>
        {
            var shares = imports["sources"]!.AsArray().Select(s => s!["share"]!.GetValue<double>()).ToList();
            Assert.Equal(1, shares.Sum(), 0.00001);
            Assert.Equal(shares.Sum(share => share * share * 10_000), imports["hhi"]!.GetValue<double>(), 0.1);
        });
    }

    [Fact]
    public async Task A_route_to_a_region_is_the_one_that_the_question_for_routes_gives()
    {
        var hub = (await client.GetJsonAsync("/v1/hubs?country=pakistan&status=established"))["hubs"]![0]!;
        Assert.Equal(16, hub["routes"]!.AsArray().Count);
        var shown = hub["routes"]!.AsArray().Single(r => r!["region"]!["id"].Text() == "europe")!["route"]!;
        var asked = await client.GetJsonAsync("/v1/routes?via=pakistan&to=europe&limit=1&status=established");
        Assert.True(JsonNode.DeepEquals(asked["routes"]![0], shown), shown.ToJsonString());
    }

    [Fact]
    public async Task The_question_is_echoed_as_it_was_understood()
    {
        var answer = await client.GetJsonAsync("/v1/hubs?country=TH&country=thailand&types=operates_in&minConfidence=0.5&asOf=2025");
        Assert.Equal(
            """{"country":["thailand"],"types":["operates_in"],"status":[],"minConfidence":0.5,"asOf":"2025-01-01","limit":50}""",
            answer["query"]!.ToJsonString());
        Assert.Single(answer["hubs"]!.AsArray());
    }

    [Theory]
    [InlineData("", "country")]
    [InlineData("country=byd", "country")]
    [InlineData("country=pk&country=cn&country=th&country=de&country=jp&country=us&country=in&country=vn&country=id", "country")]
    [InlineData("country=pakistan&limit=0&minConfidence=2&asOf=x&status=maybe&types=none", "asOf,limit,minConfidence,status,types")]
    public async Task Bad_fields_are_named_all_at_once(string query, string fields) => Assert.Equal(
        fields.Split(','), (await client.GetJsonAsync("/v1/hubs?" + query, HttpStatusCode.BadRequest)).Fields().Order(StringComparer.Ordinal));

    private static int Established(JsonNode hub, string stage) => Stage(hub, stage)["companies"]!["established"]!["count"].Number();

    private static JsonNode Stage(JsonNode hub, string stage) => hub["stages"]!.AsArray().Single(s => s!["stage"].Text() == stage)!;

    private static IEnumerable<string> Counted(JsonNode? hub)
    {
        var companies = hub!["stages"]!.AsArray().SelectMany(s => s!["companies"]!.AsObject().Select(status => status.Value!["items"]!));
        var sources = hub["stages"]!.AsArray().Select(s => s!["imports"]!["sources"]!);
        var lists = ((string[])["markets", "policies", "corridors"]).Select(list => hub[list]!["items"]!);
        return companies.Concat(sources).Concat(lists).SelectMany(list => list.AsArray()).SelectMany(e => e!["relationships"]!.AsArray()).Select(r => r.Text());
    }
}
