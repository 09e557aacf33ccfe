using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using SupplyGraph.Explorer.Tests.Browser;

namespace SupplyGraph.Explorer.Tests.Journeys;

/// <summary>Somebody wants to know about one country, company or thing.</summary>
[Collection(SiteCollection.Name)]
public sealed class EntityTests(Site site) : Journey(site)
{
    private static readonly string[] Statuses = ["established", "announced", "potential"];

    [BrowserFact]
    public async Task A_country_shows_who_does_what_at_each_stage_and_what_is_missing()
    {
        var page = await AskAsync("/?entity=pakistan");
        var hub = (await ReadAsync("/v1/hubs?country=pakistan&limit=30"))["hubs"]![0]!;
        var work = Section(page, "What it does");

        var stages = hub["stages"]!.AsArray();
        await Assertions.Expect(work.Locator("dt")).ToHaveCountAsync(stages.Count);
        for (var i = 0; i < stages.Count; i++)
        {
            var names = Statuses.SelectMany(status => stages[i]!["companies"]![status]!["items"].Names()).ToList();
            await Assertions.Expect(work.Locator("dd").Nth(i).GetByRole(AriaRole.Link, new() { IncludeHidden = true })).ToHaveTextAsync(names);
        }
        await Assertions.Expect(work.Locator("dt .tag")).ToHaveCountAsync(hub["missing"]!.AsArray().Count);
        await Assertions.Expect(Section(page, "Policies").GetByRole(AriaRole.Link)).ToHaveTextAsync(hub["policies"]!["items"].Names());
        await Assertions.Expect(Section(page, "Whom it supplies").GetByRole(AriaRole.Link)).ToHaveTextAsync(hub["markets"]!["items"].Names());
        await Assertions.Expect(Section(page, "Corridors").GetByRole(AriaRole.Link)).ToHaveTextAsync(hub["corridors"]!["items"].Names());
        await Assertions.Expect(Section(page, "Who supplies it").GetByRole(AriaRole.Link)).Not.ToHaveCountAsync(0);
        await ShowsRoutesThroughAsync(page, "Pakistan", "/v1/routes?via=pakistan&limit=5");
    }

    [BrowserFact]
    public async Task A_company_shows_its_work_its_products_and_whom_it_deals_with()
    {
        var page = await AskAsync("/?entity=catl");
        var suppliers = await ReadAsync("/v1/entities/catl/suppliers?tiers=1&limit=12");
        var customers = await ReadAsync("/v1/entities/catl/customers?tiers=1&limit=12");

        await Assertions.Expect(page.GetByText("company, of China")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Contemporary Amperex Technology Co. Limited")).ToBeVisibleAsync();
        await Assertions.Expect(Section(page, "What it does").Locator("dt").Filter(new() { HasText = "Cells" })).ToBeVisibleAsync();
        await Assertions.Expect(Section(page, "What it does").GetByRole(AriaRole.Link, new() { Name = "Hungary" }).First).ToBeVisibleAsync();
        await Assertions.Expect(Section(page, "What it makes").GetByRole(AriaRole.Link)).Not.ToHaveCountAsync(0);
        await Assertions.Expect(Section(page, "Who supplies it").GetByRole(AriaRole.Link)).ToHaveTextAsync(EntityNames(suppliers));
        await Assertions.Expect(Section(page, "Whom it supplies").GetByRole(AriaRole.Link)).ToHaveTextAsync(EntityNames(customers));
        await Assertions.Expect(Section(page, "Policies in China").GetByRole(AriaRole.Link)).Not.ToHaveCountAsync(0);
        await ShowsRoutesThroughAsync(page, "CATL", "/v1/routes?via=catl&limit=5");
    }

    [BrowserFact]
    public async Task A_component_shows_where_it_is_made_and_by_whom()
    {
        var page = await AskAsync("/?entity=lithium-ion-battery");
        var countries = await ReadAsync("/v1/concentration?component=lithium-ion-battery&by=country&measure=makers");
        var companies = await ReadAsync("/v1/concentration?component=lithium-ion-battery&by=company&measure=makers");

        await Assertions.Expect(Section(page, "Where it is made").GetByRole(AriaRole.Link)).ToHaveTextAsync(countries["shares"].Names().Take(8));
        await Assertions.Expect(Section(page, "Who makes it").GetByRole(AriaRole.Link)).ToHaveTextAsync(companies["shares"].Names().Take(8));
        var index = Math.Round(countries["herfindahlHirschman"]!.GetValue<double>()).ToString("N0", CultureInfo.InvariantCulture);
        await Assertions.Expect(page.GetByText($"Herfindahl-Hirschman index {index} of 10,000")).ToBeVisibleAsync();
        await Assertions.Expect(Section(page, "Routes that begin with it").GetByRole(AriaRole.List).First).ToBeVisibleAsync();
    }

    [BrowserTheory]
    [InlineData("pakistan-nev-policy-2025-2030", "Applies in", "Pakistan")]
    [InlineData("china-pakistan-economic-corridor", "Connects", "China")]
    [InlineData("europe", "Belongs to", "Germany")]
    public async Task Anything_else_shows_what_joins_it_to_others_and_who_says_so(string id, string joint, string other)
    {
        var page = await AskAsync("/?entity=" + id);
        var section = Section(page, joint);
        var joined = section.GetByRole(AriaRole.Listitem).Filter(new() { Has = page.GetByRole(AriaRole.Link, new() { Name = other, Exact = true }) });
        await joined.GetByText("Who says so").ClickAsync();
        await Assertions.Expect(section.Locator(".claim").First).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task I_go_from_a_route_to_a_stop_and_from_there_to_all_its_routes_and_back()
    {
        var page = await AskAsync("/?via=hungary&route=3");
        await page.Routes().Nth(2).GetByRole(AriaRole.Link, new() { Name = "CATL", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Heading("CATL")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "← Back to the answer" })).ToBeVisibleAsync();
        await page.Button("All routes through CATL").ClickAsync();
        await Assertions.Expect(page.Heading("Routes through CATL")).ToBeVisibleAsync();
        await page.GoBackAsync();
        await Assertions.Expect(page.Heading("CATL")).ToBeVisibleAsync();
        await page.GoBackAsync();
        await Assertions.Expect(page.Heading("Routes through Hungary")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task I_open_a_country_from_the_map()
    {
        var page = await AskAsync("/");
        await page.Button("The whole world").ClickAsync();
        await page.Locator("svg.map .land path[data-id=brazil]").ClickAsync();
        await Assertions.Expect(page.Heading("Brazil")).ToBeVisibleAsync();
        Assert.Contains("entity=brazil", page.Question(), StringComparison.Ordinal);
    }

    private static ILocator Section(IPage page, string heading) =>
        page.Answer().Locator("section").Filter(new() { Has = page.Heading(heading) });

    private static IEnumerable<string> EntityNames(JsonNode page) => page["items"]!.AsArray().Select(item => item!["entity"].Text("name"));

    private async Task ShowsRoutesThroughAsync(IPage page, string name, string question)
    {
        var answer = (await ReadAsync(question))["routes"]!.AsArray();
        var list = page.GetByRole(AriaRole.List, new() { Name = $"Routes through {name}" });
        await Assertions.Expect(list.Locator(".stops")).ToHaveTextAsync(answer.Stops());
        Assert.True(await page.Arcs().CountAsync() > 0);
    }
}
