namespace SupplyGraph.Cli.Imports;

/// <summary>A stream that can be read only once, with what was already read from it put back before it.</summary>
internal sealed class PrecededStream(byte[] first, Stream rest) : Stream
{
    private int at;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var put = Put(buffer.Span);
        if (put > 0) return put;
        // A console or a pipe that says nothing does not listen to the token either.
        return await rest.ReadAsync(buffer, cancellationToken).AsTask().WaitAsync(cancellationToken);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count)
    {
        var put = Put(buffer.AsSpan(offset, count));
        return put > 0 ? put : rest.Read(buffer, offset, count);
    }

    private int Put(Span<byte> buffer)
    {
        var put = Math.Min(buffer.Length, first.Length - at);
        first.AsSpan(at, put).CopyTo(buffer);
        at += put;
        return put;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) rest.Dispose();
        base.Dispose(disposing);
    }
}
