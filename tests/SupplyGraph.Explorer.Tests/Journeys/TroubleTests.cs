using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SupplyGraph.Analysis.Routes;
using SupplyGraph.Api.Tests;
using SupplyGraph.Explorer.Tests.Browser;

namespace SupplyGraph.Explorer.Tests.Journeys;

/// <summary>Somebody gets no answer, or not all of it.</summary>
[Collection(SiteCollection.Name)]
public sealed partial class TroubleTests(Site site) : Journey(site)
{
    [BrowserFact]
    public async Task Where_there_is_no_route_I_see_why_and_go_on_to_a_question_that_has_one()
    {
        const string question = "?from=byd&to=chile&status=potential&maxHops=1";
        var page = await AskAsync("/" + question);
        var obstacle = (await ReadAsync("/v1/routes" + question))["obstacle"].Text("message");

        await Assertions.Expect(page.Answer()).ToContainTextAsync(obstacle);
        await Assertions.Expect(page.Locator("#news")).ToHaveTextAsync("No such route");
        await Assertions.Expect(page.Arcs()).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Link, new() { Name = "Take announced and potential relationships too" }).ClickAsync();
        await Assertions.Expect(page.Routes().First.Locator(".stops")).ToHaveTextAsync("BYD → Chile");
    }

    [BrowserFact]
    public async Task Where_more_legs_help_I_am_offered_as_many_as_it_takes()
    {
        var page = await AskAsync("/?from=byd&to=chile&status=potential&maxHops=1");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = Legs() }).ClickAsync();
        await page.AnsweredAsync();
        Assert.Contains("maxHops=6", page.Question(), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Where_nothing_joins_two_places_I_am_not_sent_to_more_legs_in_vain()
    {
        var page = await AskAsync("/?from=tanzania&to=chile");
        await Assertions.Expect(page.Heading("No such route")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { NameRegex = Legs() })).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Link, new() { Name = "Let them begin anywhere" }).ClickAsync();
        await Assertions.Expect(page.Heading("Routes to Chile")).ToBeVisibleAsync();
        await Assertions.Expect(page.Routes()).Not.ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task A_search_that_was_stopped_says_so_and_offers_less()
    {
        await using var hasty = await Server.StartAsync(SmallGraph.Folder, services => services.AddSingleton(new Budget(1, TimeSpan.FromMinutes(2))));
        var page = await AskAsync("/?via=byd", server: hasty.Address);

        await Assertions.Expect(page.GetByText("The search was stopped by its limit of effort.")).ToBeVisibleAsync();
        await page.FitsAsync("stopped");
        await page.GetByRole(AriaRole.Link, new() { Name = "Ask with at most 5 legs" }).ClickAsync();
        await page.AnsweredAsync();
        Assert.Equal("?via=byd&maxHops=5", page.Question());
    }

    [BrowserFact]
    public async Task When_the_server_is_away_I_try_again_once_it_is_back()
    {
        var page = await AskAsync("/");
        Expect("ERR_INTERNET_DISCONNECTED");
        await page.Context.SetOfflineAsync(true);
        await page.GetByRole(AriaRole.Link, new() { Name = "Through Hungary" }).ClickAsync();

        var alert = page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "The server cannot be reached" });
        await Assertions.Expect(alert).ToBeVisibleAsync();
        await page.FitsAsync("unreachable");
        await page.PressAndWaitAsync("Try again");
        await Assertions.Expect(alert).ToBeVisibleAsync();
        await page.Context.SetOfflineAsync(false);
        await page.PressAndWaitAsync("Try again");
        await Assertions.Expect(page.Heading("Routes through Hungary")).ToBeVisibleAsync();
        await Assertions.Expect(page.Routes()).ToHaveCountAsync(10);
    }

    [BrowserFact]
    public async Task When_the_page_cannot_even_open_its_graph_I_try_again()
    {
        var page = await OpenAsync("about:blank");
        Expect("ERR_FAILED");
        await page.RouteAsync("**/v1/entities?**", route => route.AbortAsync());
        await page.GotoAsync("/");
        await Assertions.Expect(page.GetByText("The server cannot be reached")).ToBeVisibleAsync();
        await page.UnrouteAllAsync();
        await page.PressAndWaitAsync("Try again");
        await Assertions.Expect(page.Heading("Routes through Pakistan")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Somebody_whom_the_graph_does_not_know_is_not_found()
    {
        var page = await AskAsync("/?entity=nobody-of-that-name");
        Expect("status of 404");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("nobody-of-that-name");
    }

    [GeneratedRegex(@"^Allow \d+ legs$")]
    private static partial Regex Legs();
}
