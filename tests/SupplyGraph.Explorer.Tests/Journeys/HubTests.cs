using Microsoft.Playwright;
using SupplyGraph.Explorer.Tests.Browser;

namespace SupplyGraph.Explorer.Tests.Journeys;

/// <summary>Somebody compares countries.</summary>
[Collection(SiteCollection.Name)]
public sealed class HubTests(Site site) : Journey(site)
{
    [BrowserFact]
    public async Task I_compare_countries_stage_by_stage_and_see_what_each_misses()
    {
        var page = await AskAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Hubs", Exact = true }).ClickAsync();
        await page.AnsweredAsync();
        await page.Field("Countries").PressSequentiallyAsync("moroc");
        await page.Offered("Countries").Filter(new() { HasText = "Moroccocountry" }).ClickAsync();
        await page.PressAndWaitAsync("Compare");

        const string countries = "country=pakistan&country=thailand&country=vietnam&country=indonesia&country=morocco";
        Assert.Contains(countries, page.Question(), StringComparison.Ordinal);
        var hubs = (await ReadAsync("/v1/hubs?limit=20&" + countries))["hubs"]!.AsArray();
        var table = page.GetByRole(AriaRole.Table);
        await Assertions.Expect(table.GetByRole(AriaRole.Columnheader)).ToHaveTextAsync(["Stage", .. hubs.Select(hub => hub!["country"].Text("name"))]);
        await Assertions.Expect(table.Locator(".missing .tag")).ToHaveCountAsync(hubs.Sum(hub => hub!["missing"]!.AsArray().Count));

        var mining = table.GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByRole(AriaRole.Rowheader, new() { Name = "Mining", Exact = true }) });
        var companies = hubs[0]!["stages"]!.AsArray().Single(stage => stage.Text("stage") == "mining")!["companies"]!;
        var figures = mining.GetByRole(AriaRole.Cell).First.Locator(".figure");
        string[] statuses = ["established", "announced", "potential"];
        await Assertions.Expect(figures).ToHaveTextAsync(statuses.Select(status => $"{status}: {companies[status]!["count"]}"));
        await figures.First.ClickAsync();
        var names = statuses.SelectMany(status => companies[status]!["items"].Names());
        await Assertions.Expect(mining.GetByRole(AriaRole.Cell).First.GetByRole(AriaRole.Link)).ToHaveTextAsync(names);
    }

    [BrowserFact]
    public async Task I_see_who_could_bring_what_a_country_misses()
    {
        var page = await AskAsync("/?view=hubs&country=pakistan&country=hungary");
        await page.Locator(".opportunities > summary").Filter(new() { HasText = "Pakistan" }).ClickAsync();
        var panel = page.Locator(".opportunities").First;
        var stages = (await ReadAsync("/v1/countries/pakistan/opportunities?limit=3"))["stages"]!.AsArray();

        await Assertions.Expect(panel.GetByRole(AriaRole.Heading)).ToHaveCountAsync(stages.Count);
        var first = panel.Locator("section").First;
        await Assertions.Expect(first.GetByRole(AriaRole.Link)).ToHaveTextAsync(stages[0]!["companies"].Names());
        await Assertions.Expect(first.Locator(".value")).ToHaveTextAsync(stages[0]!["companies"]!.AsArray().Select(company => company!["nearness"].Share()));
        await panel.GetByRole(AriaRole.Link).First.ClickAsync();
        await Assertions.Expect(page.Heading(stages[0]!["companies"].Names()[0])).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task A_country_that_nobody_knows_is_refused_beside_its_field()
    {
        var page = await AskAsync("/?view=hubs&country=pakistan");
        Expect("status of 400");
        await page.Field("Countries").FillAsync("Atlantis-on-Sea");
        await page.PressAndWaitAsync("Compare");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Atlantis-on-Sea" })).ToBeVisibleAsync();
    }
}
