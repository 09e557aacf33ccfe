using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using SupplyGraph.Cli.Printing;
using SupplyGraph.Cli.Server;
using SupplyGraph.Model;

namespace SupplyGraph.Cli.Commands;

/// <summary><c>chokepoints</c>.</summary>
internal sealed class ChokepointsCommand
{
    private readonly RouteOptions routes = new();
    private readonly Option<string> top = RouteOptions.One(
        "--top", "N", $"Chokepoints of each kind, 1..{Limits.MaxListed}. Without it: {Limits.DefaultListed}.");

    public static Command Create(GlobalOptions global)
    {
        var options = new ChokepointsCommand();
        var command = new CommandWithExamples(
            "chokepoints", "Shows what the routes of a question cannot do without. At least one of --from, --to and --via is needed.",
            "supplygraph chokepoints --from china --to europe --component lithium-ion-battery-cell",
            "supplygraph chokepoints --via pakistan --top 3");
        options.routes.AddTo(command);
        command.Add(options.top);
        return global.Does(command, options.RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, Run run, CancellationToken cancel)
    {
        var query = routes.In(new Query("v1/chokepoints").With("top", parsed.GetValue(top)), parsed);
        run.Give<ChokepointAnswer>(await run.Server.GetAsync(query.ToString(), cancel), answer => Show(answer, run.Printer));
        return ExitCode.Done;
    }

    private static void Show(ChokepointAnswer answer, Printer printer)
    {
        var table = Tables.Of("Kind", "Entity", "Criticality", "Pairs", "Cut off", "Worst hit", "Detour").Right(2, 3, 4);
        Add(table, "company", answer.Companies);
        Add(table, "country", answer.Countries);
        Add(table, "corridor", answer.Corridors);
        Add(table, "component", answer.Components);
        if (table.Rows.Count > 0) printer.Show(table);
        printer.Say($"{Quantity.Count(answer.Pairs, "pair", "pairs")} of first and last stop looked at.");
        if (!answer.Complete) printer.Say($"Incomplete: the search ended early (budget: {answer.StoppedBy}). There may be others.", Color.Yellow);
    }

    private static void Add(Table table, string kind, ChokepointList list)
    {
        foreach (var line in list.Items)
        {
            table.Row(
                kind, line.Entity.Name ?? line.Entity.Id, line.Criticality.ToString("0.000", CultureInfo.InvariantCulture), Quantity.Count(line.Pairs),
                Quantity.Count(line.CutOffPairs), Stops(line.Worst.Route), line.Worst.Detour is { } detour ? Stops(detour) : "none");
        }
    }

    private static string Stops(RouteLine route) => string.Join(" > ", route.Stops.Select(stop => stop.Name ?? stop.Id));
}
