namespace SupplyGraph.Storage.Neo4j.Transport;

/// <summary>A statement's right to one of the connections.</summary>
internal sealed class Turn(SemaphoreSlim connections)
{
    /// <summary>Lets the next one have it. Once the transport is disposed, nobody waits.</summary>
    public void GiveBack()
    {
        try
        {
            connections.Release();
        }
        catch (ObjectDisposedException)
        {
        }
    }
}
