using SupplyGraph.Loading.Imports;

namespace SupplyGraph.Loading.Rows;

/// <summary>Rows of an NDJSON file: one object a line; blank lines are none. The stream stays open.</summary>
internal sealed class NdjsonRows(Stream stream, WantedColumns wanted, IReadOnlyList<RowError> layoutErrors) : IRowSource
{
    private readonly JsonRow json = new(wanted);
    private LineBuffer? lines;
    private bool hasMark;
    private int line;

    public TextRow Row { get; } = new(wanted.Columns, wanted);

    public ReadOnlySpan<byte> Raw => lines!.Line;

    public UnderstoodFile? Understood => lines is null
        ? null
        : new(wanted) { Columns = [.. Columns()], IgnoredColumns = [.. json.Ignored], HasMark = hasMark };

    public async ValueTask<bool> NextAsync(CancellationToken cancel)
    {
        if (lines is null) await OpenAsync(cancel);
        do
        {
            if (!await lines!.NextAsync(line + 1, cancel)) return false;
            line++;
        }
        while (Raw.Trim(" \t\r"u8).IsEmpty);
        Row.Begin(Row.Number + 1, line);
        Row.Clear();
        json.Read(Raw, Row);
        return true;
    }

    public void Dispose()
    {
    }

    private async ValueTask OpenAsync(CancellationToken cancel)
    {
        if (layoutErrors.Count > 0) throw new UnreadableFileException(layoutErrors);
        var bytes = await FileBytes.OpenAsync(stream, returnsEndLines: false, cancel);
        hasMark = bytes.HasMark;
        lines = new(bytes);
    }

    private IEnumerable<UnderstoodColumn> Columns() =>
        from place in wanted.Places
        let property = json.PropertyOf(place)
        where property is not null || wanted.DefaultOf(place) is not null
        select new UnderstoodColumn(wanted.Columns.Names[place], property, wanted.DefaultOf(place));
}
