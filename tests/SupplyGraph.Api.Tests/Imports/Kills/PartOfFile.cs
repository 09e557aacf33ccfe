using System.Net;
using System.Net.Http.Headers;

namespace SupplyGraph.Api.Tests.Imports.Kills;

/// <summary>A file of which the first bytes are sent, and the others only where those are all; the sender then waits until it is told to give up.</summary>
internal sealed class PartOfFile : HttpContent
{
    private readonly byte[] file;
    private readonly int bytes;
    private readonly TaskCompletionSource sent = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource givenUp = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public PartOfFile(byte[] file, int bytes)
    {
        (this.file, this.bytes) = (file, Math.Min(bytes, file.Length));
        Headers.ContentType = new MediaTypeHeaderValue("text/csv");
    }

    /// <summary>Done when the part is on its way.</summary>
    public Task Sent => sent.Task;

    /// <summary>Breaks off a file that is not sent whole.</summary>
    public void GiveUp() => givenUp.TrySetResult();

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(file.AsMemory(0, bytes));
        await stream.FlushAsync();
        sent.TrySetResult();
        if (bytes == file.Length) return;
        await givenUp.Task;
        throw new IOException("The sender breaks off.");
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
