using System.CommandLine;
using SupplyGraph.Cli.Imports;
using SupplyGraph.Cli.Printing;
using SupplyGraph.Cli.Server;

namespace SupplyGraph.Cli.Commands;

/// <summary>What every command takes, and how each is run: the one place where failures become messages and exit codes.</summary>
internal sealed class GlobalOptions(Terminal terminal)
{
    public Option<string> Server { get; } = new("--server")
    {
        Description = $"Where the server is. Without it: the environment variable {ServerAddress.Variable}, or else {ServerAddress.Default}.",
        HelpName = "URL",
        Recursive = true,
    };

    public Option<bool> Json { get; } = new("--json")
    {
        Description = "Print the server's JSON answers to standard output and nothing else there; progress and messages go to standard error.",
        Recursive = true,
    };

    /// <summary>Makes a command do its work.</summary>
    /// <param name="work">Answers an exit code.</param>
    public Command Does(Command command, Func<ParseResult, Run, CancellationToken, Task<int>> work)
    {
        command.SetAction((parsed, cancel) => RunAsync(parsed, work, cancel));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, Func<ParseResult, Run, CancellationToken, Task<int>> work, CancellationToken cancel)
    {
        var printer = new Printer(terminal, parsed.GetValue(Json));
        var given = parsed.GetValue(Server) ?? terminal.Environment(ServerAddress.Variable) ?? ServerAddress.Default;
        if (!ServerAddress.TryRead(given, out var address))
        {
            printer.Complain($"'{given}' is no address of a server; one is such as {ServerAddress.Default}.");
            return ExitCode.Usage;
        }
        using var server = new ServerClient(address, terminal.Pace, printer.Note);
        var run = new Run(terminal, printer, server);
        try
        {
            return await work(parsed, run, cancel);
        }
        catch (ProblemException e)
        {
            run.Tell(e);
            return e.ExitCode;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            printer.Complain("Stopped.");
            return ExitCode.Cancelled;
        }
        catch (Exception e) when (Known(e, address) is { } known)
        {
            printer.Complain(known.Message);
            return known.Code;
        }
    }

    private static (string Message, int Code)? Known(Exception failure, Uri address) => failure switch
    {
        UsageException => (failure.Message, ExitCode.Usage),
        StoppedException => (failure.Message, ExitCode.Cancelled),
        FileException => (failure.Message, ExitCode.Failed),
        StrangeAnswerException => ($"{ServerAddress.Shown(address)} does not answer as a SupplyGraph server does: is the address right?", ExitCode.Failed),
        UnreachableException { IsAbsent: false } => ($"The connection to {ServerAddress.Shown(address)} failed: {failure.Message}.", ExitCode.Unreachable),
        UnreachableException => (
            $"The server at {ServerAddress.Shown(address)} cannot be reached: {failure.Message}. Start one with 'dotnet run --project src/SupplyGraph.Api', "
                + $"or name another with --server URL or {ServerAddress.Variable}.",
            ExitCode.Unreachable),
        _ => null,
    };
}
