using SupplyGraph.Model;

namespace SupplyGraph.Loading.Rows;

/// <summary>A row as text, whichever format it came in: one value per column of its <see cref="FileColumns"/>, null where it has none.</summary>
internal sealed class TextRow(int number, int line, string?[] values)
{
    private List<RowError>? errors;

    public int Number => number;

    public int Line => line;

    public IReadOnlyList<RowError> Errors => errors ?? (IReadOnlyList<RowError>)[];

    public bool Broken => errors is not null;

    /// <summary>The value, trimmed; null for none.</summary>
    public string? this[int place] => values[place] is { } text && text.AsSpan().Trim() is { Length: > 0 } trimmed
        ? trimmed.Length == text.Length ? text : trimmed.ToString()
        : null;

    public void Refuse(string column, string code, string? value, string message) =>
        (errors ??= []).Add(new(number, line, column, code, value is { Length: > Limits.NameLength } ? value[..Limits.NameLength] : value, message));

    /// <summary>Notes the rules that the row as a whole breaks, but for fields that could not even be read.</summary>
    public void Refuse(IReadOnlyList<RuleBreak> breaks, FileColumns columns)
    {
        foreach (var broken in breaks)
            if (errors is null || !errors.Exists(e => e.Column == broken.Field))
                Refuse(broken.Field, broken.Code, this[columns.PlaceOf(broken.Field)], broken.Message);
    }
}
