using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Text;
using SupplyGraph.Cli.Commands;
using SupplyGraph.Cli.Printing;

namespace SupplyGraph.Cli;

/// <summary>The command line <c>supplygraph</c>.</summary>
public static class SupplyGraphCommand
{
    /// <summary>Runs one command line to its end.</summary>
    /// <param name="args">What stands behind the command's name.</param>
    /// <param name="cancel">Winds down, and cancels a running import on the server.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal, CancellationToken cancel)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        await using var output = new StreamWriter(terminal.Out, utf8, leaveOpen: true) { AutoFlush = true };
        await using var error = new StreamWriter(terminal.Error, utf8, leaveOpen: true) { AutoFlush = true };
        // A name that begins with @ is a name.
        var parsed = Root(terminal).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction)
        {
            foreach (var wrong in parsed.Errors) await error.WriteLineAsync(PlainText.Lines(wrong.Message));
            await error.WriteLineAsync($"Try '{PathOf(parsed.CommandResult.Command)} --help'.");
            return ExitCode.Usage;
        }
        var io = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
        return await parsed.InvokeAsync(io, cancel);
    }

    private static RootCommand Root(Terminal terminal)
    {
        var global = new GlobalOptions(terminal);
        var root = new RootCommand("Loads files into a SupplyGraph server and asks it questions.")
        {
            HelpName = "supplygraph",
        };
        root.Add(global.Server);
        root.Add(global.Json);
        root.Add(ImportCommand.Import(global));
        root.Add(ImportCommand.Validate(global));
        root.Add(ImportsCommand.Create(global));
        root.Add(ExportCommand.Create(global));
        root.Add(RoutesCommand.Create(global));
        root.Add(TiersCommand.Suppliers(global));
        root.Add(TiersCommand.Customers(global));
        root.Add(ChokepointsCommand.Create(global));
        root.Add(ConcentrationCommand.Create(global));
        root.Add(DisruptionsCommand.Create(global));
        root.Add(HubsCommand.Create(global));
        root.Add(OpportunitiesCommand.Create(global));
        root.Add(EntitiesCommand.Create(global));
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!, terminal.OutIsTerminal ? terminal.Width : 120);
        return root;
    }

    private static string PathOf(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{PathOf(parent)} {command.Name}" : "supplygraph";
}
