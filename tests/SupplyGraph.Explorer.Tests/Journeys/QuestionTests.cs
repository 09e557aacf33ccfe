using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SupplyGraph.Explorer.Tests.Browser;

namespace SupplyGraph.Explorer.Tests.Journeys;

/// <summary>Somebody asks with a mouse, misspells, forgets, and narrows.</summary>
[Collection(SiteCollection.Name)]
public sealed class QuestionTests(Site site) : Journey(site)
{
    [BrowserFact]
    public async Task I_ask_by_mouse_alone_but_for_the_letters()
    {
        var page = await AskAsync("/");
        await page.Button("Remove Pakistan").ClickAsync();
        await Assertions.Expect(page.Chosen("Through")).ToHaveCountAsync(0);
        await page.Field("Through").ClickAsync();
        await page.Keyboard.TypeAsync("moroc");
        await page.Offered("Through").Filter(new() { HasText = "Moroccocountry" }).ClickAsync();
        await Assertions.Expect(page.Chosen("Through")).ToContainTextAsync(["Morocco"]);
        await page.PressAndWaitAsync("Find routes");

        await Assertions.Expect(page.Heading("Routes through Morocco")).ToBeVisibleAsync();
        Assert.Equal("?via=morocco", page.Question());
    }

    [BrowserFact]
    public async Task A_name_that_I_misspell_is_put_right_by_what_is_suggested()
    {
        var page = await AskAsync("/?from=byd");
        Expect("status of 400");
        await page.Field("Through").FillAsync("Hungarry");
        await page.Offered("Through").First.WaitForAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.PressAndWaitAsync("Find routes");

        await Assertions.Expect(page.GetByText("No such name. Did you mean")).ToBeVisibleAsync();
        await page.FitsAsync("misspelt");
        await page.Button("Hungary").ClickAsync();
        await Assertions.Expect(page.Chosen("Through")).ToHaveTextAsync(["Hungary×"]);
        await page.PressAndWaitAsync("Find routes");
        await Assertions.Expect(page.Heading("Routes from BYD through Hungary")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Asking_nothing_tells_me_what_to_do()
    {
        var page = await AskAsync("/");
        await page.Button("Clear").ClickAsync();
        await page.Button("Find routes").ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Name at least one place");
        await Assertions.Expect(page.Field("Through")).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task Filters_reach_the_address_and_the_answer()
    {
        var page = await AskAsync("/");
        await page.GetByText("Filters", new() { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "established" }).CheckAsync();
        await page.GetByLabel("Confidence of at least").FillAsync("0.9");
        await page.GetByLabel("As of").FillAsync("2024-01-01");
        await page.GetByLabel("Legs at most").FillAsync("3");
        await page.GetByLabel("Routes at most").FillAsync("7");
        await page.PressAndWaitAsync("Find routes");

        const string asked = "?via=pakistan&status=established&minConfidence=0.9&asOf=2024-01-01&maxHops=3&limit=7";
        Assert.Equal(asked, page.Question());
        var answer = (await ReadAsync("/v1/routes" + asked))["routes"]!.AsArray();
        var unfiltered = (await ReadAsync("/v1/routes?via=pakistan&limit=7"))["routes"]!.AsArray();
        Assert.NotEqual(unfiltered.ToJsonString(), answer.ToJsonString());
        await Assertions.Expect(page.Routes().Locator(".stops")).ToHaveTextAsync(answer.Stops());
        await Assertions.Expect(page.Routes().Locator(".measure .value")).ToHaveTextAsync(answer.Select(route => route!["plausibility"].Share()));

        await page.ReloadAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "established" })).ToBeCheckedAsync();
        await Assertions.Expect(page.GetByLabel("As of")).ToHaveValueAsync("2024-01-01");
        await Assertions.Expect(page.GetByLabel("Legs at most")).ToHaveValueAsync("3");
    }

    [BrowserFact]
    public async Task A_filter_that_the_server_refuses_says_so_beside_its_field()
    {
        var page = await AskAsync("/");
        Expect("status of 400");
        await page.GetByText("Filters", new() { Exact = true }).ClickAsync();
        await page.GetByLabel("Legs at most").FillAsync("99");
        await page.PressAndWaitAsync("Find routes");

        await Assertions.Expect(page.GetByLabel("Legs at most")).ToHaveAccessibleDescriptionAsync(new Regex("12"));
    }
}
