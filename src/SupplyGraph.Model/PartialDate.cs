using System.Globalization;

namespace SupplyGraph.Model;

/// <summary>
/// A date as sources give it: a year, a month or a day (<c>2025</c>, <c>2025-08</c>, <c>2025-08-06</c>; years 1..9999).
/// Month and day are 0 where they are not stated. Compared by <see cref="FirstDay"/>, then by precision, coarse before fine.
/// </summary>
public readonly record struct PartialDate(int Year, int Month = 0, int Day = 0) : IComparable<PartialDate>
{
    /// <summary>What can be given, for messages.</summary>
    public const string Accepted = "a date such as 2025, 2025-08 or 2025-08-06";

    /// <summary>The first day of the period.</summary>
    public DateOnly FirstDay => new(Year, Math.Max(Month, 1), Math.Max(Day, 1));

    /// <summary>The last day of the period.</summary>
    public DateOnly LastDay => Day > 0 ? FirstDay : Month > 0 ? new(Year, Month, DateTime.DaysInMonth(Year, Month)) : new(Year, 12, 31);

    /// <summary>Whether a finer (or the same) date lies inside this one.</summary>
    public bool Contains(PartialDate other) =>
        Year == other.Year && (Month == 0 || (Month == other.Month && (Day == 0 || Day == other.Day)));

    public int CompareTo(PartialDate other)
    {
        var byDay = FirstDay.CompareTo(other.FirstDay);
        return byDay != 0 ? byDay : Precision.CompareTo(other.Precision);
    }

    private int Precision => (Month > 0 ? 1 : 0) + (Day > 0 ? 1 : 0);

    /// <summary>Reads one of the three forms, blanks around it left out; false for anything else.</summary>
    public static bool TryParse(string? text, out PartialDate date)
    {
        date = default;
        text = text?.Trim();
        if (text is not { Length: 4 or 7 or 10 }) return false;
        if (!Part(text, 0, 4, out var year) || year < 1) return false;
        int month = 0, day = 0;
        if (text.Length >= 7 && (text[4] != '-' || !Part(text, 5, 2, out month) || month is < 1 or > 12)) return false;
        if (text.Length == 10 && (text[7] != '-' || !Part(text, 8, 2, out day) || day < 1 || day > DateTime.DaysInMonth(year, month))) return false;
        date = new(year, month, day);
        return true;
    }

    private static bool Part(string text, int start, int length, out int value) =>
        int.TryParse(text.AsSpan(start, length), NumberStyles.None, CultureInfo.InvariantCulture, out value);

    /// <exception cref="FormatException">The text has none of the three forms.</exception>
    public static PartialDate Parse(string text) => TryParse(text, out var date) ? date : throw new FormatException($"'{text}' is not {Accepted}.");

    public static bool operator <(PartialDate a, PartialDate b) => a.CompareTo(b) < 0;
    public static bool operator >(PartialDate a, PartialDate b) => a.CompareTo(b) > 0;
    public static bool operator <=(PartialDate a, PartialDate b) => a.CompareTo(b) <= 0;
    public static bool operator >=(PartialDate a, PartialDate b) => a.CompareTo(b) >= 0;

    public override string ToString() => Day > 0
        ? string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}-{Day:00}")
        : Month > 0 ? string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}") : Year.ToString("0000", CultureInfo.InvariantCulture);
}
