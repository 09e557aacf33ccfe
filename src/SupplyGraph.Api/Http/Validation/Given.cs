using System.Globalization;
using SupplyGraph.Model;

namespace SupplyGraph.Api.Http.Validation;

/// <summary>Reads texts that <see cref="Rules"/> have passed.</summary>
public static class Given
{
    public static int WholeNumber(string? text, int otherwise) => text is null ? otherwise : int.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>A version of the graph; 0, before all, where it is left out.</summary>
    public static long Version(string? text) => text is null ? 0 : long.Parse(text, CultureInfo.InvariantCulture);

    public static double? Number(string? text) => text is null ? null : double.Parse(text, CultureInfo.InvariantCulture);

    public static bool? Boolean(string? text) => text is null ? null : bool.Parse(text);

    public static PartialDate? Date(string? text) => PartialDate.TryParse(text, out var date) ? date : null;

    /// <summary>The day that a partial date means as a point in time: its first.</summary>
    public static DateOnly? Day(string? text) => Date(text)?.FirstDay;

    public static T? Term<T>(string? text) where T : struct, Enum => Model.Term.TryParse<T>(text, out var value) ? value : null;

    /// <summary>The members that the terms name, without repeats, in declaration order.</summary>
    public static IReadOnlyList<T> Terms<T>(string[]? texts) where T : struct, Enum =>
        [.. (texts ?? []).Select(t => Term<T>(t)).OfType<T>().Distinct().Order()];
}
