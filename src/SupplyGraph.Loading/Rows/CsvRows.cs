using CsvHelper;
using SupplyGraph.Model;

namespace SupplyGraph.Loading.Rows;

/// <summary>The rows below the header of a CSV file; blank lines are none. CR LF, LF and CR end lines. The stream stays open.</summary>
internal sealed class CsvRows(Stream stream, FileLayout layout, WantedColumns wanted, IReadOnlyList<RowError> layoutErrors) : IRowSource
{
    private readonly int[] places = [.. wanted.Places];
    private CsvReader? csv;
    private HeaderRow? header;
    private CsvMalformedReason? malformed;

    public TextRow Row { get; } = new(wanted.Columns, wanted);

    public ReadOnlySpan<byte> Raw => csv!.RawRecord;

    public UnderstoodFile? Understood { get; private set; }

    private int Line => (int)csv!.LineNumber;

    /// <summary>How records are told apart.</summary>
    public static CsvReaderOptions Options(char delimiter) => new()
    {
        Separator = delimiter,
        DetectSeparatorHint = false,
        // The header is read as a row like any other, so that its own faults are reported like theirs.
        HasHeader = false,
        TrackLineNumbers = true,
        MaxRecordSize = Limits.MaxRowLength,
    };

    public async ValueTask<bool> NextAsync(CancellationToken cancel)
    {
        if (csv is null) await OpenAsync(cancel);
        do
        {
            if (!await ReadAsync(cancel)) return false;
        }
        while (IsBlank());
        Read();
        return true;
    }

    private async ValueTask OpenAsync(CancellationToken cancel)
    {
        var bytes = await FileBytes.OpenAsync(stream, returnsEndLines: true, cancel);
        var start = new PeekedStream(bytes);
        var length = await Delimiters.PeekHeaderAsync(start, cancel);
        var delimiter = layout.Delimiter is { } named && Delimiters.All.Contains(named) ? named : Delimiters.Find(start.Held[..length], wanted);
        csv = CsvReader.Create(start, Options(delimiter) with { OnMalformedRecord = record => malformed = record.Reason }, leaveOpen: true);
        if (!await ReadAsync(cancel))
            throw Refused([FileBytes.Refused(RowErrorCode.Malformed, 1,
                $"The file is empty; it begins with a header row such as {string.Join(',', wanted.Columns.Exported)}.").Errors[0]]);
        if (Raw.Contains((byte)0)) throw FileBytes.Refused(RowErrorCode.NotUtf8, Line, "The header holds NUL bytes: is the file UTF-16? Save it as UTF-8.");
        header = new(Fields(), Line, wanted);
        Understood = new(wanted)
        {
            Delimiter = delimiter,
            Columns = header.Understood(),
            IgnoredColumns = header.Ignored,
            Header = header,
            RawHeader = Raw.ToArray(),
            HasMark = bytes.HasMark,
        };
        RowError[] quoting = malformed is { } reason ? [new(0, Line, "", RowErrorCode.Malformed, null, InWords(reason))] : [];
        if (layoutErrors.Count + quoting.Length + header.Errors.Count > 0) throw Refused([.. quoting, .. header.Errors]);
    }

    private UnreadableFileException Refused(IReadOnlyList<RowError> errors) => new([.. layoutErrors, .. errors]);

    private async ValueTask<bool> ReadAsync(CancellationToken cancel)
    {
        malformed = null;
        try
        {
            return await csv!.ReadAsync(cancel);
        }
        catch (CsvFormatException e)
        {
            throw FileBytes.Refused(RowErrorCode.RowTooLong, (int)e.LineNumber,
                $"A row has more than {Limits.MaxRowLength} bytes: is a closing quotation mark missing?");
        }
    }

    // A line of blanks ends many files; where there is only one column it is a row that leaves it empty.
    private bool IsBlank() => csv!.FieldCount == 1 && header!.Names.Count > 1 && Raw.Trim(" \t"u8).IsEmpty;

    private void Read()
    {
        Row.Begin(Row.Number + 1, Line);
        var fieldOf = header!.FieldOf;
        foreach (var place in places)
            if (fieldOf[place] >= 0 && fieldOf[place] < csv!.FieldCount) Row[place].Take(csv.GetSpan(fieldOf[place]));
            else Row[place].Leave();
        if (Raw.Contains((byte)0)) Row.Refuse("", RowErrorCode.Malformed, null, "The row holds a NUL character, which no text has; remove it.");
        if (malformed is { } reason) Row.Refuse("", RowErrorCode.Malformed, null, InWords(reason));
        else if (csv!.FieldCount > header.Names.Count || csv.FieldCount < header.Names.Count - header.TrailingErrorFields)
            Row.Refuse("", RowErrorCode.FieldCount, null, $"The row has {csv.FieldCount} fields, the header {header.Names.Count}.");
    }

    private static string InWords(CsvMalformedReason reason) => reason == CsvMalformedReason.UnterminatedQuote
        ? "A quotation mark that opens a field is never closed, so the rest of the file stands in one field."
        : "A quotation mark stands where none can: a field that holds one is quoted as a whole, and each mark in it is doubled.";

    private string[] Fields()
    {
        var fields = new string[csv!.FieldCount];
        for (var i = 0; i < fields.Length; i++) fields[i] = csv.GetString(i);
        return fields;
    }

    public void Dispose() => csv?.Dispose();
}
