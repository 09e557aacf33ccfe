using SupplyGraph.Model;

namespace SupplyGraph.Loading.Rows;

/// <summary>The lines of a stream, each in one piece, without its line end (LF or CR LF).</summary>
internal sealed class LineBuffer(Stream stream)
{
    private const int ChunkSize = 64 * 1024;

    private byte[] bytes = new byte[ChunkSize];
    private int start, searched, end, lineStart, lineEnd;

    /// <summary>The line at hand; valid until the next one.</summary>
    public ReadOnlySpan<byte> Line => bytes.AsSpan(lineStart, lineEnd - lineStart);

    /// <summary>Goes on to the next line; false at the end.</summary>
    /// <exception cref="UnreadableFileException">The line is longer than <see cref="Limits.MaxRowLength"/>.</exception>
    public async ValueTask<bool> NextAsync(int number, CancellationToken cancel)
    {
        while (!TryTake())
        {
            if (end - start > Limits.MaxRowLength) throw TooLong(number);
            if (await FillAsync(cancel)) continue;
            if (start == end) return false;
            TakeTo(end);
            start = searched = end;
            break;
        }
        return Line.Length <= Limits.MaxRowLength ? true : throw TooLong(number);
    }

    private bool TryTake()
    {
        var found = bytes.AsSpan(searched, end - searched).IndexOf((byte)'\n');
        if (found < 0)
        {
            searched = end;
            return false;
        }
        TakeTo(searched + found);
        start = searched = searched + found + 1;
        return true;
    }

    private void TakeTo(int lineFeed)
    {
        lineStart = start;
        lineEnd = lineFeed > start && bytes[lineFeed - 1] == '\r' ? lineFeed - 1 : lineFeed;
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancel)
    {
        if (end == bytes.Length) MakeRoom();
        var read = await stream.ReadAsync(bytes.AsMemory(end), cancel);
        end += read;
        return read > 0;
    }

    private void MakeRoom()
    {
        var into = end - start > bytes.Length / 2 ? new byte[bytes.Length * 2] : bytes;
        bytes.AsSpan(start, end - start).CopyTo(into);
        (bytes, searched, end, start) = (into, searched - start, end - start, 0);
    }

    private static UnreadableFileException TooLong(int number) =>
        FileBytes.Refused(RowErrorCode.RowTooLong, number, $"A line may have {Limits.MaxRowLength} bytes.");
}
