namespace SupplyGraph.Loading.Rows;

/// <summary>Which place each field of a CSV row has among the columns.</summary>
internal static class Header
{
    /// <summary>Reads the header row.</summary>
    /// <exception cref="UnreadableFileException">Columns are unknown, repeated or missing: all of them are named.</exception>
    public static int[] Read(IReadOnlyList<string> header, int line, FileColumns columns)
    {
        var errors = new List<RowError>();
        var places = new int[header.Count];
        var seen = new HashSet<int>();
        for (var i = 0; i < places.Length; i++)
        {
            var place = places[i] = columns.PlaceOf(header[i]);
            if (place < 0) errors.Add(new(0, line, header[i], RowErrorCode.UnknownColumn, header[i], Unknown(header[i], columns)));
            else if (!seen.Add(place)) errors.Add(new(0, line, header[i], RowErrorCode.DuplicateColumn, header[i], $"'{header[i]}' stands there twice."));
        }
        foreach (var any in columns.Required)
            if (!any.Any(name => seen.Contains(columns.PlaceOf(name)))) errors.Add(new(0, line, any[0], RowErrorCode.MissingColumn, null, Missing(any)));
        return errors.Count == 0 ? places : throw new UnreadableFileException(errors);
    }

    public static string Unknown(string name, FileColumns columns) => $"There is no column '{name}'; the columns are {string.Join(", ", columns.Names)}.";

    private static string Missing(IReadOnlyList<string> any) => any.Count == 1
        ? $"The column '{any[0]}' is required."
        : $"At least one of the columns {string.Join(" and ", any.Select(name => $"'{name}'"))} is required.";
}
