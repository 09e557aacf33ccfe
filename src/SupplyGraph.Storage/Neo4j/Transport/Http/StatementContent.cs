using System.Net;
using System.Net.Http.Headers;

namespace SupplyGraph.Storage.Neo4j.Transport.Http;

/// <summary>A request's body that knows whether any of it may have gone out.</summary>
internal sealed class StatementContent : HttpContent
{
    private readonly PooledBuffer body;

    public StatementContent(PooledBuffer body)
    {
        this.body = body;
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    /// <summary>Whether a connection was there and the body was given to it: from then on the server may act on it.</summary>
    public bool Sent { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Sent = true;
        return stream.WriteAsync(body.Written, cancellationToken).AsTask();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = body.Written.Length;
        return true;
    }
}
