using System.Net;
using System.Text.Json.Nodes;

namespace SupplyGraph.Api.Tests.Tiers;

[Collection(SeedTests.Name)]
public sealed class TierTests(SeedHost seed)
{
    private const string Cells = "/v1/entities/mercedes-benz/suppliers?component=lithium-ion-battery-cell&asOf=2026-11-22&limit=200";
    private readonly HttpClient client = seed.Client;

    [Fact]
    public async Task Behind_a_maker_of_cars_stand_those_who_make_its_cells_and_behind_them_those_who_make_what_goes_into_these()
    {
        var members = await MembersAsync(Cells);
        Assert.Equal(1, members["sk-on"]["tier"].Number());
        Assert.Equal("lithium-ion-battery", members["sk-on"]["component"].Text());
        Assert.Equal(2, members["btr"]["tier"].Number());
        Assert.Equal("anode-active-material", members["btr"]["component"].Text());
        Assert.Equal(["btr", "sk-on", "mercedes-benz"], members["btr"]["route"]!["stops"].All("id"));
    }

    [Fact]
    public async Task A_member_s_route_is_the_one_that_the_question_for_routes_gives()
    {
        var route = (await MembersAsync(Cells))["btr"]["route"];
        var asked = await client.GetJsonAsync(
            "/v1/routes?from=btr&to=mercedes-benz&exact=true&component=lithium-ion-battery-cell&asOf=2026-11-22&types=supplies&types=builds&types=uses&maxHops=3");
        Assert.True(JsonNode.DeepEquals(asked["routes"]![0], route), route!.ToJsonString());
    }

    [Fact]
    public async Task Whom_an_entity_supplies_has_it_among_its_suppliers()
    {
        var customers = await MembersAsync("/v1/entities/btr/customers?asOf=2026-11-22&limit=200");
        Assert.Contains("mercedes-benz", customers.Keys);
        foreach (var customer in customers.Values.Take(10))
        {
            var suppliers = await MembersAsync($"/v1/entities/{customer["entity"]!["id"].Text()}/suppliers?asOf=2026-11-22&limit=1000");
            Assert.Equal(customer["tier"].Number(), suppliers["btr"]["tier"].Number());
        }
    }

    [Fact]
    public async Task Every_leg_has_the_claims_and_sources_that_state_it()
    {
        var legs = (await MembersAsync(Cells)).Values.SelectMany(m => m["route"]!["legs"]!.AsArray()).ToList();
        Assert.All(legs, leg => Assert.NotEmpty(leg!["claims"]!.AsArray()));
        Assert.All(legs, leg => Assert.NotEmpty(leg!["sources"]!.AsArray()));
    }

    [Fact]
    public async Task Pages_follow_each_other_and_counts_are_of_all()
    {
        var whole = await client.GetJsonAsync(Cells);
        var (ids, next) = (new List<string>(), (string?)"");
        while (next is not null)
        {
            var page = await client.GetJsonAsync(Cells.Replace("limit=200", "limit=7", StringComparison.Ordinal) + (next == "" ? "" : $"&cursor={next}"));
            ids.AddRange(page["items"]!.AsArray().Select(i => i!["entity"]!["id"].Text()));
            Assert.True(JsonNode.DeepEquals(whole["counts"], page["counts"]));
            next = page["next"]?.GetValue<string>();
        }
        Assert.Equal(whole["items"]!.AsArray().Select(i => i!["entity"]!["id"].Text()), ids);
        Assert.Equal(whole["counts"]!["total"].Number(), ids.Count);
        Assert.All((string[])["byTier", "byCountry", "byComponent"], by =>
            Assert.Equal(ids.Count, whole["counts"]![by]!.AsArray().Sum(c => c!["count"].Number())));
    }

    [Fact]
    public async Task Without_types_goods_and_what_is_built_and_used_are_followed() => Assert.Equal(
        """{"entity":"byd","side":"customers","tiers":3,"component":null,"types":["supplies","builds","uses"],"status":[],"minConfidence":0,"asOf":"2025-01-01"}""",
        (await client.GetJsonAsync("/v1/entities/BYD/customers?asOf=2025"))["query"]!.ToJsonString());

    [Fact]
    public async Task Bad_fields_are_named_all_at_once() => Assert.Equal(
        ["asOf", "component", "limit", "minConfidence", "status", "tiers", "types"],
        (await client.GetJsonAsync(
            "/v1/entities/byd/suppliers?tiers=6&component=china&limit=0&minConfidence=2&asOf=x&status=maybe&types=none", HttpStatusCode.BadRequest))
        .Fields().Order(StringComparer.Ordinal));

    [Fact]
    public async Task An_entity_that_is_not_there_is_not_found_and_the_nearest_are_offered()
    {
        var problem = await client.GetJsonAsync("/v1/entities/mercedes-bens/suppliers", HttpStatusCode.NotFound);
        Assert.Contains("mercedes-benz", problem["near"].All("id"));
    }

    private async Task<Dictionary<string, JsonNode>> MembersAsync(string question)
    {
        var answer = await client.GetJsonAsync(question);
        Assert.True(answer["complete"]!.GetValue<bool>());
        return answer["items"]!.AsArray().ToDictionary(i => i!["entity"]!["id"].Text(), i => i!);
    }
}
