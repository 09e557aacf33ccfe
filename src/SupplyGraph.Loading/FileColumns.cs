using System.Runtime.CompilerServices;
using SupplyGraph.Model;

namespace SupplyGraph.Loading;

/// <summary>The columns of a file of entities, in the order of exports.</summary>
public enum EntityColumn
{
    Id,
    Kind,
    Name,
    Aliases,
    Country,
    Iso2,
    Iso3,
    Latitude,
    Longitude,
    Stage,
    Url,
}

/// <summary>The columns of a file of claims, in the order of exports; those from <see cref="FromKind"/> on create what a row names first.</summary>
public enum ClaimColumn
{
    Type,
    From,
    To,
    Component,
    Role,
    Status,
    ValidFrom,
    ValidTo,
    Amount,
    Unit,
    Statement,
    SourceTitle,
    Publisher,
    SourceUrl,
    SourceDate,
    Confidence,
    FromKind,
    FromCountry,
    ToKind,
    ToCountry,
    ComponentKind,
}

/// <summary>What columns a file may have, and which it must have (design, section 2).</summary>
public sealed class FileColumns
{
    private readonly Dictionary<string, int> places;

    private FileColumns(IReadOnlyList<string> names, int exported, IReadOnlyList<IReadOnlyList<string>> required)
    {
        Names = names;
        Exported = [.. names.Take(exported)];
        Required = required;
        places = names.Select((name, place) => (name, place)).ToDictionary(c => c.name, c => c.place, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The columns of files of entities.</summary>
    public static FileColumns Entities { get; } = Of<EntityColumn>((int)EntityColumn.Url + 1, [[EntityColumn.Kind], [EntityColumn.Name]]);

    /// <summary>The columns of files of claims; a row needs a publisher or a URL.</summary>
    public static FileColumns Claims { get; } = Of<ClaimColumn>(
        (int)ClaimColumn.Confidence + 1,
        [[ClaimColumn.Type], [ClaimColumn.From], [ClaimColumn.To], [ClaimColumn.Publisher, ClaimColumn.SourceUrl]]);

    /// <summary>Every column that is read.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The columns that exports have, in their order.</summary>
    public IReadOnlyList<string> Exported { get; }

    /// <summary>What a file must have: of each list at least one column.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Required { get; }

    /// <summary>The columns of files of the content.</summary>
    public static FileColumns Of(FileContent what) => what == FileContent.Claims ? Claims : Entities;

    /// <summary>A column's place in <see cref="Names"/>, ignoring case, or -1.</summary>
    internal int PlaceOf(string name) => places.GetValueOrDefault(name.Trim(), -1);

    internal static int PlaceOf<TColumn>(TColumn column) where TColumn : struct, Enum => Unsafe.BitCast<TColumn, int>(column);

    private static FileColumns Of<TColumn>(int exported, TColumn[][] required) where TColumn : struct, Enum =>
        new(Term.All<TColumn>(), exported, [.. required.Select(any => (IReadOnlyList<string>)[.. any.Select(Term.Of)])]);
}
