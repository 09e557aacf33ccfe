using System.Net;
using System.Text.Json.Nodes;

namespace SupplyGraph.Api.Tests.Routes;

/// <summary>What an answer says in words, and whose word it is, both ways along each type.</summary>
public sealed class ExplanationTests(SmallHost small) : IClassFixture<SmallHost>
{
    private const string Said = """
        { "type": "owns", "from": "byd", "to": "gotion", "publisher": "Reuters", "statement": "BYD owns it." },
        { "type": "owns", "from": "byd", "to": "gotion", "publisher": "Reuters", "statement": "BYD still owns it." },
        { "type": "connects", "from": "Karakoram Highway", "fromKind": "corridor", "to": "china", "publisher": "Dawn" },
        { "type": "connects", "from": "Karakoram Highway", "fromKind": "corridor", "to": "pakistan", "publisher": "Dawn" },
        { "type": "operates_in", "from": "gotion", "to": "germany", "role": "manufacturing", "component": "cell", "publisher": "Dawn" },
        { "type": "produces", "from": "byd", "to": "cell", "publisher": "Dawn" }
        """;

    private async Task<JsonNode> OnlyAsync(string from, string to, string type, string scenario)
    {
        var ends = $"\"from\":[\"{from}\"],\"to\":[\"{to}\"],\"types\":[\"{type}\"]";
        var body = $$$"""{{{{ends}}},"exact":true,"components":"ignore","limit":1,"scenario":{{{scenario}}}}""";
        return Assert.Single((await small.Client.PostJsonAsync("/v1/routes", body, HttpStatusCode.OK))["routes"]!.AsArray())!;
    }

    [Theory]
    [InlineData("byd", "gotion", "owns", "BYD owns Gotion.")]
    [InlineData("gotion", "byd", "owns", "Gotion belongs to BYD.")]
    [InlineData("gotion", "germany", "operates_in", "Gotion makes Battery cell in Germany.")]
    [InlineData("germany", "gotion", "operates_in", "in Germany, Gotion makes Battery cell.")]
    [InlineData("cell", "byd", "produces", "Battery cell is produced by BYD.")]
    public async Task A_leg_is_told_from_the_side_that_it_is_walked(string from, string to, string type, string sentence) =>
        Assert.Equal(sentence, (await OnlyAsync(from, to, type, $$"""{"claims":[{{Said}}]}"""))["explanation"].Text());

    [Fact]
    public async Task A_corridor_is_entered_and_left() =>
        Assert.StartsWith("China connects to Karakoram Highway; Karakoram Highway leads to Pakistan.",
            (await OnlyAsync("china", "pakistan", "connects", $$"""{"claims":[{{Said}}]}"""))["explanation"].Text(), StringComparison.Ordinal);

    [Fact]
    public async Task A_publication_that_states_a_leg_twice_is_one_source_with_two_claims()
    {
        var leg = (await OnlyAsync("byd", "gotion", "owns", $$"""{"claims":[{{Said}}]}"""))["legs"]![0]!;
        Assert.Equal((2, 1), (leg["claims"]!.AsArray().Count, leg["sources"]!.AsArray().Count));
    }

    [Fact]
    public async Task Of_a_relationship_removed_and_stated_anew_only_the_new_claim_is_shown()
    {
        const string Anew = """
            {"removedRelationships":["supplies~gotion~byd~cell~"],
             "claims":[{"type":"supplies","from":"gotion","to":"byd","component":"cell","publisher":"Dawn"}]}
            """;
        var leg = (await OnlyAsync("gotion", "byd", "supplies", Anew))["legs"]![0]!;
        Assert.Equal(["Dawn"], leg["sources"].All("publisher"));
        Assert.Single(leg["claims"]!.AsArray());
        Assert.Equal(0.5, leg["confidence"]!.GetValue<double>());
    }
}
