using SupplyGraph.Model;

namespace SupplyGraph.Loading.Rows;

/// <summary>The bytes of a file behind its byte order mark, each proved to be UTF-8 before anyone reads it. The inner stream stays open.</summary>
internal sealed class FileBytes : ReadOnlyStream
{
    private readonly Stream inner;
    private readonly Utf8Check check;

    private FileBytes(Stream inner, bool marked, bool returnsEndLines)
    {
        this.inner = inner;
        HasMark = marked;
        check = new(marked ? Mark.Length : 0, returnsEndLines);
    }

    /// <summary>The byte order mark of UTF-8.</summary>
    public static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>Whether the file began with a byte order mark.</summary>
    public bool HasMark { get; }

    /// <summary>Looks at the byte order mark.</summary>
    /// <param name="returnsEndLines">Whether a carriage return alone ends a line.</param>
    /// <exception cref="UnreadableFileException">The mark is that of another encoding.</exception>
    public static async ValueTask<FileBytes> OpenAsync(Stream stream, bool returnsEndLines, CancellationToken cancel)
    {
        var peeked = new PeekedStream(stream);
        try
        {
            while (peeked.Held.Length < 4 && await peeked.PeekAsync(cancel)) { }
        }
        catch (InvalidDataException)
        {
            throw Packed();
        }
        if (OtherEncoding(peeked.Held) is { } name)
            throw Refused(RowErrorCode.NotUtf8, 1, $"The file is {name}, by its first bytes (offset 0, line 1); save it as UTF-8.");
        var marked = peeked.Held.StartsWith(Mark);
        if (marked) peeked.Skip(Mark.Length);
        return new(peeked, marked, returnsEndLines);
    }

    /// <exception cref="UnreadableFileException">The bytes are not UTF-8, too many, or cannot be unpacked.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read;
        try
        {
            read = await inner.ReadAsync(buffer, cancellationToken);
        }
        catch (InvalidDataException)
        {
            throw Packed();
        }
        if (read > 0) check.Add(buffer.Span[..read]);
        else if (buffer.Length > 0) check.End();
        if (check.Offset > Limits.MaxImportBytes)
            throw Refused(RowErrorCode.TooLarge, check.Line, $"The file has more than {Limits.MaxImportBytes} bytes; load it in parts.");
        return read;
    }

    /// <summary>A file that is refused as a whole for one reason.</summary>
    public static UnreadableFileException Refused(string code, int line, string message) => new([new(0, line, "", code, null, message)]);

    private static UnreadableFileException Packed() =>
        Refused(RowErrorCode.Unreadable, 0, "The file cannot be unpacked: it is no gzip file, or it is damaged or cut off.");

    // UTF-32 first: its little-endian mark begins with that of UTF-16.
    private static string? OtherEncoding(ReadOnlySpan<byte> start) =>
        start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]) || start.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF]) ? "UTF-32"
        : start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? "UTF-16"
        : null;
}
