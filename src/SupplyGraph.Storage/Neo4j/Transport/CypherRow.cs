using System.Globalization;

namespace SupplyGraph.Storage.Neo4j.Transport;

/// <summary>One row of an answer: columns by place, from 0. Values are null, bool, long, double, string, and lists and maps of them.</summary>
internal readonly struct CypherRow(object?[] values)
{
    public int Count => values.Length;

    public object? this[int column] => values[column];

    public bool IsNull(int column) => values[column] is null;

    public bool Bool(int column) => (bool)values[column]!;

    public long Long(int column) => (long)values[column]!;

    public int Int(int column) => checked((int)(long)values[column]!);

    public long? LongOrNull(int column) => (long?)values[column];

    /// <summary>A number; an integer counts as one.</summary>
    public double Double(int column) => Convert.ToDouble(values[column], CultureInfo.InvariantCulture);

    public double? DoubleOrNull(int column) => values[column] is null ? null : Double(column);

    public string Text(int column) => (string)values[column]!;

    public string? TextOrNull(int column) => (string?)values[column];

    /// <summary>A list of texts; a null is an empty list.</summary>
    public IReadOnlyList<string> Texts(int column) => values[column] is IReadOnlyList<object?> list ? [.. list.Select(item => (string)item!)] : [];

    /// <summary>A list of lists, each as a row; a null is an empty list.</summary>
    public IEnumerable<CypherRow> Rows(int column) =>
        values[column] is IReadOnlyList<object?> list ? list.Select(item => new CypherRow((object?[])item!)) : [];
}
