using System.Net;
using System.Text.Json.Nodes;

namespace SupplyGraph.Api.Tests.Routes;

[Collection(SeedTests.Name)]
public sealed class ScenarioTests(SeedHost seed)
{
    private readonly HttpClient client = seed.Client;

    private Task<JsonNode> AskAsync(string body, HttpStatusCode expected = HttpStatusCode.OK) => client.PostJsonAsync("/v1/routes", body, expected);

    [Fact]
    public async Task A_removed_entity_is_on_no_route_and_nothing_is_stored()
    {
        var before = await client.GetJsonAsync("/v1/routes?from=indonesia&to=united-states&limit=5");
        var assumed = await AskAsync("""{"from":["indonesia"],"to":["united-states"],"limit":5,"scenario":{"removedEntities":["China"]}}""");
        Assert.Contains("china", Stops(before));
        Assert.DoesNotContain("china", Stops(assumed));
        Assert.Equal("china", assumed["query"]!["scenario"]!["removedEntities"]![0].Text());
        Assert.True(JsonNode.DeepEquals(before, await client.GetJsonAsync("/v1/routes?from=indonesia&to=united-states&limit=5")));
    }

    [Fact]
    public async Task A_removed_relationship_is_on_no_route()
    {
        var best = (await client.GetJsonAsync("/v1/routes?via=pakistan&limit=1"))["routes"]![0]!;
        var leg = best["legs"]![0]!["relationship"].Text();
        var assumed = await AskAsync($$$"""{"via":["pakistan"],"limit":5,"scenario":{"removedRelationships":["{{{leg}}}"]}}""");
        Assert.DoesNotContain(leg, assumed["routes"]!.AsArray().SelectMany(r => r!["legs"].All("relationship")));
        Assert.True(assumed["routes"]![0]!["plausibility"]!.GetValue<double>() <= best["plausibility"]!.GetValue<double>());
    }

    [Fact]
    public async Task An_announced_relationship_made_established_gains_plausibility()
    {
        const string Contract = "supplies~novonix~powerco~artificial-graphite-anode-material~";
        // Deliveries begin in the future; established, they count from then on.
        const string Question = "\"from\":[\"novonix\"],\"to\":[\"powerco\"],\"asOf\":\"2030\",\"limit\":1";
        var before = (await AskAsync($"{{{Question}}}"))["routes"]![0]!;
        const string Changed = $$"""{"changedStatus":[{"relationship":"{{Contract}}","status":"established"}]}""";
        var after = (await AskAsync($$"""{{{Question}},"scenario":{{Changed}}}"""))["routes"]![0]!;
        Assert.Equal(Contract, before["legs"]![0]!["relationship"].Text());
        Assert.Equal("announced", before["status"].Text());
        Assert.Equal("established", after["status"].Text());
        Assert.Equal(before["plausibility"]!.GetValue<double>() / 0.8, after["plausibility"]!.GetValue<double>(), 5);
    }

    [Fact]
    public async Task Added_claims_create_entities_carry_routes_and_stand_as_their_evidence()
    {
        var answer = await AskAsync("""
            {"via":["Indus Cells"],"limit":3,"scenario":{"claims":[
              {"type":"supplies","from":"CATL","to":"Indus Cells","toKind":"company","toCountry":"PK","component":"lithium-ion battery cell",
               "publisher":"An analyst","confidence":0.9},
              {"type":"supplies","from":"Indus Cells","to":"Tesla","component":"battery pack","publisher":"An analyst","confidence":0.8}]}}
            """);
        var route = answer["routes"]![0]!;
        Assert.Contains("indus-cells", route["stops"].All("id"));
        var leg = route["legs"]!.AsArray().First(l => l!["to"].Text() == "indus-cells")!;
        Assert.Equal("An analyst", leg["sources"]![0]!["publisher"].Text());
        Assert.Equal("Indus Cells", route["stops"]!.AsArray().First(s => s!["id"].Text() == "indus-cells")!["name"].Text());
        await client.GetJsonAsync("/v1/entities/indus-cells", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Added_claims_combine_with_stored_ones()
    {
        const string Question = "\"from\":[\"syrah-resources\"],\"to\":[\"btr\"],\"limit\":1";
        const string Added =
            """{"claims":[{"type":"supplies","from":"syrah-resources","to":"btr","component":"natural-graphite","publisher":"An analyst","confidence":0.5}]}""";
        var before = (await AskAsync($"{{{Question}}}"))["routes"]![0]!["legs"]![0]!;
        var after = (await AskAsync($$"""{{{Question}},"scenario":{{Added}}}"""))["routes"]![0]!["legs"]![0]!;
        Assert.Equal(1 - ((1 - before["confidence"]!.GetValue<double>()) * 0.5), after["confidence"]!.GetValue<double>(), 6);
        Assert.Equal(before["claims"]!.AsArray().Count + 1, after["claims"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_claim_whose_kinds_do_not_fit_its_type_is_refused_with_what_would_fit()
    {
        var problem = await AskAsync(
            """
            {"via":["pakistan"],"scenario":{"claims":[
              {"type":"exports_to","from":"byd","to":"pakistan","component":"battery","publisher":"An analyst"}]}}
            """,
            HttpStatusCode.UnprocessableEntity);
        Assert.Contains("country -> country, region", problem["errors"]!["scenario.claims[0].from"]![0]!["message"].Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_claim_that_closes_a_cycle_is_refused()
    {
        var problem = await AskAsync(
            """
            {"via":["pakistan"],"scenario":{"claims":[
              {"type":"part_of","from":"electric-vehicle","to":"lithium-ion-battery-cell","publisher":"An analyst"}]}}
            """,
            HttpStatusCode.UnprocessableEntity);
        Assert.Equal(["taxonomy_cycle"], problem.Codes("scenario.claims[0].to"));
    }

    [Fact]
    public async Task What_is_removed_cannot_be_asked_for()
    {
        var problem = await AskAsync("""{"via":["pakistan"],"scenario":{"removedEntities":["PK"]}}""", HttpStatusCode.BadRequest);
        Assert.Equal(["contradiction"], problem.Codes("via"));
    }

    private static List<string> Stops(JsonNode answer) => [.. answer["routes"]!.AsArray().SelectMany(r => r!["stops"].All("id"))];
}
