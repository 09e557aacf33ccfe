using Microsoft.Playwright;
using SupplyGraph.Explorer.Tests.Browser;
using Xunit.Sdk;

namespace SupplyGraph.Explorer.Tests;

/// <summary>That the search for barriers finds them.</summary>
[Collection(SiteCollection.Name)]
public sealed class AxeTests(Site site)
{
    private const string Sound = "<!doctype html><html lang='en'><title>Shown</title><main><h1>Shown</h1><button>Ask</button></main></html>";

    private const string Broken =
        """
        <!doctype html><html><title>Shown</title><main>
          <h1 style='color: #ccc; background: #fff'>Shown</h1>
          <img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>
          <button></button>
          <a href='/a' style='position: absolute; left: 9px'>a</a><a href='/b' style='position: absolute; left: 12px'>b</a>
        </main></html>
        """;

    [BrowserFact]
    public async Task Each_barrier_is_named_with_its_place()
    {
        await using var context = await site.NewContextAsync(Screen.Desktop);
        var page = await ShowAsync(context, Broken);

        var failure = await Assert.ThrowsAnyAsync<XunitException>(page.FindsNothingSeriousAsync);
        string[] awaited =
        [
            "html-has-lang (serious)",
            "color-contrast (serious)",
            "image-alt (critical)",
            "button-name (critical)",
            "target-size (serious)",
            "h1: <h1 style=",
        ];
        Assert.All(awaited, barrier => Assert.Contains(barrier, failure.Message, StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task A_sound_page_passes()
    {
        await using var context = await site.NewContextAsync(Screen.Desktop);

        await (await ShowAsync(context, Sound)).FindsNothingSeriousAsync();
    }

    private static async Task<IPage> ShowAsync(IBrowserContext context, string content)
    {
        var page = await context.NewPageAsync();
        await page.SetContentAsync(content);
        return page;
    }
}
