using Microsoft.Playwright;
using SupplyGraph.Explorer.Tests.Browser;

namespace SupplyGraph.Explorer.Tests.Journeys;

/// <summary>Somebody looks at the map, by hand and by keyboard.</summary>
[Collection(SiteCollection.Name)]
public sealed class MapTests(Site site) : Journey(site)
{
    [BrowserFact]
    public async Task Pointing_at_a_route_lifts_its_lines_and_no_others()
    {
        var page = await AskAsync("/");
        await page.Routes().Nth(4).HoverAsync();

        var ranks = await page.Arcs().RanksAsync();
        var lifted = await page.Arcs().EvaluateAllAsync<bool[]>("all => all.map(arc => arc.classList.contains('on'))");
        Assert.Contains(true, lifted);
        Assert.Equal(ranks.Select(of => of.Contains(5)), lifted);
        await page.Heading("Routes through Pakistan").HoverAsync();
        await Assertions.Expect(page.Locator("svg.map .arc.on")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task Pointing_at_a_line_says_what_it_is_and_marks_its_routes()
    {
        var page = await AskAsync("/");
        var inside = await page.Arcs().Last.Locator(".line").First.EvaluateAsync<float[]>(
            "line => { const at = line.getPointAtLength(line.getTotalLength() * .35).matrixTransform(line.getScreenCTM()); return [at.x, at.y]; }");
        await page.Mouse.MoveAsync(inside[0], inside[1]);

        var told = page.Locator("#map .hint");
        await Assertions.Expect(told).ToContainTextAsync("plausibility");
        var pointed = page.Locator($"svg.map .arc[aria-label=\"{await told.TextContentAsync()}\"]").First;
        Assert.Equal(Assert.Single(await pointed.RanksAsync()), await MarkedAsync(page));
    }

    [BrowserFact]
    public async Task I_walk_over_the_lines_by_keyboard_and_open_a_route_from_one()
    {
        var page = await AskAsync("/");
        await page.GetByRole(AriaRole.Group, new() { Name = "World map" }).FocusAsync();
        await page.Keyboard.PressAsync("Tab");
        // The most plausible lies on top of the others, last.
        await Assertions.Expect(page.Arcs().Last).ToBeFocusedAsync();
        Assert.Equal(Assert.Single(await page.Arcs().Last.RanksAsync()), await MarkedAsync(page));

        await page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(page.Arcs().First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowRight");
        var second = page.Arcs().Nth(-2);
        await Assertions.Expect(second).ToBeFocusedAsync();
        var ranks = Assert.Single(await second.RanksAsync());
        Assert.Equal(ranks, await MarkedAsync(page));
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Routes().Nth(ranks[0] - 1).Locator(".explanation")).ToBeVisibleAsync();
        await Assertions.Expect(page.Routes().Nth(ranks[0] - 1).Locator("> details > summary")).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task I_come_closer_and_see_the_whole_world_again_by_buttons_and_by_keys()
    {
        var page = await AskAsync("/");
        var first = await WidthAsync(page);
        await page.Button("Closer").ClickAsync();
        var closer = await WidthAsync(page);
        Assert.Equal(first / 1.5, closer, 0.5);
        await page.Button("Wider").ClickAsync();
        Assert.Equal(first, await WidthAsync(page), 0.5);
        await page.Button("The whole world").ClickAsync();
        var whole = await WidthAsync(page);
        Assert.True(whole >= 1000);

        await page.GetByRole(AriaRole.Group, new() { Name = "World map" }).FocusAsync();
        await page.Keyboard.PressAsync("+");
        await page.Keyboard.PressAsync("+");
        Assert.Equal(whole / 2.25, await WidthAsync(page), 0.5);
        var left = (await SeenAsync(page))[0];
        await page.Keyboard.PressAsync("ArrowRight");
        Assert.True((await SeenAsync(page))[0] > left);
        await page.Keyboard.PressAsync("-");
        Assert.Equal(whole / 1.5, await WidthAsync(page), 0.5);
        await page.Keyboard.PressAsync("0");
        Assert.Equal(whole, await WidthAsync(page), 0.5);
    }

    [BrowserFact]
    public async Task Lines_are_dashed_where_nothing_is_established_yet_and_only_there()
    {
        var page = await AskAsync("/?via=hungary");
        var routes = (await ReadAsync("/v1/routes?via=hungary"))["routes"]!.AsArray();
        var legs = routes.Select(route => route!["legs"]!.AsArray().Select(leg => leg.Text("status")).ToHashSet()).ToList();
        var ranks = await page.Arcs().RanksAsync();
        var dashed = await page.Arcs().EvaluateAllAsync<bool[]>("all => all.map(arc => arc.querySelector('.line').hasAttribute('stroke-dasharray'))");
        var labels = await page.Arcs().EvaluateAllAsync<string[]>("all => all.map(arc => arc.getAttribute('aria-label'))");

        Assert.Contains(true, dashed);
        Assert.Contains(false, dashed);
        for (var i = 0; i < dashed.Length; i++)
        {
            Assert.Equal(dashed[i], !labels[i].Contains("· established ·", StringComparison.Ordinal));
            Assert.All(ranks[i], rank => Assert.Contains(legs[rank - 1], status => status != "established" == dashed[i]));
        }
        // Each leg that is not established is on the map, unless it stays in one place.
        Assert.Equal([3, 4, 6, 7, 9, 10], ranks.Where((_, i) => dashed[i]).SelectMany(of => of).Distinct().Order());
    }

    [BrowserFact]
    public async Task The_legend_names_the_families_that_are_drawn_and_no_others()
    {
        var page = await AskAsync("/?via=hungary");
        var names = new Dictionary<string, string>
        {
            ["materials"] = "Materials",
            ["batteries"] = "Batteries",
            ["drives"] = "Motors and electronics",
            ["software"] = "Software",
            ["vehicles"] = "Vehicles",
            ["services"] = "Charging and recycling",
            ["parts"] = "Other parts",
            ["unnamed"] = "No component named",
        };
        var drawn = await page.Arcs().EvaluateAllAsync<string[]>(
            "all => all.map(arc => [...arc.classList].find(name => name.startsWith('family-')).slice(7))");
        var legend = await page.Locator(".legend li").AllTextContentsAsync();

        Assert.Equal(drawn.Distinct().Select(family => names[family]).Order(), legend.Where(names.ContainsValue).Order());
        Assert.Contains("announced", legend);
        Assert.DoesNotContain("potential", legend);
    }

    private static async Task<int[]> MarkedAsync(IPage page) =>
        await page.Locator(".route.on").EvaluateAllAsync<int[]>("all => all.map(route => Number(route.dataset.rank))");

    private static async Task<double[]> SeenAsync(IPage page) =>
        await page.Locator("svg.map").EvaluateAsync<double[]>("map => map.getAttribute('viewBox').split(' ').map(Number)");

    private static async Task<double> WidthAsync(IPage page) => (await SeenAsync(page))[2];
}
