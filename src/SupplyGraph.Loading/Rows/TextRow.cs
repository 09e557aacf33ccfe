using SupplyGraph.Model;

namespace SupplyGraph.Loading.Rows;

/// <summary>The row at hand as text, whichever format it came in. One object serves a whole file, row after row.</summary>
internal sealed class TextRow
{
    private readonly FileColumns columns;
    private readonly Field[] fields;
    private List<RowError>? errors;

    public TextRow(FileColumns columns, WantedColumns wanted)
    {
        this.columns = columns;
        fields = [.. wanted.Places.Select(place => new Field(wanted.DefaultOf(place)))];
        Clear();
    }

    public int Number { get; private set; }

    public int Line { get; private set; }

    public IReadOnlyList<RowError> Errors => errors ?? (IReadOnlyList<RowError>)[];

    public bool Broken => errors is not null;

    /// <summary>The column at a place of <see cref="FileColumns.Names"/>.</summary>
    public Field this[int place] => fields[place];

    /// <summary>Goes on to the next row; the fields keep what they have until they are told otherwise.</summary>
    public void Begin(int number, int line)
    {
        (Number, Line) = (number, line);
        errors = null;
    }

    /// <summary>Leaves every field out.</summary>
    public void Clear()
    {
        foreach (var field in fields) field.Leave();
    }

    /// <summary>Gives several columns one value.</summary>
    public void Take(ReadOnlySpan<int> places, string? value)
    {
        foreach (var place in places) fields[place].Take(value);
    }

    /// <summary>Gives several columns one value.</summary>
    public void Take(ReadOnlySpan<int> places, ReadOnlySpan<byte> utf8)
    {
        foreach (var place in places) fields[place].Take(utf8);
    }

    public void Refuse(string column, string code, string? value, string message) =>
        (errors ??= []).Add(new(Number, Line, column, code, value is null ? null : Shorten.Cut(value, Limits.NameLength), Shorten.Message(message)));

    /// <summary>Notes the rules that the row as a whole breaks, but for fields that could not even be read.</summary>
    public void Refuse(IReadOnlyList<RuleBreak> breaks)
    {
        for (var i = 0; i < breaks.Count; i++)
        {
            var broken = breaks[i];
            if (errors is null || !errors.Exists(e => e.Column == broken.Field))
                Refuse(broken.Field, broken.Code, fields[columns.PlaceOf(broken.Field)].Text, broken.Message);
        }
    }
}
