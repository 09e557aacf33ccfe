using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Playwright;
using SupplyGraph.Api.Tests;

namespace SupplyGraph.Explorer.Tests.Browser;

/// <summary>
/// One server over the seed graph, on a port of its own, and one browser, for all tests: both take seconds to start. Nothing is started where there is no
/// browser.
/// </summary>
public sealed class Site : IAsyncLifetime, IAsyncDisposable
{
    // The machine may be busy with other tests. Only what never comes takes as long.
    private const float Patience = 30_000;

    private ApiHost? host;
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Where the server listens: <c>http://127.0.0.1:PORT</c>.</summary>
    public Uri Address { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (Chromium.Missing is not null) return;
        // As dotnet run starts it: the pages come from the folder beside the binaries, and not from the sources.
        host = new ApiHost
        {
            Settings = { [WebHostDefaults.ServerUrlsKey] = "http://127.0.0.1:0", [WebHostDefaults.EnvironmentKey] = Environments.Production },
        };
        host.UseKestrel();
        host.StartServer();
        Address = new Uri(host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Path, Args = Chromium.Arguments, Headless = true });
        await host.ReadyAsync();
    }

    /// <summary>A visitor who was never here: without cookies, storage or cache.</summary>
    public async Task<IBrowserContext> NewContextAsync(Screen screen)
    {
        var options = screen.Options;
        options.BaseURL = Address.ToString();
        var context = await browser!.NewContextAsync(options);
        context.SetDefaultTimeout(Patience);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        if (host is not null) await host.DisposeAsync();
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
