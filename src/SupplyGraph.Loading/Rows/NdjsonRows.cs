using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using SupplyGraph.Model;

namespace SupplyGraph.Loading.Rows;

/// <summary>Rows of an NDJSON file, streamed: one object a line; blank lines are none.</summary>
internal static partial class NdjsonRows
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The rows. The stream stays open.</summary>
    /// <exception cref="UnreadableFileException">A line is longer than <see cref="Limits.MaxRowLength"/>.</exception>
    public static async IAsyncEnumerable<TextRow> ReadAsync(Stream stream, FileColumns columns, [EnumeratorCancellation] CancellationToken cancel)
    {
        var pipe = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 1 << 16, leaveOpen: true));
        int number = 0, line = 0;
        try
        {
            for (var ended = false; !ended;)
            {
                var read = await pipe.ReadAsync(cancel);
                var (buffer, last) = (read.Buffer, read.IsCompleted);
                while (TryTakeLine(ref buffer, last, out var text))
                {
                    if (++line == 1) text = WithoutMark(text);
                    if (!IsBlank(text)) yield return Row(++number, line, text, columns);
                }
                if (buffer.Length > Limits.MaxRowLength)
                {
                    var tooLong = new RowError(number + 1, line + 1, "", RefusalCode.OutOfRange, null, $"A line may have {Limits.MaxRowLength} bytes.");
                    throw new UnreadableFileException([tooLong]);
                }
                pipe.AdvanceTo(buffer.Start, buffer.End);
                ended = last;
            }
        }
        finally
        {
            await pipe.CompleteAsync();
        }
    }

    private static bool TryTakeLine(ref ReadOnlySequence<byte> buffer, bool last, out ReadOnlySequence<byte> line)
    {
        if (buffer.PositionOf((byte)'\n') is { } end)
        {
            line = buffer.Slice(0, end);
            buffer = buffer.Slice(buffer.GetPosition(1, end));
            return true;
        }
        line = buffer;
        if (!last || buffer.IsEmpty) return false;
        buffer = buffer.Slice(buffer.End);
        return true;
    }

    private static ReadOnlySequence<byte> WithoutMark(ReadOnlySequence<byte> text)
    {
        var start = new SequenceReader<byte>(text);
        return start.IsNext(ByteOrderMark, advancePast: true) ? start.UnreadSequence : text;
    }

    private static bool IsBlank(ReadOnlySequence<byte> text)
    {
        var reader = new SequenceReader<byte>(text);
        reader.AdvancePastAny(" \t\r"u8);
        return reader.End;
    }
}
