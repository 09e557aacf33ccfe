using System.Net;

namespace SupplyGraph.Api.Tests;

public sealed class EvidenceTests(SmallHost small) : IClassFixture<SmallHost>
{
    private const string Export = "exports_to~china~pakistan~battery~";
    private readonly HttpClient client = small.Client;

    [Theory]
    [InlineData("type=supplies&type=owns", "supplies~gotion~byd~cell~")]
    [InlineData("from=CN&to=PK", Export)]
    [InlineData("entity=Pakistan", Export + ",operates_in~byd~pakistan~battery~assembly")]
    [InlineData("component=cell", "partners_with~byd~gotion~cell~technology,supplies~gotion~byd~cell~")]
    [InlineData("status=potential", "operates_in~byd~pakistan~battery~assembly")]
    [InlineData("publisher=dawn&minConfidence=0.9", Export)]
    [InlineData("disputed=true", Export)]
    [InlineData("asOf=2026&entity=gotion", "supplies~gotion~byd~cell~")]
    public async Task Relationships_are_filtered(string query, string expected) =>
        Assert.Equal(expected.Split(','), (await client.GetJsonAsync("/v1/relationships?" + query))["items"].All("id"));

    [Fact]
    public async Task Filters_are_echoed_as_they_were_understood()
    {
        var query = (await client.GetJsonAsync("/v1/relationships?from=CN&type=exports_to&asOf=2026-05"))["query"]!;
        Assert.Equal("china", query["from"].Text());
        Assert.Equal("exports_to", query["type"]![0].Text());
        Assert.Equal("2026-05-01", query["asOf"].Text());
        Assert.Null(query["to"]);
    }

    [Fact]
    public async Task A_relationship_shows_its_claims_sources_and_all_disputed_values()
    {
        var detail = await client.GetJsonAsync("/v1/relationships/" + Export);
        Assert.Equal(0.94, detail["relationship"]!["confidence"]!.GetValue<double>());
        Assert.Equal("established", detail["relationship"]!["status"].Text());
        Assert.Equal(["established", "announced"], detail["relationship"]!["disputes"]![0]!["values"]!.AsArray().Select(v => v.Text()));
        Assert.Equal(["Dawn", "Reuters"], detail["claims"].All("publisher").Order());
        Assert.Equal(detail["claims"].All("source").Order(), detail["sources"].All("id").Order());
        Assert.Equal("Battery", detail["component"]!["name"].Text());
    }

    [Fact]
    public async Task A_relationship_is_found_by_names_and_either_way_round()
    {
        var detail = await client.GetJsonAsync("/v1/relationships/partners_with~Gotion~BYD~Battery%20cell~technology");
        Assert.Equal("partners_with~byd~gotion~cell~technology", detail["relationship"]!["id"].Text());
    }

    [Fact]
    public async Task Claims_are_listed_by_relationship_and_source_and_shown_one_by_one()
    {
        var claims = (await client.GetJsonAsync("/v1/claims?relationship=" + Export))["items"]!;
        Assert.Equal(2, claims.AsArray().Count);
        var claim = claims[0]!;
        Assert.Equal(claim.ToJsonString(), (await client.GetJsonAsync("/v1/claims/" + claim["id"].Text()))["claim"]!.ToJsonString());
        Assert.Contains(claim["id"].Text(), (await client.GetJsonAsync("/v1/claims?source=" + claim["source"].Text()))["items"].All("id"));
    }

    [Theory]
    [InlineData("relationship=exports_to~pakistan~china~battery~", "relationship")]
    [InlineData("relationship=nonsense", "relationship")]
    [InlineData("source=nothing", "source")]
    public async Task Claims_of_what_does_not_exist_are_400(string query, string field) =>
        Assert.Equal([field], (await client.GetJsonAsync("/v1/claims?" + query, HttpStatusCode.BadRequest)).Fields());

    [Fact]
    public async Task Sources_are_listed_by_publisher_and_shown_with_their_claims()
    {
        var sources = (await client.GetJsonAsync("/v1/sources?publisher=REUTERS"))["items"]!;
        Assert.Equal(3, sources.AsArray().Count);
        var detail = await client.GetJsonAsync("/v1/sources/" + sources[0]!["id"].Text());
        Assert.Equal(sources[0]!["claims"].Number(), detail["claims"]!.AsArray().Count);
    }

    [Fact]
    public async Task The_schema_tells_what_may_be_said()
    {
        var schema = await client.GetJsonAsync("/v1/schema");
        Assert.Equal(18, schema["types"]!.AsArray().Count);
        var operatesIn = schema["types"]!.AsArray().Single(t => t!["type"].Text() == "operates_in")!;
        Assert.Equal("required", operatesIn["role"].Text());
        Assert.Equal("mining", operatesIn["roles"]![0].Text());
        Assert.Equal("country", operatesIn["to"]![0].Text());
    }

    [Fact]
    public async Task Statistics_count_everything()
    {
        var counts = await client.GetJsonAsync("/v1/stats");
        Assert.Equal([12, 8, 9, 1], counts.Numbers("entities", "relationships", "claims", "disputed"));
        Assert.Equal(3, counts["entitiesByKind"]!["country"].Number());
    }
}
