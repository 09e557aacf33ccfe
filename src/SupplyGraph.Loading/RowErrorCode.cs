namespace SupplyGraph.Loading;

/// <summary>The codes of fields and files that cannot be read; rules of the graph that a row breaks have those of <see cref="Model.RefusalCode"/>.</summary>
public static class RowErrorCode
{
    /// <summary>A column is none of ours and not mapped. Rename it, map it (<c>map.COLUMN</c>), or set <c>ignoreUnknownColumns</c>.</summary>
    public const string UnknownColumn = "unknown_column";

    /// <summary>A column stands there twice. Keep one.</summary>
    public const string DuplicateColumn = "duplicate_column";

    /// <summary>A required column is missing, or a mapped header is not in the file. Add it, map it, or give <c>default.COLUMN</c>.</summary>
    public const string MissingColumn = "missing_column";

    /// <summary>The file has more than <see cref="Model.Limits.MaxImportColumns"/> columns, known or not. Remove those that do not matter.</summary>
    public const string TooManyColumns = "too_many_columns";

    /// <summary>A row leaves a required field empty. Fill it, or give a default.</summary>
    public const string Required = "required";

    /// <summary>A field takes one of a list of words, and this is none of them. The message lists them.</summary>
    public const string UnknownTerm = "unknown_term";

    /// <summary>No date. Write <c>2025</c>, <c>2025-08</c> or <c>2025-08-06</c>.</summary>
    public const string InvalidDate = "invalid_date";

    /// <summary>No plain number. Write it with a decimal point, without separators, unit or percent sign.</summary>
    public const string InvalidNumber = "invalid_number";

    /// <summary>A row has more or fewer fields than the header. Look for a delimiter in an unquoted field, or for one that is missing.</summary>
    public const string FieldCount = "field_count";

    /// <summary>A row, or the header, is not well-formed CSV or JSON, or holds NUL characters. The message says what stands in the way.</summary>
    public const string Malformed = "malformed";

    /// <summary>A name fits several entities. Give the id of one, or its kind in the row's <c>*_kind</c> column.</summary>
    public const string AmbiguousName = "ambiguous_name";

    /// <summary>The file as a whole is not UTF-8. Save it as UTF-8; the message names the first byte that is not.</summary>
    public const string NotUtf8 = "not_utf8";

    /// <summary>A row has more than <see cref="Model.Limits.MaxRowLength"/> bytes. Mostly a closing quotation mark is missing.</summary>
    public const string RowTooLong = "row_too_long";

    /// <summary>The file has more than <see cref="Model.Limits.MaxImportRows"/> rows. Load it in parts.</summary>
    public const string TooManyRows = "too_many_rows";

    /// <summary>The file, unpacked, has more than <see cref="Model.Limits.MaxImportBytes"/> bytes. Load it in parts.</summary>
    public const string TooLarge = "too_large";

    /// <summary>The file cannot be unpacked: it is no gzip file, or is cut off. Pack it again.</summary>
    public const string Unreadable = "unreadable";
}
