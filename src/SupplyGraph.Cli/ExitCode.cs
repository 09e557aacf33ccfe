namespace SupplyGraph.Cli;

/// <summary>What the end of a command means to a script. Stable: scripts depend on them.</summary>
public static class ExitCode
{
    /// <summary>Everything that was asked for is done.</summary>
    public const int Done = 0;

    /// <summary>The server failed, an import failed for a reason of the server's, or a file could not be written.</summary>
    public const int Failed = 1;

    /// <summary>The command line is wrong, or asks what the server does not take.</summary>
    public const int Usage = 2;

    /// <summary>An import was refused for its bad rows; nothing changed.</summary>
    public const int Refused = 3;

    /// <summary>An import landed in part: the good rows are in, some were rejected.</summary>
    public const int Partly = 4;

    /// <summary>The server cannot be reached, or does not become ready.</summary>
    public const int Unreachable = 5;

    /// <summary>The server knows no such thing.</summary>
    public const int NotFound = 6;

    /// <summary>Stopped by Ctrl-C, or the import was cancelled.</summary>
    public const int Cancelled = 130;

    /// <summary>Every code with its meaning in a line, as --help prints them.</summary>
    public static IReadOnlyList<(int Code, string Meaning)> All { get; } =
    [
        (Done, "done"),
        (Failed, "the server failed, an import failed, or a file could not be written"),
        (Usage, "wrong usage: the command line, or a question that the server does not take"),
        (Refused, "refused: bad rows, nothing changed"),
        (Partly, "landed in part: some rows rejected (--partial)"),
        (Unreachable, "server not reachable"),
        (NotFound, "not found"),
        (Cancelled, "cancelled"),
    ];

    // An import that failed weighs more than one that was refused, and that more than one that landed in part.
    private static readonly int[] ByWeight = [Done, Partly, Refused, NotFound, Usage, Failed, Unreachable, Cancelled];

    /// <summary>The code of several things done one after the other: the worst of theirs.</summary>
    internal static int Worst(int one, int other) => Array.IndexOf(ByWeight, one) >= Array.IndexOf(ByWeight, other) ? one : other;
}
