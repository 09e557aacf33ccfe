using Microsoft.Playwright;
using SupplyGraph.Explorer.Tests.Browser;

namespace SupplyGraph.Explorer.Tests.Journeys;

/// <summary>Somebody assumes what is not, or not yet.</summary>
[Collection(SiteCollection.Name)]
public sealed class WhatIfTests(Site site) : Journey(site)
{
    [BrowserFact]
    public async Task Striking_out_a_stop_shows_before_and_after_until_nothing_is_assumed()
    {
        var page = await AskAsync("/");
        var route = await page.Routes().Nth(4).OpenedAsync();
        await Assertions.Expect(route.Locator(".steps .stop > a")).ToHaveTextAsync(["Honda", "Honda Atlas Cars", "Japan"]);
        await route.GetByRole(AriaRole.Button, new() { Name = "Strike out Honda Atlas Cars" }).ClickAsync();

        var before = Side(page, "As it is").Routes();
        await Assertions.Expect(before.Nth(4)).ToContainTextAsync("gone");
        await Assertions.Expect(before.Nth(4).Locator(".stops")).ToHaveTextAsync("Honda → Honda Atlas Cars → Japan");
        var after = Side(page, "As assumed").Routes();
        await Assertions.Expect(after).ToHaveCountAsync(10);
        Assert.DoesNotContain(await after.Locator(".stops").AllTextContentsAsync(), stops => stops.Contains("Honda Atlas Cars", StringComparison.Ordinal));
        await Assertions.Expect(after.Filter(new() { HasText = "was number 11" })).Not.ToHaveCountAsync(0);
        Assert.Equal("?via=pakistan&remove=honda-atlas-cars", page.Question());
        await Assertions.Expect(page.Locator("svg.map .arc.lost")).Not.ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByText("Honda Atlas Cars is no more")).ToBeVisibleAsync();

        await page.ReloadAsync();
        await Assertions.Expect(before.Nth(4)).ToContainTextAsync("gone");
        await page.PressAndWaitAsync("Assume nothing");
        await Assertions.Expect(Side(page, "As it is")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Routes().Nth(4).Locator(".stops")).ToHaveTextAsync("Honda → Honda Atlas Cars → Japan");
        Assert.Equal("?via=pakistan", page.Question());
    }

    [BrowserFact]
    public async Task An_announced_leg_that_is_established_lifts_its_route()
    {
        var page = await AskAsync("/?via=hungary&route=3");
        var route = page.Routes().Nth(2);
        await route.Locator(".leg > summary").First.ClickAsync();
        await route.GetByRole(AriaRole.Button, new() { Name = "What if it were established?" }).ClickAsync();

        var lifted = Side(page, "As assumed").Routes().Filter(new() { HasText = "CATL → Hungary → Germany" });
        await Assertions.Expect(lifted.Locator(".remark")).ToHaveTextAsync("up from 0.485");
        await Assertions.Expect(lifted.Locator("> details > summary > .status")).ToHaveTextAsync("established");
        await Assertions.Expect(lifted.Locator("> details > summary > .rank")).ToHaveTextAsync("1");
    }

    [BrowserFact]
    public async Task A_leg_that_is_not_there_takes_its_routes_along()
    {
        var page = await AskAsync("/?from=sk-on&via=hungary&to=germany&route=1");
        var route = page.Routes().First;
        var stops = await route.Locator(".stops").TextContentAsync();
        await route.Locator(".leg > summary").First.ClickAsync();
        await route.GetByRole(AriaRole.Button, new() { Name = "What if it were not there?" }).First.ClickAsync();

        await Assertions.Expect(page.GetByText("not: SK On works in Hungary")).ToBeVisibleAsync();
        Assert.StartsWith("?from=sk-on&to=germany&via=hungary&cut=operates_in~sk-on~hungary~", page.Question(), StringComparison.Ordinal);
        var remark = Side(page, "As it is").Routes().First;
        await Assertions.Expect(remark.Locator(".stops")).ToHaveTextAsync(stops!);
        await Assertions.Expect(page.Locator(".change")).Not.ToBeEmptyAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^No longer assume: not: SK On") }).ClickAsync();
        await Assertions.Expect(Side(page, "As it is")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task A_claim_of_my_own_makes_a_route_that_was_not_there()
    {
        var page = await AskAsync("/?via=pakistan&to=germany");
        await page.GetByText("What if …").ClickAsync();
        await page.GetByText("Assume a claim").ClickAsync();
        await page.GetByLabel("Does").SelectOptionAsync("exports to");
        await ChooseAsync(page, "Who", "Pakistan");
        await ChooseAsync(page, "Whom", "Germany");
        await page.FitsAsync("claim-form");
        await page.Button("Assume it").ClickAsync();
        await Assertions.Expect(page.GetByText("Say what.")).ToBeVisibleAsync();
        await ChooseAsync(page, "What", "battery electric vehicle");
        await page.PressAndWaitAsync("Assume it");

        var made = Side(page, "As assumed").Routes().Filter(new() { HasText = "China → Pakistan → Germany" });
        await Assertions.Expect(made.Locator(".remark")).ToHaveTextAsync("new");
        await Assertions.Expect(Side(page, "As it is").Routes().Filter(new() { HasText = "China → Pakistan → Germany" })).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByText("established: Pakistan exports to Germany, battery electric vehicle")).ToBeVisibleAsync();
        await made.OpenedAsync();
        await made.Locator(".leg > summary").Nth(1).ClickAsync();
        await Assertions.Expect(made.GetByText("Assumed in this scenario; no source states it.")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Where_there_was_no_route_an_assumed_claim_shows_one_beside_the_obstacle()
    {
        var page = await AskAsync("/?from=tanzania&to=chile&claim=exports_to~tanzania~chile~lithium~~");

        await Assertions.Expect(Side(page, "As it is").GetByText("No such route")).ToBeVisibleAsync();
        await Assertions.Expect(Side(page, "As assumed").Routes().Locator(".stops")).ToHaveTextAsync(["Tanzania → Chile"]);
        await Assertions.Expect(page.GetByText("0 routes gone, 1 new.")).ToBeVisibleAsync();
    }

    private static ILocator Side(IPage page, string name) => page.GetByRole(AriaRole.Region, new() { Name = name, Exact = true });

    private static async Task ChooseAsync(IPage page, string field, string name)
    {
        await page.Field(field).PressSequentiallyAsync(name);
        await page.Offered(field).Filter(new() { HasTextRegex = new($"^{name}(country|component)") }).ClickAsync();
        await Assertions.Expect(page.Chosen(field)).ToContainTextAsync([name]);
    }
}
