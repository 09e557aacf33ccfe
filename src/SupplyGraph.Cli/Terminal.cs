using System.Text;

namespace SupplyGraph.Cli;

/// <summary>All that a run reads from and writes to. Commands reach the outside through this and nothing else.</summary>
public sealed class Terminal
{
    public required Stream Out { get; init; }

    public required Stream Error { get; init; }

    public Stream In { get; init; } = Stream.Null;

    /// <summary>Whether someone looks at <see cref="Out"/>, and it is no file or pipe.</summary>
    public bool OutIsTerminal { get; init; }

    /// <summary>The same of <see cref="Error"/>.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Characters of a line of the terminal.</summary>
    public int Width { get; init; } = 80;

    /// <summary>The value of an environment variable; null where it is not set.</summary>
    public Func<string, string?> Environment { get; init; } = static _ => null;

    public Pace Pace { get; init; } = new();

    /// <summary>The terminal that this process was started in.</summary>
    public static Terminal OfProcess()
    {
        if (OperatingSystem.IsWindows() && !Console.IsOutputRedirected) Console.OutputEncoding = Encoding.UTF8;
        return new Terminal
        {
            Out = Console.OpenStandardOutput(),
            Error = Console.OpenStandardError(),
            In = Console.OpenStandardInput(),
            OutIsTerminal = !Console.IsOutputRedirected,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            Width = WidthOfProcess(),
            Environment = System.Environment.GetEnvironmentVariable,
        };
    }

    /// <summary>Whether colours and moving bars may be used: not where NO_COLOR is set, or on a terminal that cannot.</summary>
    internal bool MayMove => string.IsNullOrEmpty(Environment("NO_COLOR")) && Environment("TERM") != "dumb";

    private static int WidthOfProcess()
    {
        const int Narrow = 80;
        if (Console.IsOutputRedirected && Console.IsErrorRedirected) return Narrow;
        try
        {
            return Console.WindowWidth > 0 ? Console.WindowWidth : Narrow;
        }
        catch (IOException)
        {
            // A terminal that does not tell its width.
            return Narrow;
        }
    }
}
