using Microsoft.Playwright;

namespace SupplyGraph.Explorer.Tests.Browser;

/// <summary>
/// Base of tests that go through pages. Each test is a visitor of its own, and fails where a page does what <see cref="Watch"/> lets none do, beside whatever
/// the test itself asserts.
/// </summary>
public abstract class Journey(Site site) : IAsyncLifetime
{
    private readonly List<(IBrowserContext Context, Watch Watch)> visitors = [];

    /// <summary>The server's address, for what a test asks it beside the page.</summary>
    protected Uri Address => site.Address;

    public Task InitializeAsync() => Task.CompletedTask;

    /// <summary>Opens a page in a new browser context.</summary>
    /// <param name="path">Of the address, from the root: <c>/#routes</c>.</param>
    /// <param name="screen">A desktop's in light colours unless told.</param>
    protected async Task<IPage> OpenAsync(string path, Screen? screen = null)
    {
        var context = await site.NewContextAsync(screen ?? Screen.Desktop);
        visitors.Add((context, await Watch.OverAsync(context, Address)));
        var page = await context.NewPageAsync();
        var answer = await page.GotoAsync(path);
        Assert.True(answer is null or { Ok: true }, $"{path}: {answer?.Status}");
        return page;
    }

    /// <summary>Some error that holds this text is to come on the page that was opened last: <c>status of 404</c>, where a test asks for what is not there.</summary>
    protected void Expect(string error) => visitors[^1].Watch.Expect(error);

    public async Task DisposeAsync()
    {
        var troubles = new List<string>();
        foreach (var (context, watch) in visitors)
        {
            troubles.AddRange(await watch.TroublesAsync());
            await context.DisposeAsync();
        }
        Assert.True(troubles.Count == 0, string.Join('\n', troubles));
    }
}
