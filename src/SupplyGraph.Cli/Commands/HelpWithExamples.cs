using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace SupplyGraph.Cli.Commands;

/// <summary>The usual help, then examples and exit codes.</summary>
internal sealed class HelpWithExamples : SynchronousCommandLineAction
{
    private static readonly string[] Overview =
    [
        "supplygraph validate suppliers.csv",
        "supplygraph import entities.csv claims.csv",
        "supplygraph routes --via pakistan",
        "supplygraph hubs pakistan thailand vietnam indonesia",
        "supplygraph opportunities pakistan --limit 3",
        "supplygraph entities search 'battery cell' --kind component",
        "supplygraph export --output backup/",
        "supplygraph --server https://graph.example.org imports list",
    ];

    private readonly HelpAction usual;

    public HelpWithExamples(HelpAction usual, int width)
    {
        this.usual = usual;
        usual.MaxWidth = width;
    }

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        usual.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        var command = parseResult.CommandResult.Command;
        output.WriteLine("Examples:");
        foreach (var example in (command as CommandWithExamples)?.Examples ?? Overview) output.WriteLine($"  {example}");
        output.WriteLine();
        output.WriteLine("Exit codes:");
        foreach (var (code, meaning) in ExitCode.All) output.WriteLine($"  {code,3}  {meaning}");
        return ExitCode.Done;
    }
}

/// <summary>A command whose help shows how it is used.</summary>
internal sealed class CommandWithExamples(string name, string description, params string[] examples) : Command(name, description)
{
    public IReadOnlyList<string> Examples { get; } = examples;
}
