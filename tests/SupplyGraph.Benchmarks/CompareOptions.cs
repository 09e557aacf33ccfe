using System.Globalization;

namespace SupplyGraph.Benchmarks;

/// <summary>What <c>compare</c> was asked to do.</summary>
/// <param name="Folders">The generated graphs.</param>
/// <param name="Peers">So many of the questions of each are also put to the peers; with none they are not started.</param>
internal sealed record CompareOptions(IReadOnlyList<string> Folders, int Peers = 50)
{
    public static bool TryParse(ReadOnlySpan<string> arguments, out CompareOptions options)
    {
        options = new([]);
        if (arguments is [.. var before, "--peers", var text])
        {
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var peers)) return false;
            options = options with { Peers = peers };
            arguments = before;
        }
        options = options with { Folders = arguments.ToArray() };
        return options.Folders.Count > 0 && !options.Folders.Any(folder => folder.StartsWith('-'));
    }
}
