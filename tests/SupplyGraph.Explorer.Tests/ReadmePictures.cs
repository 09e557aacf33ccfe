using Microsoft.Playwright;
using SupplyGraph.Explorer.Tests.Browser;

namespace SupplyGraph.Explorer.Tests;

/// <summary>The states that the README's pictures show; docs/pictures/take saves them.</summary>
[Collection(SiteCollection.Name)]
public sealed class ReadmePictures(Site site) : Journey(site)
{
    [BrowserFact]
    public async Task Routes_through_Pakistan_and_who_says_so()
    {
        var page = await AskAsync("/?via=pakistan", new Screen(1440, 900));
        var route = await page.Routes().First.OpenedAsync();
        await route.Locator(".leg > summary").Nth(1).ClickAsync();
        await page.Locator(".claim").First.WaitForAsync();
        await route.HoverAsync(new() { Position = new() { X = 20, Y = 20 } });

        await Assertions.Expect(page.Locator("svg.map .arc.on")).ToHaveCountAsync(2);
        await page.SaveAsync("readme-routes");
    }

    [BrowserFact]
    public async Task Four_countries_beside_each_other_in_the_dark()
    {
        var page = await AskAsync("/?view=hubs", new Screen(1440, 900, Dark: true));

        await Assertions.Expect(page.GetByRole(AriaRole.Table)).ToBeVisibleAsync();
        await page.SaveAsync("readme-hubs");
    }
}
