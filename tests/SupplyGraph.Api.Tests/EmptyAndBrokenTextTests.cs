using System.Net;

namespace SupplyGraph.Api.Tests;

/// <summary>Texts in bodies that no name can be: a caller's fault, never the server's.</summary>
public sealed class EmptyAndBrokenTextTests(SmallHost small) : IClassFixture<SmallHost>
{
    [Theory]
    [InlineData("""{"from":[""],"via":["pakistan"]}""", "from[0]")]
    [InlineData("""{"via":["pakistan"],"component":" "}""", "component")]
    [InlineData("""{"via":["pakistan"],"types":[""]}""", "types[0]")]
    [InlineData("""{"via":["pakistan"],"scenario":{"removedEntities":[""]}}""", "scenario.removedEntities[0]")]
    [InlineData("""{"via":["pakistan"],"scenario":{"changedStatus":[{"entity":"","status":"potential"}]}}""", "scenario.changedStatus[0].entity")]
    public async Task An_empty_text_in_a_body_is_a_bad_field(string body, string field) =>
        Assert.Equal([field], (await small.Client.PostJsonAsync("/v1/routes", body, HttpStatusCode.BadRequest)).Fields());

    [Theory]
    [InlineData("""{"via":["\ud800"]}""")]
    [InlineData("""{"via":["pakistan"],"\ud800":1}""")]
    public async Task Half_a_character_is_malformed_JSON(string body) =>
        Assert.Equal("malformed_json", (await small.Client.PostJsonAsync("/v1/routes", body, HttpStatusCode.BadRequest))["code"].Text());

    [Fact]
    public async Task A_text_longer_than_any_name_is_refused_before_it_is_looked_up()
    {
        var body = $$"""{"via":["{{new string('x', 501)}}"]}""";
        var problem = await small.Client.PostJsonAsync("/v1/routes", body, HttpStatusCode.BadRequest);
        Assert.Equal(["too_long"], problem.Codes("via[0]"));
    }

    [Fact]
    public async Task A_claim_that_is_nearly_surely_wrong_spoils_no_answer()
    {
        await using var host = await ApiHost.SmallAsync();
        using var client = host.CreateClient();
        const string Doubtful =
            """{"claims":[{"type":"exports_to","from":"pakistan","to":"germany","component":"battery","publisher":"p","confidence":1e-9}]}""";
        await client.PostJsonAsync("/v1/claims", Doubtful, HttpStatusCode.Created);
        var answer = await client.GetJsonAsync("/v1/routes?via=pakistan");
        Assert.All(answer["routes"]!.AsArray(), r => Assert.InRange(r!["plausibility"]!.GetValue<double>(), 0, 1));
    }
}
