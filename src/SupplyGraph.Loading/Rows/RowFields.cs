using System.Globalization;
using SupplyGraph.Model;

namespace SupplyGraph.Loading.Rows;

/// <summary>Reads the fields of one row as what they mean; what cannot be read is noted on the row, with what would be accepted, and reading goes on.</summary>
internal readonly struct RowFields<TColumn>(TextRow row) where TColumn : struct, Enum
{
    public string? this[TColumn column] => Field(column).Text;

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
        var field = Field(column);
        if (field.Text is not { } text) return null;
        if (field.TryRecall(out T value)) return value;
        if (Term.TryParse(text, out value)) return field.Means(value);
        Refuse(column, RowErrorCode.UnknownTerm, $"{Term.Of(column)} is one of {Accepted<T>()}; '{Shorten.Text(text)}' is not.");
        return null;
    }

    public T? RequiredOf<T>(TColumn column) where T : struct, Enum
    {
        if (this[column] is null) Refuse(column, RowErrorCode.Required, $"{Term.Of(column)} is required, one of {Accepted<T>()}.");
        return Of<T>(column);
    }

    public PartialDate? Date(TColumn column)
    {
        var field = Field(column);
        if (field.Text is not { } text) return null;
        if (field.TryRecall(out PartialDate date)) return date;
        if (PartialDate.TryParse(text, out date)) return field.Means(date);
        Refuse(column, RowErrorCode.InvalidDate, $"{Term.Of(column)} is {PartialDate.Accepted}; '{Shorten.Text(text)}' is not.");
        return null;
    }

    public decimal? Amount(TColumn column)
    {
        var field = Field(column);
        if (field.Text is not { } text) return null;
        if (field.TryRecall(out decimal amount)) return amount;
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out amount)) return field.Means(amount);
        RefuseNumber(column, text, "25000", isShare: false);
        return null;
    }

    public double? Number(TColumn column, bool isShare = false)
    {
        var field = Field(column);
        if (field.Text is not { } text) return null;
        if (field.TryRecall(out double number)) return number;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number)) return field.Means(number);
        RefuseNumber(column, text, "0.85", isShare);
        return null;
    }

    public void Refuse(TColumn column, string code, string message) => row.Refuse(Term.Of(column), code, this[column], message);

    private Field Field(TColumn column) => row[FileColumns.PlaceOf(column)];

    private void RefuseNumber(TColumn column, string text, string example, bool isShare) => Refuse(
        column, RowErrorCode.InvalidNumber,
        $"{Term.Of(column)} is a plain number such as {example}, no separators, no unit; '{Shorten.Text(text)}' is not.{NumberHint.Of(text, isShare)}");

    private static string Accepted<T>() where T : struct, Enum => string.Join(", ", Term.All<T>());
}
