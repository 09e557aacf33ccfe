using SupplyGraph.Model;

namespace SupplyGraph.Storage;

/// <summary>Dates as the integer yyyymmdd with 00 for what is not stated, so that they compare like <see cref="PartialDate"/>. The form is part of stored data.</summary>
internal static class PackedDate
{
    /// <summary>What stands for no date.</summary>
    public const int None = 0;

    /// <summary>The integer; <see cref="None"/> for no date.</summary>
    public static int Of(PartialDate? date) => date is { } d ? (d.Year * 10_000) + (d.Month * 100) + d.Day : None;

    /// <summary>The date; null for <see cref="None"/>.</summary>
    public static PartialDate? Read(int packed) => packed == None ? null : new PartialDate(packed / 10_000, packed / 100 % 100, packed % 100);
}
