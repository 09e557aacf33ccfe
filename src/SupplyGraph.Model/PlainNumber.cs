using System.Globalization;

namespace SupplyGraph.Model;

/// <summary>Decimal numbers as text: in identities, in the store and in files.</summary>
public static class PlainNumber
{
    /// <summary>50, 50.0 and 50.00 are one amount and are written alike, without exponent; null for none.</summary>
    public static string? Of(decimal? number) => number?.ToString("0.############################", CultureInfo.InvariantCulture);
}
