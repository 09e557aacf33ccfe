using SupplyGraph.Loading.Rows;

namespace SupplyGraph.Loading;

/// <summary>How a file's columns stand for ours, so that a foreign file loads unchanged. The default fits our own files.</summary>
public sealed record FileLayout
{
    /// <summary>A file in our own columns.</summary>
    public static FileLayout Own { get; } = new();

    /// <summary>CSV only: what separates the fields, one of <c>,</c> <c>;</c> tab <c>|</c>; null finds it by the header.</summary>
    public char? Delimiter { get; init; }

    /// <summary>
    /// Our column to their header (of NDJSON: their property), both compared without case and outer blanks. Several columns may be mapped to one header;
    /// a header that is mapped is not read under its own name as well.
    /// </summary>
    public IReadOnlyDictionary<string, string> Map { get; init; } = new Dictionary<string, string>();

    /// <summary>Our column to the value that a row takes where its own field is missing or empty.</summary>
    public IReadOnlyDictionary<string, string> Defaults { get; init; } = new Dictionary<string, string>();

    /// <summary>Leaves out columns that are neither ours nor mapped, where they would be refused otherwise.</summary>
    public bool IgnoreUnknownColumns { get; init; }

    /// <summary>
    /// Everything that is wrong with the layout by itself: columns that are none, defaults that their column cannot take, a delimiter that is none.
    /// The errors name the parameter as <c>map.COLUMN</c>, <c>default.COLUMN</c> or <c>delimiter</c>. Readers refuse such a layout too.
    /// </summary>
    public IReadOnlyList<RowError> Check(FileContent what) => LayoutRules.Check(this, what);
}
