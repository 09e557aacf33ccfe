namespace SupplyGraph.Loading.Rows;

/// <summary>Under which header each of our columns is looked for, and what it takes where a row gives none.</summary>
internal sealed class WantedColumns
{
    /// <summary>What a file of rejects adds to each row; always accepted, and left out.</summary>
    public static IReadOnlyList<string> ErrorColumns { get; } = ["error_column", "error_code", "error_message", "error_line"];

    private readonly Dictionary<string, int[]> places = new(StringComparer.OrdinalIgnoreCase);
    private readonly string?[] headers;
    private readonly string?[] defaults;
    private readonly bool[] mapped;

    public WantedColumns(FileColumns columns, FileLayout layout)
    {
        Columns = columns;
        IgnoresUnknown = layout.IgnoreUnknownColumns;
        headers = new string?[columns.Names.Count];
        defaults = new string?[columns.Names.Count];
        mapped = new bool[columns.Names.Count];
        foreach (var (name, header) in layout.Map)
            if (columns.PlaceOf(name) is >= 0 and var place) (headers[place], mapped[place]) = (header.Trim(), true);
        foreach (var (name, value) in layout.Defaults)
            if (columns.PlaceOf(name) is >= 0 and var place && value.Trim() is { Length: > 0 } text) defaults[place] = text;
        KeepOwnNames();
        foreach (var group in Places.Where(place => headers[place] is not null).GroupBy(place => headers[place]!, StringComparer.OrdinalIgnoreCase))
            places[group.Key] = [.. group];
    }

    public FileColumns Columns { get; }

    public bool IgnoresUnknown { get; }

    public IEnumerable<int> Places => Enumerable.Range(0, headers.Length);

    /// <summary>The places of our columns that the header gives; none where it gives none of them.</summary>
    public int[] PlacesOf(string header) => places.GetValueOrDefault(header.Trim(), []);

    /// <summary>The header under which the column is looked for; null where another column is mapped to its name.</summary>
    public string? HeaderOf(int place) => headers[place];

    public string? DefaultOf(int place) => defaults[place];

    public bool IsMapped(int place) => mapped[place];

    /// <summary>Whether any file could give the column.</summary>
    public bool CanBeGiven(string column) => headers[Columns.PlaceOf(column)] is not null || defaults[Columns.PlaceOf(column)] is not null;

    /// <summary>Whether the header is one that a file of rejects adds.</summary>
    public static bool IsErrorColumn(string header) => ErrorColumns.Contains(header.Trim(), StringComparer.OrdinalIgnoreCase);

    private void KeepOwnNames()
    {
        var taken = headers.OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var place in Places)
            if (headers[place] is null && !taken.Contains(Columns.Names[place])) headers[place] = Columns.Names[place];
    }
}
