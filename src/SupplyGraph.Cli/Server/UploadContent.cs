using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;

namespace SupplyGraph.Cli.Server;

/// <summary>A file on its way to the server: compressed as it goes, unless it is already.</summary>
internal sealed class UploadContent : HttpContent
{
    private const int BufferBytes = 128 * 1024;

    private readonly Stream file;
    private readonly bool compressed;
    private readonly Action<long> sent;
    private volatile bool begun, finished;

    /// <param name="file">What is sent, from its beginning where it can be sought; it stays open.</param>
    /// <param name="compressed">Whether it is compressed by gzip already.</param>
    /// <param name="sent">Takes how many bytes of the file are sent, again and again.</param>
    public UploadContent(Stream file, string mediaType, bool compressed, Action<long> sent)
    {
        (this.file, this.compressed, this.sent) = (file, compressed, sent);
        Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        Headers.ContentEncoding.Add("gzip");
    }

    /// <summary>Whether sending can begin: not for a second time where the file cannot be rewound.</summary>
    public bool CanBeSent => !begun || file.CanSeek;

    /// <summary>Whether the last byte is on its way, so that the server may have taken the file.</summary>
    public bool IsSent => finished;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (!CanBeSent) throw new InvalidOperationException("The input can be read only once.");
        begun = true;
        finished = false;
        if (file.CanSeek) file.Position = 0;
        if (compressed) await CopyAsync(stream, cancellationToken);
        else
        {
            await using var gzip = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true);
            await CopyAsync(gzip, cancellationToken);
        }
        finished = true;
    }

    private async Task CopyAsync(Stream to, CancellationToken cancel)
    {
        var buffer = new byte[BufferBytes];
        long total = 0;
        for (int read; (read = await file.ReadAsync(buffer, cancel)) > 0;)
        {
            await to.WriteAsync(buffer.AsMemory(0, read), cancel);
            sent(total += read);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = compressed && file.CanSeek ? file.Length : 0;
        return length > 0;
    }
}
