using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SupplyGraph.Analysis.Routes;

namespace SupplyGraph.Explorer.Tests.Browser;

/// <summary>
/// One server over the seed graph, on a port of its own, and one browser, for all tests: both take seconds to start. Nothing is started where there is no
/// browser.
/// </summary>
public sealed class Site : IAsyncLifetime, IAsyncDisposable
{
    // The machine may be busy with other tests. Only what never comes takes as long.
    private const float Patience = 30_000;

    private Server? server;
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Where the server listens: <c>http://127.0.0.1:PORT</c>.</summary>
    public Uri Address => server!.Address;

    public async Task InitializeAsync()
    {
        if (Chromium.Missing is not null) return;
        // What is compared is the exact answer, however slow the machine.
        server = await Server.StartAsync(change: services => services.AddSingleton(Budget.Default with { Time = TimeSpan.FromMinutes(2) }));
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Path, Args = Chromium.Arguments, Headless = true });
    }

    /// <summary>A visitor who was never here: without cookies, storage or cache.</summary>
    /// <param name="screen">What the visitor looks at.</param>
    /// <param name="address">Of the server that is visited; the shared one unless told.</param>
    public async Task<IBrowserContext> NewContextAsync(Screen screen, Uri? address = null)
    {
        var options = screen.Options;
        options.BaseURL = (address ?? Address).ToString();
        var context = await browser!.NewContextAsync(options);
        context.SetDefaultTimeout(Patience);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        if (server is not null) await server.DisposeAsync();
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();
}

/// <summary>Tests that share the server and the browser, one at a time.</summary>
[CollectionDefinition(Name)]
[SuppressMessage("Naming", "CA1711", Justification = "A collection of tests.")]
public sealed class SiteCollection : ICollectionFixture<Site>
{
    public const string Name = "The explorer";
}
