using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace SupplyGraph.Explorer.Tests.Browser;

/// <summary>
/// Base of tests that go through pages. Each test is a visitor of its own, and fails where a page does what <see cref="Watch"/> lets none do, beside whatever
/// the test itself asserts.
/// </summary>
public abstract class Journey(Site site) : IAsyncLifetime
{
    private readonly List<(IBrowserContext Context, Watch Watch)> visitors = [];

    /// <summary>Reaches servers without a browser.</summary>
    protected static HttpClient Http { get; } = new();

    /// <summary>The shared server's address.</summary>
    protected Uri Address => site.Address;

    public Task InitializeAsync() => Task.CompletedTask;

    /// <summary>Opens a page in a new browser context.</summary>
    /// <param name="path">Of the address, from the root: <c>/#routes</c>.</param>
    /// <param name="screen">A desktop's in light colours unless told.</param>
    /// <param name="server">The address of the server; the shared one's unless told.</param>
    protected async Task<IPage> OpenAsync(string path, Screen? screen = null, Uri? server = null)
    {
        var context = await site.NewContextAsync(screen ?? Screen.Desktop, server);
        visitors.Add((context, await Watch.OverAsync(context, server ?? site.Address)));
        var page = await context.NewPageAsync();
        var answer = await page.GotoAsync(path);
        Assert.True(answer is null or { Ok: true }, $"{path}: {answer?.Status}");
        return page;
    }

    /// <summary>Opens a page of the explorer and waits for what it answers.</summary>
    protected async Task<IPage> AskAsync(string path, Screen? screen = null, Uri? server = null)
    {
        var page = await OpenAsync(path, screen, server);
        await page.AnsweredAsync();
        return page;
    }

    /// <summary>What the shared server answers beside the page.</summary>
    protected async Task<JsonNode> ReadAsync(string path) => JsonNode.Parse(await Http.GetStringAsync(new Uri(site.Address, path)))!;

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
