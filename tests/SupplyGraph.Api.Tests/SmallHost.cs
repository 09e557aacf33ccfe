namespace SupplyGraph.Api.Tests;

/// <summary>One server over the small graph for the tests of a class that only read.</summary>
public sealed class SmallHost : IAsyncLifetime
{
    private ApiHost host = null!;

    public HttpClient Client { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        host = await ApiHost.SmallAsync();
        Client = host.CreateClient();
    }

    public async Task DisposeAsync() => await host.DisposeAsync();
}
