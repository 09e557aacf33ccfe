using Microsoft.Extensions.DependencyInjection;
using SupplyGraph.Analysis.Routes;

namespace SupplyGraph.Api.Tests;

/// <summary>One server over the seed graph for all tests that only read.</summary>
public sealed class SeedHost : IAsyncLifetime
{
    private ApiHost host = null!;

    public HttpClient Client { get; private set; } = null!;

    public IServiceProvider Services => host.Services;

    public async Task InitializeAsync()
    {
        // What is compared is the exact answer, however slow the machine.
        host = await new ApiHost { Change = services => services.AddSingleton(Budget.Default with { Time = TimeSpan.FromMinutes(2) }) }.ReadyAsync();
        Client = host.CreateClient();
    }

    public async Task DisposeAsync() => await host.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class SeedTests : ICollectionFixture<SeedHost>
{
    public const string Name = "The seed graph";
}
