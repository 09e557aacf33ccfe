using System.Net;

namespace SupplyGraph.Api.Tests.Concentrations;

[Collection(SeedTests.Name)]
public sealed class ConcentrationTests(SeedHost seed)
{
    private const string Separators = "/v1/concentration?component=battery-separator";

    private readonly HttpClient client = seed.Client;

    [Fact]
    public async Task China_holds_most_of_the_separator_capacity_that_is_stated()
    {
        var answer = await client.GetJsonAsync(Separators + "&measure=capacity");
        Assert.Equal("m2/yr", answer["unit"].Text());
        var first = answer["shares"]![0]!;
        Assert.Equal(("china", "China", "country"), (first["id"].Text(), first["name"].Text(), first["kind"].Text()));
        Assert.InRange(first["share"]!.GetValue<double>(), 0.5, 0.8);
        Assert.Equal(1, answer["shares"]!.AsArray().Sum(s => s!["share"]!.GetValue<double>()), 5);
        Assert.InRange(answer["herfindahlHirschman"]!.GetValue<double>(), 2500, 10_000);
    }

    [Fact]
    public async Task Coverage_says_how_little_is_known_and_why_the_rest_did_not_count()
    {
        var coverage = (await client.GetJsonAsync(Separators + "&measure=capacity"))["coverage"]!;
        var leftOut = coverage["leftOut"]!.AsArray().Sum(l => l!["relationships"]!.AsArray().Count);
        Assert.True(leftOut > 0);
        Assert.Equal(coverage["couldCount"].Number(), coverage["counted"].Number() + leftOut);
        Assert.Contains("no_amount", coverage["leftOut"].All("reason"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("&by=company")]
    [InlineData("&measure=capacity&by=company")]
    public async Task Every_share_rests_on_relationships_that_the_evidence_has_with_claims_and_sources(string query)
    {
        var answer = await client.GetJsonAsync(Separators + query);
        var shown = answer["evidence"]!.AsArray().ToDictionary(e => e!["id"].Text());
        var relationships = answer["shares"]!.AsArray().SelectMany(s => s!["relationships"]!.AsArray().Select(r => r.Text())).Distinct().ToList();
        Assert.NotEmpty(relationships);
        Assert.Equal(relationships.Order(StringComparer.Ordinal), shown.Keys);
        Assert.All(shown.Values, evidence => Assert.True(evidence!["claims"]!.AsArray().Count > 0 && evidence["sources"]!.AsArray().Count > 0));
    }

    [Fact]
    public async Task Graphite_is_exported_by_few()
    {
        var answer = await client.GetJsonAsync("/v1/concentration?component=graphite&measure=exports");
        var first = answer["shares"]![0]!;
        Assert.Equal("china", first["id"].Text());
        // One destination may be named for graphite and again for natural graphite.
        Assert.True(first["relationships"]!.AsArray().Count >= first["value"].Number());
        Assert.Contains("natural-graphite", answer["components"]!.AsArray().Select(c => c.Text()));
        Assert.Null(answer["unit"]);
    }

    [Fact]
    public async Task The_question_is_echoed_with_its_defaults()
    {
        var query = (await client.GetJsonAsync("/v1/concentration?component=battery%20separator&status=established&asOf=2026-05"))["query"]!;
        Assert.Equal(
            """{"component":"battery-separator","by":"country","measure":"makers","types":[],"status":["established"],"minConfidence":0,"asOf":"2026-05-01"}""",
            query.ToJsonString());
    }

    [Fact]
    public async Task Filters_choose_what_counts()
    {
        var all = await client.GetJsonAsync(Separators);
        var standing = await client.GetJsonAsync(Separators + "&status=established");
        Assert.True(standing["coverage"]!["couldCount"].Number() < all["coverage"]!["couldCount"].Number());
        var none = await client.GetJsonAsync(Separators + "&types=owns");
        Assert.Empty(none["shares"]!.AsArray());
        Assert.Null(none["herfindahlHirschman"]);
    }

    [Theory]
    [InlineData("", "component", "required")]
    [InlineData("component=pakistan", "component", "wrong_kind")]
    [InlineData("component=graphite&measure=exports&by=company", "measure", "contradiction")]
    [InlineData("component=graphite&measure=weight", "measure", "unknown_term")]
    [InlineData("component=graphite&by=region", "by", "unknown_term")]
    [InlineData("component=graphite&minConfidence=2", "minConfidence", "out_of_range")]
    [InlineData("component=graphite&limit=5", "limit", "unknown_parameter")]
    public async Task A_bad_value_says_what_is_wrong(string query, string field, string code) =>
        Assert.Contains(code, (await client.GetJsonAsync("/v1/concentration?" + query, HttpStatusCode.BadRequest)).Codes(field));
}
