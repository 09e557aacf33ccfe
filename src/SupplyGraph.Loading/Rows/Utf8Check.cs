using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace SupplyGraph.Loading.Rows;

/// <summary>Proves chunk by chunk that a file is UTF-8; sequences may be cut by the ends of chunks.</summary>
/// <param name="offset">Where in the file the first chunk begins.</param>
/// <param name="returnsEndLines">Whether a carriage return alone ends a line.</param>
internal sealed class Utf8Check(long offset, bool returnsEndLines)
{
    private readonly byte[] cut = new byte[4];
    private int cutLength;
    private bool afterReturn;

    /// <summary>Bytes seen, those before the first chunk too.</summary>
    public long Offset { get; private set; } = offset;

    /// <summary>The line on which the next byte stands, counted from 1.</summary>
    public int Line { get; private set; } = 1;

    /// <exception cref="UnreadableFileException">A byte is not UTF-8.</exception>
    public void Add(ReadOnlySpan<byte> chunk)
    {
        while (cutLength > 0 && chunk.Length > 0)
        {
            Continue(chunk[0]);
            chunk = chunk[1..];
        }
        var whole = chunk[..^CutAtEnd(chunk)];
        if (!Utf8.IsValid(whole)) Refuse(whole);
        Pass(whole);
        foreach (var next in chunk[whole.Length..]) Continue(next);
    }

    /// <exception cref="UnreadableFileException">The file ends inside a character.</exception>
    public void End()
    {
        if (cutLength > 0) throw NotUtf8(cut[0]);
    }

    private void Continue(byte next)
    {
        cut[cutLength++] = next;
        var status = Rune.DecodeFromUtf8(cut.AsSpan(0, cutLength), out _, out _);
        if (status == OperationStatus.InvalidData) throw NotUtf8(cut[0]);
        if (status != OperationStatus.Done) return;
        Offset += cutLength;
        cutLength = 0;
        afterReturn = false;
    }

    private void Pass(ReadOnlySpan<byte> chunk)
    {
        if (chunk.IsEmpty) return;
        Offset += chunk.Length;
        Line += chunk.Count((byte)'\n');
        if (!returnsEndLines) return;
        if (afterReturn && chunk[0] == '\n') Line--;
        afterReturn = chunk[^1] == '\r';
        var returns = chunk.Count((byte)'\r');
        if (returns > 0) Line += returns - chunk.Count("\r\n"u8);
    }

    private void Refuse(ReadOnlySpan<byte> chunk)
    {
        var good = 0;
        while (Rune.DecodeFromUtf8(chunk[good..], out _, out var length) == OperationStatus.Done) good += length;
        Pass(chunk[..good]);
        throw NotUtf8(chunk[good]);
    }

    private UnreadableFileException NotUtf8(byte bad) => FileBytes.Refused(
        RowErrorCode.NotUtf8, Line,
        $"The byte 0x{bad:X2} at offset {Offset} (from 0, line {Line}) is not UTF-8; save the file as UTF-8 (in Excel: CSV UTF-8).");

    // How many bytes at the end begin a character and lack its rest.
    private static int CutAtEnd(ReadOnlySpan<byte> chunk)
    {
        for (var back = 1; back <= Math.Min(3, chunk.Length); back++)
        {
            var lead = chunk[^back];
            if ((lead & 0xC0) == 0x80) continue;
            var length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
            return length > back ? back : 0;
        }
        return 0;
    }
}
