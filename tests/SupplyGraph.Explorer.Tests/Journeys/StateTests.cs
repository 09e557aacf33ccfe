using Microsoft.Playwright;
using SupplyGraph.Explorer.Tests.Browser;

namespace SupplyGraph.Explorer.Tests.Journeys;

/// <summary>All that the page shows, to people with other eyes, hands and screens.</summary>
[Collection(SiteCollection.Name)]
public sealed class StateTests(Site site) : Journey(site)
{
    private static readonly Screen Desk = new(1440, 900), Pocket = new(360, 740, Dark: true), Wall = new(3840, 2160), Calm = new(Still: true);

    private const string Choke = "/?view=chokepoints&from=byd&to=germany&component=lithium-ion-battery";

    /// <summary>A name, an address, and what is opened there.</summary>
    public static TheoryData<string, string, string[]> States { get; } = new()
    {
        { "routes", "/", [] },
        { "route-opened", "/?via=pakistan&route=1", [".leg > summary", ".alternatives > summary"] },
        { "question-with-filters", "/?via=hungary&to=germany&status=established&status=announced&minConfidence=0.5", [".take-away > summary"] },
        { "compared", "/?via=pakistan&remove=honda-atlas-cars&route=1", [] },
        { "no-route", "/?from=byd&to=chile&status=potential&maxHops=1", [] },
        { "chokepoints", Choke, [".chokepoints summary"] },
        { "hubs", "/?view=hubs", ["td summary", ".opportunities > summary"] },
        { "country", "/?entity=pakistan", [".opportunities > summary"] },
        { "company", "/?entity=catl", [] },
        { "component", "/?entity=lithium-ion-battery", [] },
        { "policy", "/?entity=pakistan-nev-policy-2025-2030", [".proof > summary"] },
        { "corridor", "/?entity=china-pakistan-economic-corridor", [] },
    };

    [BrowserTheory]
    [MemberData(nameof(States))]
    public async Task Nothing_bars_me_on_a_desk_in_the_light_or_on_a_small_phone_in_the_dark(string state, string address, string[] opened)
    {
        var page = await AskAsync(address, Desk);
        foreach (var part in opened)
        {
            await page.Answer().Locator(part).First.ClickAsync();
            await Assertions.Expect(page.Answer().Locator(".loading")).ToHaveCountAsync(0);
        }
        await page.FitsAsync(state);
        await Pocket.ShowAsync(page);
        await page.FitsAsync(state);
    }

    [BrowserFact]
    public async Task On_a_desk_the_page_itself_stays_where_it_is_and_its_parts_scroll()
    {
        var page = await AskAsync("/?via=pakistan&route=10", Desk);
        await page.Routes().Last.Locator(".leg > summary").Last.ClickAsync();
        await page.Locator(".claim").First.WaitForAsync();
        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollHeight - innerHeight"));
    }

    [BrowserFact]
    public async Task On_a_wall_the_letters_grow()
    {
        var wall = await AskAsync("/", Wall);
        var desk = await AskAsync("/", Desk);
        const string size = "parseFloat(getComputedStyle(document.documentElement).fontSize)";
        Assert.Equal(16, await desk.EvaluateAsync<double>(size), 0.5);
        Assert.True(await wall.EvaluateAsync<double>(size) > 20);
        await wall.FitsAsync("routes");
    }

    [BrowserFact]
    public async Task Nothing_moves_for_those_who_asked_for_rest()
    {
        foreach (var (screen, moves) in new[] { (Desk, true), (Calm, false) })
        {
            var page = await AskAsync("/", screen);
            await page.Routes().First.HoverAsync();
            await Assertions.Expect(page.Locator("svg.map .arc.on")).Not.ToHaveCountAsync(0);
            Assert.Equal(moves, await page.EvaluateAsync<int>("document.getAnimations().length") > 0);
        }
    }
}
