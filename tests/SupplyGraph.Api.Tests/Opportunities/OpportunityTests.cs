using System.Net;
using System.Text.Json.Nodes;

namespace SupplyGraph.Api.Tests.Opportunities;

[Collection(SeedTests.Name)]
public sealed class OpportunityTests(SeedHost seed)
{
    private const string Pakistan = "/v1/countries/pakistan/opportunities?asOf=2026-11-22";
    private readonly HttpClient client = seed.Client;

    [Fact]
    public async Task The_cell_maker_nearest_to_Pakistan_is_the_one_whose_cells_drive_what_is_assembled_there()
    {
        var catl = Stage(await client.GetJsonAsync(Pakistan), "cells")["companies"]![0]!;
        Assert.Equal("catl", catl["id"].Text());
        var tie = catl["ties"]![0]!;
        Assert.Equal("affiliate", tie["kind"].Text());
        Assert.Equal("changan", tie["other"]!["id"].Text());
        Assert.Equal(["catl", "changan"], tie["legs"].All("from"));
        Assert.Equal(["changan", "pakistan"], tie["legs"].All("to"));
    }

    [Fact]
    public async Task Opportunities_are_for_the_stages_that_the_hub_misses()
    {
        foreach (var country in (string[])["pakistan", "thailand", "hungary", "morocco"])
        {
            var missing = (await client.GetJsonAsync($"/v1/hubs?country={country}&limit=1"))["hubs"]![0]!["missing"]!.AsArray().Select(s => s.Text());
            Assert.Equal(missing, (await client.GetJsonAsync($"/v1/countries/{country}/opportunities?limit=1"))["stages"].All("stage"));
        }
    }

    [Fact]
    public async Task Nearness_is_what_the_ties_add_up_to_and_never_grows_down_the_list()
    {
        foreach (var stage in (await client.GetJsonAsync(Pakistan + "&limit=100"))["stages"]!.AsArray())
        {
            var companies = stage!["companies"]!.AsArray();
            Assert.Equal(stage["near"].Number(), companies.Count);
            var nearness = companies.Select(c => c!["nearness"]!.GetValue<double>()).ToList();
            Assert.Equal(nearness.OrderDescending(), nearness);
            Assert.Equal(nearness, companies.Select(c => Math.Round(1 - c!["ties"]!.AsArray().Aggregate(1.0, Apart), 6)));
        }

        static double Apart(double apart, JsonNode? tie) => apart * (1 - (tie!["weight"]!.GetValue<double>() * tie["plausibility"]!.GetValue<double>()));
    }

    [Fact]
    public async Task Every_leg_and_every_plant_has_its_evidence()
    {
        var answer = await client.GetJsonAsync(Pakistan);
        var evidence = answer["evidence"]!.AsArray().ToDictionary(e => e!["id"].Text());
        var companies = answer["stages"]!.AsArray().SelectMany(s => s!["companies"]!.AsArray()).ToList();
        var shown = companies.SelectMany(c => c!["work"]!.AsArray().Select(w => w.Text()).Concat(c["ties"]!.AsArray().SelectMany(t => t!["legs"].All("relationship"))));
        Assert.Equal(shown.Distinct().Order(StringComparer.Ordinal), evidence.Keys.Order(StringComparer.Ordinal));
        Assert.All(evidence.Values, e => Assert.NotEmpty(e!["claims"]!.AsArray()));
        Assert.All(evidence.Values, e => Assert.NotEmpty(e!["sources"]!.AsArray()));
    }

    [Fact]
    public async Task A_country_goes_by_any_of_its_names_and_the_question_is_echoed() => Assert.Equal(
        """{"country":"pakistan","types":[],"status":["established"],"minConfidence":0.5,"asOf":"2026-01-01","limit":3}""",
        (await client.GetJsonAsync("/v1/countries/PK/opportunities?limit=3&status=established&minConfidence=0.5&asOf=2026"))["query"]!.ToJsonString());

    [Fact]
    public async Task An_unknown_country_is_404_with_near_matches() => Assert.Equal(
        "pakistan", (await client.GetJsonAsync("/v1/countries/pakistn/opportunities", HttpStatusCode.NotFound))["near"]![0]!["id"].Text());

    [Fact]
    public async Task A_company_is_no_country() =>
        Assert.Equal("not_found", (await client.GetJsonAsync("/v1/countries/byd/opportunities", HttpStatusCode.NotFound))["code"].Text());

    [Fact]
    public async Task Bad_fields_are_named_all_at_once() => Assert.Equal(
        ["asOf", "limit", "status"],
        (await client.GetJsonAsync("/v1/countries/pakistan/opportunities?limit=101&status=maybe&asOf=x", HttpStatusCode.BadRequest)).Fields()
            .Order(StringComparer.Ordinal));

    private static JsonNode Stage(JsonNode answer, string stage) => answer["stages"]!.AsArray().Single(s => s!["stage"].Text() == stage)!;
}
