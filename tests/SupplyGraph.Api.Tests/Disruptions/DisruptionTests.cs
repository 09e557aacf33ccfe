using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SupplyGraph.Analysis.Routes;

namespace SupplyGraph.Api.Tests.Disruptions;

[Collection(SeedTests.Name)]
public sealed class DisruptionTests(SeedHost seed)
{
    private const string Graphite = "exports_to~china~south-korea~graphite~";

    private readonly HttpClient client = seed.Client;

    private Task<JsonNode> AskAsync(string json, HttpStatusCode expected = HttpStatusCode.OK) => client.PostJsonAsync("/v1/disruptions", json, expected);

    [Fact]
    public async Task Without_its_one_supplier_of_graphite_South_Korea_has_none()
    {
        var answer = await AskAsync($$$"""{"scenario":{"removedRelationships":["{{{Graphite}}}"]}}""");
        Assert.True(answer["complete"]!.GetValue<bool>());
        Assert.Equal([1, 0, 0, 0], answer.Numbers("lost", "weakened", "strengthened", "removed"));
        var lost = Assert.Single(answer["items"]!.AsArray())!;
        Assert.Equal(("graphite", "South Korea"), (lost["component"]!["id"].Text(), lost["receiver"]!["name"].Text()));
        Assert.Equal(lost["before"]!["plausibility"]!.GetValue<double>(), lost["loss"]!.GetValue<double>());
        Assert.Equal([Graphite], lost["before"]!["relationships"]!.AsArray().Select(r => r.Text()));
        Assert.Null(lost["after"]);
        Assert.NotEmpty(Assert.Single(answer["evidence"]!.AsArray())!["sources"]!.AsArray());
    }

    [Fact]
    public async Task Without_China_the_ranking_starts_with_what_nobody_else_delivers_and_leaves_China_itself_out()
    {
        var answer = await AskAsync("""{"limit":1000,"scenario":{"removedEntities":["china"]}}""");
        var items = answer["items"]!.AsArray().Select(i => i!).ToList();
        Assert.Equal(answer["lost"].Number(), items.Count(i => i["after"] is null));
        Assert.Equal(answer["weakened"].Number(), items.Count(i => i["after"] is not null));
        Assert.DoesNotContain(items, i => i["receiver"]!["id"].Text() == "china");
        Assert.True(answer["removed"].Number() > 0);
        var losses = items.ConvertAll(i => i["loss"]!.GetValue<double>());
        Assert.Equal(losses.OrderDescending(), losses);
        var japan = items.Where(i => i["receiver"]!["id"].Text() == "japan" && i["after"] is null).Select(i => i["component"]!["id"].Text());
        Assert.Contains("graphite", japan);
    }

    [Fact]
    public async Task Every_leg_is_among_the_evidence_before_or_after()
    {
        var answer = await AskAsync("""{"limit":200,"scenario":{"removedEntities":["china"]}}""");
        AssertShown("before", "evidence");
        AssertShown("after", "evidenceAfter");

        void AssertShown(string side, string evidence)
        {
            var legs = answer["items"]!.AsArray().Select(i => i![side]).OfType<JsonNode>().SelectMany(r => r["relationships"]!.AsArray()).Select(r => r.Text());
            Assert.Equal(legs.Distinct().Order(StringComparer.Ordinal), answer[evidence].All("id").Order(StringComparer.Ordinal));
            Assert.All(answer[evidence]!.AsArray(), e => Assert.NotEmpty(e!["claims"]!.AsArray()));
        }
    }

    [Fact]
    public async Task A_claim_that_is_assumed_strengthens_and_stands_as_its_evidence()
    {
        var answer = await AskAsync("""
            {"scenario":{"claims":[{"type":"exports_to","from":"mozambique","to":"Graphite Land","toKind":"country","component":"graphite",
              "publisher":"An analyst","confidence":0.6}]}}
            """);
        var gained = Assert.Single(answer["items"]!.AsArray())!;
        Assert.Equal(("graphite-land", -0.6), (gained["receiver"]!["id"].Text(), gained["loss"]!.GetValue<double>()));
        Assert.Null(gained["before"]);
        Assert.Equal(1, answer["strengthened"].Number());
        Assert.Equal("An analyst", answer["evidenceAfter"]![0]!["sources"]![0]!["publisher"].Text());
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repeat()
    {
        const string Scenario = "\"scenario\":{\"removedEntities\":[\"china\"]}";
        var whole = await AskAsync($"{{\"limit\":7,{Scenario}}}");
        var first = await AskAsync($"{{\"limit\":4,{Scenario}}}");
        var second = await AskAsync($"{{\"limit\":3,\"cursor\":\"{first["next"].Text()}\",{Scenario}}}");
        Assert.Equal(Pairs(whole), Pairs(first).Concat(Pairs(second)));
        var other = await AskAsync($$$"""{"cursor":"{{{first["next"].Text()}}}","scenario":{"removedEntities":["japan"]}}""", HttpStatusCode.BadRequest);
        Assert.Equal(["invalid_cursor"], other.Codes("cursor"));
    }

    [Fact]
    public async Task An_answer_that_its_budget_cuts_short_says_so()
    {
        // What the European Union passes on has to be searched for.
        await using var hasty = await new ApiHost { Change = services => services.AddSingleton(new Budget(1, TimeSpan.FromSeconds(10))) }.ReadyAsync();
        using var asking = hasty.CreateClient();
        const string Question = """
            {"scenario":{"claims":[{"type":"cooperates_with","from":"european-union","to":"norway","component":"battery-separator","publisher":"An analyst"}]}}
            """;
        var answer = await asking.PostJsonAsync("/v1/disruptions", Question, HttpStatusCode.OK);
        Assert.False(answer["complete"]!.GetValue<bool>());
        Assert.Equal("expansions", answer["stoppedBy"].Text());
    }

    [Fact]
    public async Task Every_bad_field_is_named_at_once()
    {
        var problem = await AskAsync(
            """
            {"types":["sells"],"status":["sure"],"minConfidence":2,"asOf":"nonsense","maxHops":13,"limit":0,"cursor":"?",
             "scenario":{"removedEntities":["chinna"]},"from":["china"]}
            """,
            HttpStatusCode.BadRequest);
        Assert.Equal(
            ["asOf", "cursor", "from", "limit", "maxHops", "minConfidence", "scenario.removedEntities[0]", "status[0]", "types[0]"], problem.Fields());
    }

    [Fact]
    public async Task A_question_without_a_scenario_is_refused() =>
        Assert.Equal(["required"], (await AskAsync("{}", HttpStatusCode.BadRequest)).Codes("scenario"));

    private static IEnumerable<string> Pairs(JsonNode answer) =>
        answer["items"]!.AsArray().Select(i => $"{i!["component"]!["id"].Text()} at {i["receiver"]!["id"].Text()}");
}
