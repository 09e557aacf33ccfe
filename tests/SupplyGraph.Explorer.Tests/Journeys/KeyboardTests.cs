using Microsoft.Playwright;
using SupplyGraph.Explorer.Tests.Browser;

namespace SupplyGraph.Explorer.Tests.Journeys;

/// <summary>Somebody asks without a mouse.</summary>
[Collection(SiteCollection.Name)]
public sealed class KeyboardTests(Site site) : Journey(site)
{
    [BrowserFact]
    public async Task I_ask_by_keyboard_alone()
    {
        var page = await AskAsync("/");
        var through = page.Field("Through");
        await through.FocusAsync();
        await page.Keyboard.PressAsync("Backspace");
        await Assertions.Expect(page.Chosen("Through")).ToHaveCountAsync(0);

        await TypeAsync(page, "Through", "hung");
        await Assertions.Expect(page.Offered("Through").First).ToHaveAttributeAsync("aria-selected", "true");
        await page.FitsAsync("look-ahead");
        await ChooseAsync(page, "Through", "Hungary");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Field("To")).ToBeFocusedAsync();
        await TypeAsync(page, "To", "germ");
        await ChooseAsync(page, "To", "Germany");
        await TypeAsync(page, "To", "pola");
        await ChooseAsync(page, "To", "Poland");
        await Assertions.Expect(page.Chosen("To")).ToHaveTextAsync(["Germany×", "Poland×"]);
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Heading("Routes through Hungary to Germany or Poland")).ToBeVisibleAsync();
        Assert.Equal("?to=germany&to=poland&via=hungary", page.Question());
        await Assertions.Expect(page.Answer()).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task I_walk_through_what_is_offered_and_away_from_it()
    {
        var page = await AskAsync("/");
        await TypeAsync(page, "From", "byd");
        var offered = page.Offered("From");
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(offered.Nth(1)).ToHaveAttributeAsync("aria-selected", "true");
        var active = await page.Field("From").GetAttributeAsync("aria-activedescendant");
        Assert.Equal(await offered.Nth(1).GetAttributeAsync("id"), active);
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(offered.Last).ToHaveAttributeAsync("aria-selected", "true");

        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(offered).ToHaveCountAsync(0);
        await Assertions.Expect(page.Field("From")).ToHaveAttributeAsync("aria-expanded", "false");
        await Assertions.Expect(page.Field("From")).ToHaveValueAsync("byd");
        await Assertions.Expect(page.Chosen("From")).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Heading("Routes from BYD through Pakistan")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task The_address_brings_a_question_back()
    {
        var page = await AskAsync("/?to=europe&component=graphite&avoid=china");
        await Assertions.Expect(page.Heading("Routes of graphite to Europe, avoiding China")).ToBeVisibleAsync();
        var stops = await page.Routes().Locator(".stops").AllTextContentsAsync();
        await page.ReloadAsync();
        await Assertions.Expect(page.Routes().Locator(".stops")).ToHaveTextAsync(stops);
        await Assertions.Expect(page.Chosen("Component")).ToContainTextAsync(["graphite"]);

        await page.Field("Through").FocusAsync();
        await TypeAsync(page, "Through", "thail");
        await ChooseAsync(page, "Through", "Thailand");
        await page.PressAndWaitAsync("Find routes");
        await Assertions.Expect(page.Heading("Routes of graphite through Thailand to Europe, avoiding China")).ToBeVisibleAsync();

        await page.GoBackAsync();
        await Assertions.Expect(page.Heading("Routes of graphite to Europe, avoiding China")).ToBeVisibleAsync();
        await Assertions.Expect(page.Chosen("Through")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Chosen("Avoiding")).ToContainTextAsync(["China"]);
        await Assertions.Expect(page.Routes().Locator(".stops")).ToHaveTextAsync(stops);
        await page.GoForwardAsync();
        await Assertions.Expect(page.Chosen("Through")).ToContainTextAsync(["Thailand"]);
    }

    private static async Task TypeAsync(IPage page, string field, string text)
    {
        await page.Field(field).PressSequentiallyAsync(text);
        await Assertions.Expect(page.Field(field)).ToHaveAttributeAsync("aria-expanded", "true");
    }

    /// <summary>Goes down to what is wanted and takes it.</summary>
    private static async Task ChooseAsync(IPage page, string field, string name)
    {
        var wanted = page.Offered(field).Filter(new() { HasTextRegex = new($"^{name}(country|$)") });
        await Assertions.Expect(wanted).ToBeVisibleAsync();
        for (var left = 8; left > 0 && await wanted.GetAttributeAsync("aria-selected") != "true"; left--) await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Chosen(field).Last).ToContainTextAsync(name);
    }
}
