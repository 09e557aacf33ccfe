using System.Globalization;
using System.Text.RegularExpressions;

namespace SupplyGraph.Api.Http.Hosting.Settings;

/// <summary>
/// Durations as people write them: <c>500ms</c>, <c>30s</c>, <c>5m</c>, <c>1h</c>, or .NET's <c>hh:mm:ss</c>. Never a bare number: .NET would take 30 as
/// 30 days.
/// </summary>
internal static partial class Durations
{
    public static bool TryRead(string text, out TimeSpan duration)
    {
        if (text.Contains(':', StringComparison.Ordinal)) return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out duration);
        duration = default;
        var match = WithUnit().Match(text);
        if (!match.Success || !int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
        duration = number * UnitOf(match.Groups[2].Value);
        return true;
    }

    public static string Write(TimeSpan duration) => duration switch
    {
        _ when duration < TimeSpan.FromSeconds(1) => Write(duration.TotalMilliseconds, "ms"),
        _ when duration < TimeSpan.FromMinutes(1) => Write(duration.TotalSeconds, "s"),
        _ when duration < TimeSpan.FromHours(1) => Write(duration.TotalMinutes, "m"),
        _ => Write(duration.TotalHours, "h"),
    };

    private static string Write(double number, string unit) => string.Create(CultureInfo.InvariantCulture, $"{number:0.###}{unit}");

    private static TimeSpan UnitOf(string unit) => unit switch
    {
        "ms" => TimeSpan.FromMilliseconds(1),
        "s" => TimeSpan.FromSeconds(1),
        "m" => TimeSpan.FromMinutes(1),
        _ => TimeSpan.FromHours(1),
    };

    [GeneratedRegex("^([0-9]+)(ms|s|m|h)$")]
    private static partial Regex WithUnit();
}
