using SupplyGraph.Loading.Claims;
using SupplyGraph.Loading.Entities;

namespace SupplyGraph.Loading.Rows;

/// <summary>What can be wrong with a layout before any file is read.</summary>
internal static class LayoutRules
{
    public static IReadOnlyList<RowError> Check(FileLayout layout, FileContent what)
    {
        var columns = FileColumns.Of(what);
        var errors = new List<RowError>();
        if (layout.Delimiter is { } delimiter && !Delimiters.All.Contains(delimiter))
            errors.Add(Error("delimiter", RowErrorCode.UnknownTerm, delimiter.ToString(), $"The delimiter is one of {Delimiters.InWords}."));
        Check("map", layout.Map, columns, errors);
        Check("default", layout.Defaults, columns, errors);
        foreach (var (name, header) in layout.Map)
            if (WantedColumns.IsErrorColumn(header)) errors.Add(Error($"map.{Shorten.Text(name)}", RowErrorCode.UnknownColumn, header,
                $"'{header.Trim()}' is what a file of rejects adds to its rows; it is always left out."));
        CheckRequired(new WantedColumns(columns, layout), errors);
        foreach (var (name, value) in layout.Defaults)
            if (columns.PlaceOf(name) >= 0) CheckValue(name, value, what, columns, errors);
        return errors;
    }

    private static void Check(string parameter, IReadOnlyDictionary<string, string> settings, FileColumns columns, List<RowError> errors)
    {
        var seen = new HashSet<int>();
        foreach (var (name, value) in settings)
        {
            var (place, full) = (columns.PlaceOf(name), $"{parameter}.{Shorten.Text(name)}");
            if (place < 0) errors.Add(Error(full, RowErrorCode.UnknownColumn, value, Unknown(name, columns)));
            else if (!seen.Add(place)) errors.Add(Error(full, RowErrorCode.DuplicateColumn, value, $"'{columns.Names[place]}' is given twice."));
            if (string.IsNullOrWhiteSpace(value)) errors.Add(Error(full, RowErrorCode.Required, null, $"{full} needs a value."));
        }
    }

    private static void CheckRequired(WantedColumns wanted, List<RowError> errors)
    {
        foreach (var any in wanted.Columns.Required)
            if (!any.Any(wanted.CanBeGiven)) errors.Add(Error($"map.{any[0]}", RowErrorCode.MissingColumn, null,
                $"Nothing gives {any[0]}, which is required, as another column is mapped to its name; map it, or give a default (default.{any[0]}=…)."));
    }

    // A default is read as if a row gave it, so that it is refused once and not with every row.
    private static void CheckValue(string name, string value, FileContent what, FileColumns columns, List<RowError> errors)
    {
        var row = new TextRow(columns, new WantedColumns(columns, FileLayout.Own));
        row.Begin(0, 0);
        var place = columns.PlaceOf(name);
        // Rules of a claim are asked only where its type is known.
        if (what == FileContent.Claims) row.Take([(int)ClaimColumn.Type], Model.Term.Of(Model.RelationshipType.Owns));
        row.Take([place], value);
        if (what == FileContent.Claims) ClaimFile.Read(row);
        else EntityFile.Read(row);
        foreach (var error in row.Errors)
            if (error.Column == columns.Names[place] && IsOfValue(error.Code)) errors.Add(error with { Column = $"default.{columns.Names[place]}" });
    }

    private static bool IsOfValue(string code) =>
        code is RowErrorCode.UnknownTerm or RowErrorCode.InvalidDate or RowErrorCode.InvalidNumber or Model.RefusalCode.OutOfRange;

    private static string Unknown(string name, FileColumns columns)
    {
        var near = UnknownColumn.Nearest(name, columns.Names);
        return $"There is no column '{Shorten.Text(name)}'; {(near is null ? $"the columns are {string.Join(", ", columns.Names)}." : $"is it {near}?")}";
    }

    private static RowError Error(string parameter, string code, string? value, string message) =>
        new(0, 0, parameter, code, value is null ? null : Shorten.Text(value), message);
}
