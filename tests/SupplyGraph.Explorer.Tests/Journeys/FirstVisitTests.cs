using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SupplyGraph.Explorer.Tests.Browser;

namespace SupplyGraph.Explorer.Tests.Journeys;

/// <summary>Somebody comes for the first time and has asked nothing yet.</summary>
[Collection(SiteCollection.Name)]
public sealed class FirstVisitTests(Site site) : Journey(site)
{
    [BrowserFact]
    public async Task I_see_routes_through_Pakistan_at_once()
    {
        var page = await AskAsync("/");

        await Assertions.Expect(page.Heading("Routes through Pakistan")).ToBeVisibleAsync();
        await Assertions.Expect(page.Routes()).ToHaveCountAsync(10);
        Assert.True(await page.Arcs().CountAsync() >= 10);
        var map = page.GetByRole(AriaRole.Group, new() { Name = "World map" });
        await Assertions.Expect(map).ToHaveAccessibleDescriptionAsync(new Regex("^World map of 10 routes"));
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "API", Exact = true })).ToHaveAttributeAsync("href", "/swagger");
        Assert.Equal("?via=pakistan", page.Question());
        Assert.Equal("Routes through Pakistan · SupplyGraph", await page.TitleAsync());
    }

    [BrowserFact]
    public async Task I_hear_what_was_found_and_can_skip_to_it()
    {
        var page = await AskAsync("/");

        await Assertions.Expect(page.Locator("#news")).ToHaveTextAsync("10 routes, the best China to Pakistan to Japan");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Skip to the answer" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Answer()).ToBeFocusedAsync();
        await Assertions.Expect(page.Heading("Routes through Pakistan")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task The_link_to_the_api_leads_to_its_operations()
    {
        var page = await AskAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "API", Exact = true }).ClickAsync();

        await Assertions.Expect(page.Locator(".opblock").First).ToBeVisibleAsync();
        Assert.Equal("/swagger/index.html", new Uri(page.Url).AbsolutePath);
    }

    [BrowserFact]
    public async Task Each_ready_made_question_has_an_answer()
    {
        var page = await AskAsync("/");
        var questions = page.GetByRole(AriaRole.List, new() { Name = "Ready-made questions" }).GetByRole(AriaRole.Link);

        Assert.True(await questions.CountAsync() >= 3);
        foreach (var question in await questions.AllAsync())
        {
            await question.ClickAsync();
            await page.AnsweredAsync();
            await Assertions.Expect(question).ToHaveAttributeAsync("aria-current", "true");
            await Assertions.Expect(page.Routes().First).ToBeVisibleAsync();
        }
    }

    [BrowserFact]
    public async Task A_server_that_still_fills_its_graph_is_waited_for()
    {
        var page = await OpenAsync("about:blank");
        Expect("status of 503");
        var asked = 0;
        await page.RouteAsync("**/v1/entities?**", route => asked++ > 0 ? route.ContinueAsync() : route.FulfillAsync(new()
        {
            Status = 503,
            ContentType = "application/problem+json",
            Headers = new Dictionary<string, string> { ["retry-after"] = "1" },
            Body = """{"title":"Not ready","status":503,"code":"not_ready","detail":"The graph is being filled."}""",
        }));
        await page.GotoAsync("/");

        await Assertions.Expect(page.Answer().GetByText("The graph is being filled.")).ToBeVisibleAsync();
        await Assertions.Expect(page.Heading("Routes through Pakistan")).ToBeVisibleAsync();
    }
}
