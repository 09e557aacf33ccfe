using System.Text;

namespace SupplyGraph.Cli.Tests;

/// <summary>Runs command lines as a shell would, and keeps what they print.</summary>
internal sealed class Shell(Uri server)
{
    /// <summary>A pace at which tests lose no time.</summary>
    public static Pace Fast { get; } = new()
    {
        FirstPause = TimeSpan.FromMilliseconds(5),
        LongestPause = TimeSpan.FromMilliseconds(20),
        BetweenLines = TimeSpan.Zero,
    };

    public bool IsTerminal { get; init; }

    public int Width { get; init; } = 200;

    public Pace Pace { get; init; } = Fast;

    public Dictionary<string, string> Variables { get; init; } = [];

    public Stream In { get; init; } = Stream.Null;

    /// <summary>Runs a command against the server, unless the variables name another.</summary>
    public Task<Ran> RunAsync(params string[] args) => RunAsync(CancellationToken.None, args);

    public async Task<Ran> RunAsync(CancellationToken cancel, params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        var variables = new Dictionary<string, string>(Variables);
        variables.TryAdd("SUPPLYGRAPH_SERVER", server.ToString());
        var terminal = new Terminal
        {
            Out = output,
            Error = error,
            In = In,
            OutIsTerminal = IsTerminal,
            ErrorIsTerminal = IsTerminal,
            Width = Width,
            Environment = variables.GetValueOrDefault,
            Pace = Pace,
        };
        var code = await SupplyGraphCommand.RunAsync(args, terminal, cancel);
        return new Ran(code, Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(error.ToArray()));
    }
}

/// <summary>How a command ended.</summary>
internal sealed record Ran(int Code, string Out, string Error)
{
    public string All => Out + Error;

    public IReadOnlyList<string> Lines => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The line that begins with a word, without it.</summary>
    public string Fact(string name) => Lines.Single(line => line.TrimStart().StartsWith(name + "  ", StringComparison.Ordinal)).Trim()[name.Length..].Trim();
}
