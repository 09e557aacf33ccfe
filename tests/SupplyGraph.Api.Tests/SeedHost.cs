namespace SupplyGraph.Api.Tests;

/// <summary>One server over the seed graph for all tests that only read.</summary>
public sealed class SeedHost : IAsyncLifetime
{
    private ApiHost host = null!;

    public HttpClient Client { get; private set; } = null!;

    public IServiceProvider Services => host.Services;

    public async Task InitializeAsync()
    {
        host = await new ApiHost().ReadyAsync();
        Client = host.CreateClient();
    }

    public async Task DisposeAsync() => await host.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class SeedTests : ICollectionFixture<SeedHost>
{
    public const string Name = "The seed graph";
}
