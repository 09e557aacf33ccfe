namespace SupplyGraph.Api.Http.Problems;

/// <summary>The codes of bad fields. Stable: programs depend on them.</summary>
public static class ErrorCode
{
    public const string Required = "required";
    public const string Empty = "empty";
    public const string Repeated = "repeated";
    public const string UnknownParameter = "unknown_parameter";
    public const string UnknownField = "unknown_field";
    public const string WrongType = "wrong_type";
    public const string NotANumber = "not_a_number";
    public const string NotABoolean = "not_a_boolean";
    public const string NotADate = "not_a_date";
    public const string OutOfRange = "out_of_range";
    public const string TooLong = "too_long";
    public const string TooMany = "too_many";
    public const string UnknownColumn = "unknown_column";
    public const string UnknownTerm = "unknown_term";
    public const string UnknownName = "unknown_name";
    public const string AmbiguousName = "ambiguous_name";
    public const string WrongKind = "wrong_kind";
    public const string InvalidId = "invalid_id";
    public const string InvalidUrl = "invalid_url";
    public const string InvalidCursor = "invalid_cursor";
    public const string Contradiction = "contradiction";
}
