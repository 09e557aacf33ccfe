using SupplyGraph.Loading.Imports;
using SupplyGraph.Model;

namespace SupplyGraph.Loading.Rows;

/// <summary>The header row of a CSV file, matched with the columns that are looked for.</summary>
internal sealed class HeaderRow
{
    private readonly WantedColumns wanted;
    private readonly int line;
    private readonly List<RowError> errors = [];
    private readonly List<string> ignored = [];
    private readonly List<int> errorFields = [];

    public HeaderRow(IReadOnlyList<string> names, int line, WantedColumns wanted)
    {
        this.wanted = wanted;
        this.line = line;
        Names = names;
        FieldOf = new int[wanted.Columns.Names.Count];
        Array.Fill(FieldOf, -1);
        if (names.Count > Limits.MaxImportColumns)
            Add("", RowErrorCode.TooManyColumns, null, $"The header has {names.Count} columns; at most {Limits.MaxImportColumns} are read.");
        for (var i = 0; i < Math.Min(names.Count, Limits.MaxImportColumns); i++) Match(i, names[i]);
        foreach (var place in wanted.Places) CheckMapped(place);
        foreach (var any in wanted.Columns.Required) CheckRequired(any);
    }

    /// <summary>The header's fields.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>For each of our columns the field that gives it, from 0, or -1.</summary>
    public int[] FieldOf { get; }

    /// <summary>The fields that an earlier file of rejects added.</summary>
    public IReadOnlyList<int> ErrorFields => errorFields;

    /// <summary>How many of them stand at the end of the header; a row may lack these.</summary>
    public int TrailingErrorFields { get; private set; }

    public IReadOnlyList<string> Ignored => ignored;

    public IReadOnlyList<RowError> Errors => errors;

    /// <summary>Our columns that the header or a default gives, in their order.</summary>
    public IReadOnlyList<UnderstoodColumn> Understood() =>
    [
        .. wanted.Places.Where(place => FieldOf[place] >= 0 || wanted.DefaultOf(place) is not null)
            .Select(place => new UnderstoodColumn(
                wanted.Columns.Names[place], FieldOf[place] < 0 ? null : Names[FieldOf[place]].Trim(), wanted.DefaultOf(place))),
    ];

    private void Match(int field, string name)
    {
        var places = wanted.PlacesOf(name);
        if (WantedColumns.IsErrorColumn(name))
        {
            errorFields.Add(field);
            TrailingErrorFields++;
            return;
        }
        TrailingErrorFields = 0;
        if (places.Length == 0 && wanted.IgnoresUnknown) ignored.Add(string.IsNullOrWhiteSpace(name) ? $"column {field + 1}" : name.Trim());
        else if (places.Length == 0) Add(name, RowErrorCode.UnknownColumn, name, UnknownColumn.Message(name, wanted));
        else if (FieldOf[places[0]] >= 0) Add(name, RowErrorCode.DuplicateColumn, name, $"'{Shorten.Text(name)}' stands there twice.");
        else foreach (var place in places) FieldOf[place] = field;
    }

    private void CheckMapped(int place)
    {
        if (!wanted.IsMapped(place) || FieldOf[place] >= 0) return;
        var header = wanted.HeaderOf(place)!;
        var near = UnknownColumn.Nearest(header, Names);
        var hint = near is null ? $"it has {string.Join(", ", Names.Take(Limits.MaxImportColumns).Select(Shorten.Text))}." : $"is it '{Shorten.Text(near)}'?";
        Add(wanted.Columns.Names[place], RowErrorCode.MissingColumn, header,
            $"{wanted.Columns.Names[place]} is mapped to '{Shorten.Text(header)}', which the header has not; {hint}");
    }

    private void CheckRequired(IReadOnlyList<string> any)
    {
        // What no file could give is the layout's fault, and named as such.
        if (!any.Any(wanted.CanBeGiven)) return;
        if (any.Select(wanted.Columns.PlaceOf).Any(place => FieldOf[place] >= 0 || wanted.DefaultOf(place) is not null || wanted.IsMapped(place))) return;
        var names = any.Count == 1 ? $"The column '{any[0]}' is" : $"At least one of the columns {string.Join(" and ", any.Select(name => $"'{name}'"))} is";
        Add(any[0], RowErrorCode.MissingColumn, null,
            $"{names} required: name it in the header, map it (map.{any[0]}=…) or give a default (default.{any[0]}=…).");
    }

    private void Add(string column, string code, string? value, string message) =>
        errors.Add(new(0, line, Shorten.Text(column), code, value is null ? null : Shorten.Text(value), message));
}
