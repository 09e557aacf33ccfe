using System.Globalization;

namespace SupplyGraph.Cli.Commands;

/// <summary>Reads what is a number in a body, where an address would take any text and leave it to the server.</summary>
internal static class BodyNumber
{
    /// <exception cref="UsageException">It is none.</exception>
    public static decimal Of(string option, string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new UsageException($"{option}: '{text}' is not a number.");
}
