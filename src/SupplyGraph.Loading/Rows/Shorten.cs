namespace SupplyGraph.Loading.Rows;

/// <summary>Cuts values for messages and reports.</summary>
internal static class Shorten
{
    private const int Shown = 60, MostSaid = 1000;

    /// <summary>Enough of a value to recognise it by.</summary>
    public static string Text(string text) => text.Length <= Shown ? text : $"{Cut(text, Shown)}…";

    /// <summary>A message, cut where it repeats a long value.</summary>
    public static string Message(string message) => message.Length <= MostSaid ? message : $"{Cut(message, MostSaid)}…";

    /// <summary>At most the given characters, no pair of surrogates cut apart.</summary>
    public static string Cut(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
