using Microsoft.Playwright;
using SupplyGraph.Explorer.Tests.Browser;

namespace SupplyGraph.Explorer.Tests;

/// <summary>That the tests of pages can fail.</summary>
[Collection(SiteCollection.Name)]
public sealed class WatchTests(Site site)
{
    private const string Troublesome =
        """
        <meta http-equiv='content-security-policy' content="style-src 'none'">
        <style>p { color: red }</style>
        <script>console.error('broken by itself')</script>
        <script>throw new Error('thrown')</script>
        <script>Promise.reject(new Error('rejected'))</script>
        <script>document.cookie = 'visits=1'</script>
        <script>new WebSocket('ws://127.0.0.1:9/')</script>
        <img alt='' src='/v1/nothing'>
        <img alt='' src='http://elsewhere.example/a.png'>
        """;

    [BrowserFact]
    public async Task What_no_page_may_do_is_found()
    {
        await using var context = await site.NewContextAsync(Screen.Desktop);
        var watch = await Watch.OverAsync(context, site.Address);
        await ShowAsync(context, Troublesome);

        var troubles = await watch.TroublesAsync();
        string[] awaited =
        [
            "Forbidden by the policy: style-src",
            "Console error: broken by itself",
            "Uncaught error: Error: thrown",
            "Uncaught error: Error: rejected",
            "Cookie: visits",
            "Request to elsewhere: ws://127.0.0.1:9/",
            "Request to elsewhere: http://elsewhere.example/a.png",
            "Console error: Failed to load resource: the server responded with a status of 404",
        ];
        Assert.All(awaited, trouble => Assert.Contains(troubles, found => found.Contains(trouble, StringComparison.Ordinal)));
    }

    [BrowserFact]
    public async Task A_page_of_our_own_is_no_trouble()
    {
        await using var context = await site.NewContextAsync(Screen.Desktop);
        var watch = await Watch.OverAsync(context, site.Address);
        await ShowAsync(context, "<img alt='' src='data:image/gif;base64,R0lGODlhAQABAAAAACw='><script>console.warn('odd'); fetch('/v1/stats')</script>");

        Assert.Empty(await watch.TroublesAsync());
    }

    [BrowserFact]
    public async Task What_is_expected_is_no_trouble_unless_it_does_not_happen()
    {
        await using var context = await site.NewContextAsync(Screen.Desktop);
        var watch = await Watch.OverAsync(context, site.Address);
        watch.Expect("status of 404");
        watch.Expect("status of 500");
        await ShowAsync(context, "<img alt='' src='/v1/nothing'>");

        Assert.Equal(["Expected in vain: status of 500"], await watch.TroublesAsync());
    }

    [BrowserFact]
    public async Task A_visitor_sees_with_the_screen_that_was_asked_for()
    {
        await using var context = await site.NewContextAsync(Screen.Phone with { Dark = true, Still = true });
        var page = await context.NewPageAsync();

        Assert.Equal(390, await page.EvaluateAsync<int>("innerWidth"));
        Assert.True(await page.EvaluateAsync<bool>("matchMedia('(prefers-color-scheme: dark) and (prefers-reduced-motion: reduce)').matches"));
    }

    // From an address of the server, and until nothing more is asked for: what a page does on its way is heard by then. The browser asks for an icon, too.
    private static async Task ShowAsync(IBrowserContext context, string body)
    {
        var html = $"<!doctype html><title>Shown</title><link rel='icon' href='data:,'>{body}";
        var page = await context.NewPageAsync();
        await page.RouteAsync("**/shown", route => route.FulfillAsync(new() { ContentType = "text/html", Body = html }));
        await page.GotoAsync("/shown", new() { WaitUntil = WaitUntilState.NetworkIdle });
    }
}
