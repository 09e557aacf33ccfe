using System.Globalization;
using System.Text;

namespace SupplyGraph.Cli.Printing;

/// <summary>Makes texts from elsewhere safe for a terminal: what would steer it is shown as an escape and not sent.</summary>
internal static class PlainText
{
    /// <summary>One line: line breaks and tabs become blanks, other control characters <c>\u001b</c> and the like.</summary>
    public static string OneLine(string? text) => Clean(text, lines: false);

    /// <summary>Several lines: line breaks and tabs stay.</summary>
    public static string Lines(string? text) => Clean(text, lines: true);

    private static string Clean(string? text, bool lines)
    {
        if (text is null) return "";
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '\n' or '\t') clean.Append(lines ? c : ' ');
            else if (c == '\r' && !lines) clean.Append(' ');
            else if (Steers(c)) clean.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else clean.Append(c);
        }
        return clean.ToString();
    }

    // Marks that turn the direction of writing can make a line read as another; joiners, which are of the same category, belong to words.
    private static bool Steers(char c) => char.IsControl(c) || c is '\u2028' or '\u2029' or >= '\u202a' and <= '\u202e' or >= '\u2066' and <= '\u2069';
}
