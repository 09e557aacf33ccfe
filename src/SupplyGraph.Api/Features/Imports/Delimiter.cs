namespace SupplyGraph.Api.Features.Imports;

/// <summary>What can separate the fields of a CSV file, as a parameter names it.</summary>
internal static class Delimiter
{
    public const string Accepted = "`,` `;` `tab` or `|` (also `comma`, `semicolon`, `pipe`)";

    private static readonly Dictionary<string, char> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        [","] = ',',
        [";"] = ';',
        ["\t"] = '\t',
        ["|"] = '|',
        ["comma"] = ',',
        ["semicolon"] = ';',
        ["tab"] = '\t',
        ["pipe"] = '|',
    };

    /// <summary>The delimiter that a text names; null for none.</summary>
    public static char? Of(string text) => Names.TryGetValue(text, out var delimiter) ? delimiter : null;
}
