using System.Net;
using System.Text.Json.Nodes;

namespace SupplyGraph.Api.Tests.Routes;

[Collection(SeedTests.Name)]
public sealed class RouteTests(SeedHost seed)
{
    private readonly HttpClient client = seed.Client;

    [Fact]
    public async Task Ten_routes_pass_through_Pakistan_and_every_leg_shows_the_sources_that_state_it()
    {
        var answer = await client.GetJsonAsync("/v1/routes?via=pakistan");
        Assert.True(answer["complete"]!.GetValue<bool>());
        var routes = answer["routes"]!.AsArray();
        Assert.Equal(10, routes.Count);
        foreach (var leg in routes.SelectMany(r => r!["legs"]!.AsArray()))
        {
            Assert.NotEmpty(leg!["claims"]!.AsArray());
            Assert.NotEmpty(leg["sources"]!.AsArray());
            Assert.All(leg["sources"]!.AsArray(), s => Assert.True(s!["publisher"] is not null || s["url"] is not null));
        }
    }

    [Fact]
    public async Task Every_claim_of_a_leg_can_be_looked_up_and_speaks_of_its_relationship()
    {
        var answer = await client.GetJsonAsync("/v1/routes?via=pakistan&limit=3");
        foreach (var leg in answer["routes"]!.AsArray().SelectMany(r => r!["legs"]!.AsArray()))
        {
            foreach (var claim in leg!["claims"]!.AsArray())
            {
                var shown = await client.GetJsonAsync($"/v1/claims/{claim.Text()}");
                Assert.Equal(leg["relationship"].Text(), shown["claim"]!["relationship"].Text());
            }
        }
    }

    [Fact]
    public async Task Every_route_goes_through_the_place_and_starts_and_ends_outside_it()
    {
        var answer = await client.GetJsonAsync("/v1/routes?via=pakistan&limit=50");
        foreach (var route in answer["routes"]!.AsArray())
        {
            var stops = route!["stops"]!.AsArray().Select(s => s!["country"]?.GetValue<string>() ?? s["id"].Text()).ToList();
            Assert.Contains("pakistan", stops[1..^1]);
            Assert.NotEqual("pakistan", stops[0]);
            Assert.NotEqual("pakistan", stops[^1]);
        }
    }

    [Theory]
    [InlineData("PK")]
    [InlineData("PAK")]
    [InlineData("Pakistan")]
    [InlineData("pakistan")]
    public async Task A_place_goes_by_any_of_its_names(string name)
    {
        var answer = await client.GetJsonAsync($"/v1/routes?via={name}&limit=2");
        Assert.Equal(["pakistan"], answer["query"]!["via"]!.AsArray().Select(v => v.Text()));
        Assert.Equal(2, answer["routes"]!.AsArray().Count);
    }

    [Fact]
    public async Task Avoided_country_never_appears_in_a_route()
    {
        var answer = await client.GetJsonAsync("/v1/routes?from=indonesia&to=united-states&avoid=china&limit=30");
        Assert.NotEmpty(answer["routes"]!.AsArray());
        var stops = answer["routes"]!.AsArray().SelectMany(r => r!["stops"]!.AsArray()).ToList();
        Assert.DoesNotContain(stops, s => s!["id"].Text() == "china" || s["country"]?.GetValue<string>() == "china");
    }

    [Fact]
    public async Task The_question_is_echoed_as_it_was_understood()
    {
        var query = (await client.GetJsonAsync("/v1/routes?from=VW&to=Europe&component=battery%20cell&limit=1&asOf=2025-08"))["query"]!;
        Assert.Equal("volkswagen", query["from"]![0].Text());
        Assert.Equal("2025-08-01", query["asOf"].Text());
        Assert.Equal("none", query["distinct"].Text());
        Assert.Equal("follow", query["components"].Text());
        Assert.Equal(6, query["maxHops"].Number());
    }

    [Fact]
    public async Task No_route_is_an_empty_list_that_names_the_obstacle()
    {
        var answer = await client.GetJsonAsync("/v1/routes?from=pakistan&to=germany&via=china&avoid=china");
        Assert.True(answer["complete"]!.GetValue<bool>());
        Assert.Empty(answer["routes"]!.AsArray());
        Assert.Equal("empty_place_set", answer["obstacle"]!["code"].Text());
        Assert.Equal("via", answer["obstacle"]!["field"].Text());
    }

    [Fact]
    public async Task Routes_are_explained_in_a_sentence_that_names_the_weakest_leg()
    {
        var route = (await client.GetJsonAsync("/v1/routes?from=syrah-resources&to=mercedes-benz&limit=1"))["routes"]![0]!;
        Assert.Contains("Syrah Resources supplies natural graphite to BTR", route["explanation"].Text(), StringComparison.Ordinal);
        var weakest = route["weakestLeg"].Number();
        var least = route["legs"]!.AsArray().Min(l => l!["plausibility"]!.GetValue<double>());
        Assert.Equal(least, route["legs"]![weakest]!["plausibility"]!.GetValue<double>());
    }

    [Fact]
    public async Task The_same_question_is_answered_from_the_callers_copy()
    {
        using var first = await client.GetAsync(new Uri("/v1/routes?via=pakistan&limit=1", UriKind.Relative));
        using var again = new HttpRequestMessage(HttpMethod.Get, "/v1/routes?via=pakistan&limit=1");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await client.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        using var otherDay = new HttpRequestMessage(HttpMethod.Get, "/v1/routes?via=pakistan&limit=1&asOf=2020");
        otherDay.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var third = await client.SendAsync(otherDay);
        Assert.Equal(HttpStatusCode.OK, third.StatusCode);
    }

    [Fact]
    public async Task A_body_asks_the_same_question_as_an_address()
    {
        var asked = await client.GetJsonAsync("/v1/routes?from=china&via=pakistan&to=africa&limit=4&maxHops=4&minConfidence=0.5&exact=false");
        var posted = await client.PostJsonAsync(
            "/v1/routes", """{"from":["China"],"via":["PK"],"to":["africa"],"limit":4,"maxHops":4,"minConfidence":0.5,"exact":false}""", HttpStatusCode.OK);
        Assert.True(JsonNode.DeepEquals(asked, posted), posted.ToJsonString());
    }
}
