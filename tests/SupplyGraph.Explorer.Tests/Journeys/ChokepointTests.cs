using Microsoft.Playwright;
using SupplyGraph.Explorer.Tests.Browser;

namespace SupplyGraph.Explorer.Tests.Journeys;

/// <summary>Somebody asks what routes hang on.</summary>
[Collection(SiteCollection.Name)]
public sealed class ChokepointTests(Site site) : Journey(site)
{
    private const string Question = "from=byd&to=germany&component=lithium-ion-battery";

    [BrowserFact]
    public async Task I_see_what_routes_hang_on_the_worst_first_as_the_api_ranks_it()
    {
        var page = await AskAsync("/?" + Question);
        await page.GetByRole(AriaRole.Link, new() { Name = "Chokepoints", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Heading("Chokepoints: Routes of lithium-ion battery from BYD to Germany")).ToBeVisibleAsync();
        var answer = await ReadAsync("/v1/chokepoints?top=10&" + Question);
        string[] kinds = ["companies", "countries", "corridors", "components"];
        var worst = kinds.SelectMany(kind => answer[kind]!["items"]!.AsArray()).Where(item => item!["criticality"]!.GetValue<double>() > 0)
            .OrderByDescending(item => item!["criticality"]!.GetValue<double>()).ToList();

        var list = page.GetByRole(AriaRole.List, new() { Name = "Chokepoints, the worst first" });
        await Assertions.Expect(list.Locator(".stops")).ToHaveTextAsync(worst.Select(item => item!["entity"].Text("name")));
        await Assertions.Expect(list.Locator(".measure .value")).ToHaveTextAsync(worst.Select(item => item!["criticality"].Share()));
    }

    [BrowserFact]
    public async Task Pointing_at_a_chokepoint_lifts_its_place_and_what_it_hits_worst()
    {
        var page = await AskAsync($"/?view=chokepoints&{Question}");
        await page.Locator(".chokepoints > li").Filter(new() { HasText = "China" }).First.HoverAsync();

        await Assertions.Expect(page.Locator("svg.map .mark.on[data-id=china]")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("svg.map .land path.on[data-id=china]")).ToHaveCountAsync(1);
        Assert.All(await page.Locator("svg.map .arc.on").RanksAsync(), ranks => Assert.Contains(1, ranks));
        await page.Heading("Chokepoints: Routes of lithium-ion battery from BYD to Germany").HoverAsync();
        await Assertions.Expect(page.Locator("svg.map .on")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task I_go_from_a_chokepoint_to_the_routes_without_it()
    {
        var page = await AskAsync($"/?view=chokepoints&{Question}");
        await page.Locator(".chokepoints summary").First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "The routes without it" }).First.ClickAsync();

        await Assertions.Expect(page.GetByText("China is no more")).ToBeVisibleAsync();
        Assert.Contains("remove=china", page.Question(), StringComparison.Ordinal);
    }
}
