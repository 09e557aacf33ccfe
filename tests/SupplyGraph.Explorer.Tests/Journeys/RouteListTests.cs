using System.Text.Json.Nodes;
using Microsoft.Playwright;
using SupplyGraph.Explorer.Tests.Browser;

namespace SupplyGraph.Explorer.Tests.Journeys;

/// <summary>Somebody reads the answer, down to who says so.</summary>
[Collection(SiteCollection.Name)]
public sealed class RouteListTests(Site site) : Journey(site)
{
    [BrowserTheory]
    [InlineData("/?via=hungary")]
    [InlineData("/?to=europe&component=lithium-ion-battery&avoid=china")]
    public async Task The_list_is_the_answer_of_the_api_in_its_order(string question)
    {
        var page = await AskAsync(question);
        var answer = (await ReadAsync("/v1/routes" + question[1..]))["routes"]!.AsArray();

        await Assertions.Expect(page.Routes().Locator(".stops")).ToHaveTextAsync(answer.Stops());
        await Assertions.Expect(page.Routes().Locator(".measure .value")).ToHaveTextAsync(answer.Select(route => route!["plausibility"].Share()));
        await Assertions.Expect(page.Routes().Locator("> details > summary > .status")).ToHaveTextAsync(answer.Select(route => route.Text("status")));
        var (best, last) = (answer[0]!["plausibility"].Share(), answer[^1]!["plausibility"].Share());
        await Assertions.Expect(page.Answer()).ToContainTextAsync($"plausibility {best} to {last}");
    }

    [BrowserFact]
    public async Task An_opened_route_shows_its_stops_its_legs_and_the_weakest_of_them()
    {
        var page = await AskAsync("/?via=hungary");
        // One whose weakest leg is neither the first nor the last.
        var answer = (await ReadAsync("/v1/routes?via=hungary"))["routes"]!.AsArray();
        var longest = Enumerable.Range(0, answer.Count).First(i => WeakestOf(answer[i]!) is > 0 and var weakest && weakest < HopsOf(answer[i]!) - 1);
        var found = answer[longest]!;
        var legs = found["legs"]!.AsArray();
        var route = await page.Routes().Nth(longest).OpenedAsync();

        await Assertions.Expect(route.Locator(".explanation")).ToHaveTextAsync(found.Text("explanation"));
        await Assertions.Expect(route.Locator(".steps .stop > a")).ToHaveTextAsync(found["stops"].Names());
        await Assertions.Expect(route.Locator(".leg > summary > .value")).ToHaveTextAsync(legs.Select(leg => leg!["plausibility"].Share()));
        await Assertions.Expect(route.Locator(".leg > summary > .status")).ToHaveTextAsync(legs.Select(leg => leg.Text("status")));
        var isWeakest = await route.Locator(".leg > summary").EvaluateAllAsync<bool[]>("all => all.map(leg => leg.textContent.includes('weakest leg'))");
        Assert.Equal([WeakestOf(found)], Enumerable.Range(0, isWeakest.Length).Where(i => isWeakest[i]));
        Assert.Equal($"?via=hungary&route={longest + 1}", page.Question());

        await page.ReloadAsync();
        await Assertions.Expect(page.Routes().Nth(longest).Locator(".explanation")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task An_opened_leg_shows_each_claim_with_its_source_and_what_they_disagree_in()
    {
        var page = await AskAsync("/?via=pakistan&route=1");
        var leg = page.Routes().First.Locator(".leg").Nth(1);
        await leg.Locator("> summary").ClickAsync();
        var walked = (await ReadAsync("/v1/routes?via=pakistan"))["routes"]![0]!["legs"]![1]!;
        var evidence = await ReadAsync("/v1/relationships/" + Uri.EscapeDataString(walked.Text("relationship")));
        var claims = evidence["claims"]!.AsArray();

        await page.FitsAsync("leg-opened");
        Assert.True(claims.Count > 1);
        await Assertions.Expect(leg.Locator(".claim")).ToHaveCountAsync(claims.Count);
        for (var i = 0; i < claims.Count; i++) await ShowsAsync(leg.Locator(".claim").Nth(i), claims[i]!);
        var disputes = evidence["relationship"]!["disputes"]!.AsArray();
        Assert.NotEmpty(disputes);
        foreach (var values in disputes.Select(dispute => dispute!["values"]!.AsArray().Select(value => value!.GetValue<string>())))
            await Assertions.Expect(leg.Locator(".disputed")).ToContainTextAsync(string.Join(" or ", values));
    }

    [BrowserFact]
    public async Task A_leg_whose_sources_agree_shows_no_dispute()
    {
        var page = await AskAsync("/?via=pakistan&route=3");
        var leg = page.Routes().Nth(2).Locator(".leg").Nth(1);
        await leg.Locator("> summary").ClickAsync();

        await Assertions.Expect(leg.Locator(".claim")).ToHaveCountAsync(3);
        await Assertions.Expect(leg.Locator(".disputed")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task What_else_could_be_walked_is_shown_with_its_own_claims()
    {
        var page = await AskAsync("/?via=pakistan&route=1");
        var leg = page.Routes().First.Locator(".leg").First;
        await leg.Locator("> summary").ClickAsync();
        var walked = (await ReadAsync("/v1/routes?via=pakistan"))["routes"]![0]!["legs"]![0]!;
        var others = walked["alternatives"]!.AsArray();
        await leg.GetByText($"{others.Count} other relationships").ClickAsync();
        await leg.Locator(".alternatives li summary").First.ClickAsync();

        var evidence = await ReadAsync("/v1/relationships/" + Uri.EscapeDataString(others[0]!.GetValue<string>()));
        await ShowsAsync(leg.Locator(".alternatives .claim").First, evidence["claims"]![0]!);
    }

    private static int WeakestOf(JsonNode route) => route["weakestLeg"]!.GetValue<int>();

    private static int HopsOf(JsonNode route) => route["hops"]!.GetValue<int>();

    private static async Task ShowsAsync(ILocator shown, JsonNode claim)
    {
        string[] texts = [claim.Text("statement"), claim.Text("status"), claim.Text("publisher"), claim.Text("sourceDate")];
        foreach (var text in texts) await Assertions.Expect(shown).ToContainTextAsync(text);
        var link = shown.GetByRole(AriaRole.Link);
        await Assertions.Expect(link).ToHaveAttributeAsync("href", claim.Text("sourceUrl"));
        await Assertions.Expect(link).ToContainTextAsync(claim.Text("sourceTitle"));
    }
}
