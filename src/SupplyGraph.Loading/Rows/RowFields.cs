using System.Globalization;
using SupplyGraph.Model;

namespace SupplyGraph.Loading.Rows;

/// <summary>Reads the fields of one row as what they mean; what cannot be read is noted on the row, with what would be accepted, and reading goes on.</summary>
internal readonly struct RowFields<TColumn>(TextRow row) where TColumn : struct, Enum
{
    public string? this[TColumn column] => row[FileColumns.PlaceOf(column)];

    public string? Name(TColumn column)
    {
        var name = this[column];
        if (name is null || name.Length <= Limits.NameLength) return name;
        Refuse(column, RefusalCode.OutOfRange, $"{Term.Of(column)} takes at most {Limits.NameLength} characters.");
        return null;
    }

    public string RequiredName(TColumn column)
    {
        if (this[column] is null) Refuse(column, RowErrorCode.Required, $"{Term.Of(column)} is required.");
        return Name(column) ?? "";
    }

    public T? Of<T>(TColumn column) where T : struct, Enum
    {
        if (this[column] is not { } text) return null;
        if (Term.TryParse(text, out T value)) return value;
        Refuse(column, RowErrorCode.UnknownTerm, $"{Term.Of(column)} is one of {Accepted<T>()}; '{Shown(text)}' is not.");
        return null;
    }

    public T? RequiredOf<T>(TColumn column) where T : struct, Enum
    {
        if (this[column] is null) Refuse(column, RowErrorCode.Required, $"{Term.Of(column)} is required, one of {Accepted<T>()}.");
        return Of<T>(column);
    }

    public PartialDate? Date(TColumn column)
    {
        if (this[column] is not { } text) return null;
        if (PartialDate.TryParse(text, out var date)) return date;
        Refuse(column, RowErrorCode.InvalidDate, $"{Term.Of(column)} is {PartialDate.Accepted}; '{Shown(text)}' is not.");
        return null;
    }

    public decimal? Amount(TColumn column)
    {
        if (this[column] is not { } text) return null;
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount)) return amount;
        RefuseNumber(column, text, "25000");
        return null;
    }

    public double? Number(TColumn column)
    {
        if (this[column] is not { } text) return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)) return number;
        RefuseNumber(column, text, "0.85");
        return null;
    }

    public void Refuse(TColumn column, string code, string message) => row.Refuse(Term.Of(column), code, this[column], message);

    private void RefuseNumber(TColumn column, string text, string example) => Refuse(
        column, RowErrorCode.InvalidNumber, $"{Term.Of(column)} is a plain number such as {example}, no separators, no unit; '{Shown(text)}' is not.");

    private static string Accepted<T>() where T : struct, Enum => string.Join(", ", Term.All<T>());

    /// <summary>Enough of a value to recognise it by.</summary>
    private static string Shown(string text) => text.Length <= 60 ? text : $"{text[..60]}…";
}
