namespace SupplyGraph.Cli.Tests;

/// <summary>A server, a folder and a shell for each test of a class, so that it may change them.</summary>
public abstract class OwnServer : IAsyncLifetime, IDisposable
{
    internal TempFolder Folder { get; } = new();

    internal Shell Shell { get; private set; } = null!;

    protected LiveServer Server { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Server = await LiveServer.StartAsync();
        Shell = new Shell(Server.Address);
    }

    public async Task DisposeAsync() => await Server.DisposeAsync();

    public void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }
}
