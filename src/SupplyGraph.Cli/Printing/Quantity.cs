using System.Globalization;

namespace SupplyGraph.Cli.Printing;

/// <summary>Numbers as people read them, the same in every country.</summary>
internal static class Quantity
{
    private static readonly string[] Units = ["B", "KB", "MB", "GB", "TB"];

    /// <summary>12,345.</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>12,345 rows, 1 row.</summary>
    public static string Count(long count, string one, string many) => $"{Count(count)} {(count == 1 ? one : many)}";

    /// <summary>1.5 MB, by thousands.</summary>
    public static string Bytes(long bytes)
    {
        double size = bytes;
        var unit = 0;
        for (; size >= 999.5 && unit < Units.Length - 1; unit++) size /= 1000;
        return string.Create(CultureInfo.InvariantCulture, $"{(unit > 0 && size < 99.95 ? $"{size:0.#}" : $"{size:0}")} {Units[unit]}");
    }

    /// <summary>1.2 s, 3:07 min, 1:02:03 h.</summary>
    public static string Duration(TimeSpan time) => time switch
    {
        { TotalSeconds: < 59.95 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.#} s"),
        { TotalHours: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{time:m\\:ss} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time:mm\\:ss} h"),
    };

    /// <summary>42 %.</summary>
    public static string Percent(long part, long whole) => $"{Math.Clamp(whole > 0 ? 100 * part / whole : 0, 0, 100)} %";
}
