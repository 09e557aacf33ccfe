using System.Buffers;

namespace SupplyGraph.Loading.Rows;

/// <summary>
/// Writes a file of rejects, CSV in UTF-8: each rejected row as it came, with <c>error_column</c>, <c>error_code</c> and <c>error_message</c> added, so that
/// the file, mended, loads like the one before. Rows of NDJSON come back as CSV under the names that were looked for, with the line as <c>error_line</c>.
/// The stream stays open; nothing is written before the first row. Not safe for several threads at once.
/// </summary>
public sealed class RejectsWriter
{
    private readonly Stream stream;
    private readonly IRejectRows rows;
    private readonly ArrayBufferWriter<byte> gathered = new(RowsOut.ChunkSize);

    /// <param name="understood">How the reader understood the file whose rows are rejected.</param>
    public RejectsWriter(Stream stream, UnderstoodFile understood)
    {
        this.stream = stream;
        rows = understood.Header is { } header ? new CsvRejectRows(understood, header) : new JsonRejectRows(understood);
    }

    /// <summary>Rows written.</summary>
    public long Rows { get; private set; }

    /// <summary>Adds a row.</summary>
    /// <param name="raw">The row as it came, see <see cref="FileRow{T}.Raw"/>.</param>
    /// <param name="errors">Why it is rejected: one or more of them become one row, columns and codes joined by <c>|</c>, messages by a blank.</param>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> raw, IReadOnlyList<RowError> errors, CancellationToken cancel)
    {
        if (Rows++ == 0) rows.WriteHeader(gathered);
        rows.WriteRow(gathered, raw.Span, errors);
        if (gathered.WrittenCount >= RowsOut.ChunkSize) await SendAsync(cancel);
    }

    /// <summary>Sends what has gathered; needed once at the end.</summary>
    public async ValueTask FlushAsync(CancellationToken cancel)
    {
        await SendAsync(cancel);
        await stream.FlushAsync(cancel);
    }

    private async ValueTask SendAsync(CancellationToken cancel)
    {
        await stream.WriteAsync(gathered.WrittenMemory, cancel);
        gathered.ResetWrittenCount();
    }
}
