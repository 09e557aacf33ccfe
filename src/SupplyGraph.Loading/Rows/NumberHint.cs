using System.Globalization;
using SupplyGraph.Model;

namespace SupplyGraph.Loading.Rows;

/// <summary>What somebody may have meant by a text that is no number: a percentage, or a decimal comma.</summary>
internal static class NumberHint
{
    // 25,000 may be a count with a separator of thousands.
    private const int DigitsOfThousands = 3;

    /// <summary>A sentence, or nothing.</summary>
    /// <param name="isShare">Whether the number is a part of one, so that a percentage could be meant.</param>
    public static string Of(string text, bool isShare)
    {
        var plain = text.TrimEnd('%').TrimEnd();
        var isPercentage = plain.Length < text.Length;
        var hasComma = plain.Count(c => c == ',') == 1 && !plain.Contains('.') && (isShare || plain.Length - plain.IndexOf(',') - 1 != DigitsOfThousands);
        if (hasComma) plain = plain.Replace(',', '.');
        if (!(isPercentage || hasComma) || !decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return "";
        if (isPercentage && isShare) return $" Was a percentage meant? {PlainNumber.Of(number)} % is {PlainNumber.Of(number / 100)}.";
        if (isPercentage) return $" Leave the percent sign out: {PlainNumber.Of(number)}.";
        return $" Was a decimal comma meant? Write {PlainNumber.Of(number)}.";
    }
}
