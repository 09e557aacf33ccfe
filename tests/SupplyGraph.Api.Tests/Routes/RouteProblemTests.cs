using System.Net;

namespace SupplyGraph.Api.Tests.Routes;

[Collection(SeedTests.Name)]
public sealed class RouteProblemTests(SeedHost seed)
{
    private readonly HttpClient client = seed.Client;

    [Fact]
    public async Task A_question_without_any_place_is_refused()
    {
        var problem = await client.GetJsonAsync("/v1/routes?limit=5", HttpStatusCode.BadRequest);
        Assert.Equal(["from"], problem.Fields());
        Assert.Equal(["required"], problem.Codes("from"));
    }

    [Fact]
    public async Task Every_bad_field_is_named_at_once()
    {
        var problem = await client.GetJsonAsync(
            "/v1/routes?via=pakisten&from=chinna&types=sells&status=sure&limit=0&maxHops=13&asOf=nonsense"
                + "&minConfidence=2&distinct=some&components=maybe&exact=perhaps&hops=3",
            HttpStatusCode.BadRequest);
        Assert.Equal(
            ["asOf", "components", "distinct", "exact", "from", "hops", "limit", "maxHops", "minConfidence", "status", "types", "via"], problem.Fields());
        Assert.Contains("pakistan", problem["errors"]!["via"]![0]!["near"].All("id"));
    }

    [Theory]
    [InlineData("limit=0", "limit", "out_of_range")]
    [InlineData("limit=101", "limit", "out_of_range")]
    [InlineData("limit=abc", "limit", "not_a_number")]
    [InlineData("maxHops=13", "maxHops", "out_of_range")]
    [InlineData("maxHops=0", "maxHops", "out_of_range")]
    [InlineData("asOf=2025-13", "asOf", "not_a_date")]
    [InlineData("asOf=2025-02-30", "asOf", "not_a_date")]
    [InlineData("types=selling", "types", "unknown_term")]
    [InlineData("status=", "status", "empty")]
    [InlineData("component=pakistan", "component", "wrong_kind")]
    [InlineData("component=battery-pack&components=ignore", "component", "contradiction")]
    [InlineData("via=a&via=b&via=c&via=d", "via", "too_many")]
    public async Task A_bad_value_says_what_is_wrong(string query, string field, string code)
    {
        var problem = await client.GetJsonAsync($"/v1/routes?via=china&{query}", HttpStatusCode.BadRequest);
        Assert.Contains(code, problem.Codes(field));
    }

    [Theory]
    [InlineData("from=china&to=china", "from")]
    [InlineData("from=china&to=germany&via=china", "via")]
    [InlineData("from=china&to=germany&via=DE", "via")]
    public async Task Ends_and_vias_must_differ_where_places_are_exact(string query, string field)
    {
        var problem = await client.GetJsonAsync($"/v1/routes?{query}&exact=true", HttpStatusCode.BadRequest);
        Assert.Equal(["contradiction"], problem.Codes(field));
        Assert.NotNull((await client.GetJsonAsync($"/v1/routes?{query}&limit=1"))["routes"]);
    }

    [Fact]
    public async Task Every_bad_field_of_a_body_is_named_at_once()
    {
        var problem = await client.PostJsonAsync("/v1/routes", """
            {"via":["pakisten"],"limit":0,"maxHops":"six","hops":3,
             "scenario":{"removedEntities":["nowhere at all"],"removedRelationships":["x"],"changedStatus":[{"status":"sure"}],
                         "claims":[{"type":"sells","from":"china"}],"extra":1}}
            """, HttpStatusCode.BadRequest);
        Assert.Equal(
            [
                "hops", "limit", "maxHops", "scenario.changedStatus[0].entity", "scenario.changedStatus[0].status", "scenario.claims[0].publisher",
                "scenario.claims[0].to", "scenario.claims[0].type", "scenario.extra", "scenario.removedEntities[0]", "scenario.removedRelationships[0]",
                "via[0]",
            ],
            problem.Fields());
    }

    [Theory]
    [InlineData("{\"via\":[", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("via=pakistan", "application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType)]
    public async Task A_body_that_is_no_JSON_is_refused(string body, string type, HttpStatusCode status)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, type);
        using var response = await client.PostAsync(new Uri("/v1/routes", UriKind.Relative), content);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }
}
