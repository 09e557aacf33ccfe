using System.Net;

namespace SupplyGraph.Api.Tests.Chokepoints;

[Collection(SeedTests.Name)]
public sealed class ChokepointTests(SeedHost seed)
{
    private const string MinesToCarmakers = "/v1/chokepoints?from=australia&to=germany&component=lithium-ion-battery-cell&maxHops=4&asOf=2026-11-22&top=100";
    private static readonly string[] Lists = ["companies", "countries", "corridors", "components"];
    private readonly HttpClient client = seed.Client;

    [Fact]
    public async Task Between_mines_and_carmakers_stand_those_who_make_the_cells()
    {
        var answer = await client.GetJsonAsync(MinesToCarmakers);
        Assert.True(answer["complete"]!.GetValue<bool>());
        Assert.Contains("lg-energy-solution", answer["companies"]!["items"]!.AsArray().Take(5).Select(c => c!["entity"]!["id"].Text()));
        Assert.Contains("south-korea", answer["countries"]!["items"]!.AsArray().Take(5).Select(c => c!["entity"]!["id"].Text()));
    }

    [Fact]
    public async Task What_the_worst_hit_pair_loses_is_what_the_question_for_routes_says_when_the_place_is_avoided()
    {
        var answer = await client.GetJsonAsync(MinesToCarmakers);
        foreach (var company in answer["companies"]!["items"]!.AsArray().Take(5))
        {
            var (route, detour) = (company!["worst"]!["route"]!, company["worst"]!["detour"]);
            var ends = $"from={route["stops"]![0]!["id"].Text()}&to={route["stops"]!.AsArray()[^1]!["id"].Text()}&exact=true";
            var asked = await client.GetJsonAsync(
                $"/v1/routes?{ends}&avoid={company["entity"]!["id"].Text()}&component=lithium-ion-battery-cell&maxHops=4&asOf=2026-11-22&limit=100");
            // Between two places alone a route may also pass others of Australia and Germany, which the question for all of them does not allow.
            var best = asked["routes"]!.AsArray().Select(r => r!["plausibility"]!.GetValue<double>()).FirstOrDefault();
            Assert.True(best >= (detour?["plausibility"]?.GetValue<double>() ?? 0));
            Assert.Equal(
                route["plausibility"]!.GetValue<double>() - (detour?["plausibility"]?.GetValue<double>() ?? 0), company["worst"]!["loss"]!.GetValue<double>(), 5);
        }
    }

    [Fact]
    public async Task Every_list_is_ranked_and_every_leg_has_its_evidence()
    {
        var answer = await client.GetJsonAsync(MinesToCarmakers);
        foreach (var list in Lists.Select(name => answer[name]!["items"]!.AsArray()))
        {
            var criticalities = list.Select(c => c!["criticality"]!.GetValue<double>()).ToList();
            Assert.All(criticalities, criticality => Assert.InRange(criticality, 0, 1));
            Assert.Equal(criticalities.OrderDescending(), criticalities);
            Assert.All(list.SelectMany(c => c!["worst"]!["route"]!["legs"]!.AsArray()), leg => Assert.NotEmpty(leg!["sources"]!.AsArray()));
        }
    }

    [Fact]
    public async Task The_places_that_are_asked_for_as_vias_are_no_chokepoints_and_cut_off_pairs_are_counted()
    {
        var answer = await client.GetJsonAsync("/v1/chokepoints?from=china&via=gwadar-port&maxHops=4&top=100&asOf=2026-11-22");
        Assert.DoesNotContain(Lists.SelectMany(name => answer[name]!["items"]!.AsArray()), c => c!["entity"]!["id"].Text() == "gwadar-port");
        var pakistan = answer["countries"]!["items"]!.AsArray().Single(c => c!["entity"]!["id"].Text() == "pakistan")!;
        Assert.True(pakistan["cutOffPairs"].Number() > 0);
        Assert.Equal(Math.Min(pakistan["cutOffPairs"].Number(), 100), pakistan["cutOff"]!.AsArray().Count);
    }

    [Fact]
    public async Task Top_is_how_many_of_each_list_are_shown()
    {
        var answer = await client.GetJsonAsync(MinesToCarmakers.Replace("top=100", "top=2", StringComparison.Ordinal));
        Assert.All(Lists, name => Assert.Equal(Math.Min(2, answer[name]!["total"].Number()), answer[name]!["items"]!.AsArray().Count));
        Assert.True(answer["companies"]!["total"].Number() > 2);
    }

    [Fact]
    public async Task Bad_fields_are_named_all_at_once() => Assert.Equal(
        ["asOf", "component", "components", "exact", "from", "maxHops", "minConfidence", "status", "top", "types"],
        (await client.GetJsonAsync(
            "/v1/chokepoints?top=0&component=china&minConfidence=2&asOf=x&status=maybe&types=none&maxHops=13&components=some&exact=perhaps",
            HttpStatusCode.BadRequest)).Fields().Order(StringComparer.Ordinal));
}
