using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using SupplyGraph.Cli.Printing;
using SupplyGraph.Cli.Server;
using SupplyGraph.Model;

namespace SupplyGraph.Cli.Commands;

/// <summary><c>routes</c>.</summary>
internal sealed class RoutesCommand
{
    /// <summary>Characters of a line from which on explanations have a column of their own.</summary>
    private const int Wide = 150;

    private readonly RouteOptions routes = new();
    private readonly Option<string> limit = RouteOptions.One(
        "--limit", "N", $"How many routes at most, 1..{Limits.MaxRoutes}. Without it: {Limits.DefaultRoutes}.");
    private readonly Option<string> distinct = RouteOptions.One(
        "--distinct", "KEY", "Only the best route per key: endpoints, countries, around (the vias), or none. Without it: what suits the question.");

    public static Command Create(GlobalOptions global)
    {
        var options = new RoutesCommand();
        var command = new CommandWithExamples(
            "routes", "Finds the most plausible supply routes. At least one of --from, --to and --via is needed.",
            "supplygraph routes --via pakistan",
            "supplygraph routes --from china --to europe --via pakistan --avoid iran",
            "supplygraph routes --from australia --to germany --component lithium-ion-battery-cell --status established --limit 5",
            "supplygraph routes --via hungary --json | jq '.routes[].explanation'");
        options.routes.AddTo(command);
        command.Add(options.limit);
        command.Add(options.distinct);
        return global.Does(command, options.RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, Run run, CancellationToken cancel)
    {
        run.Give<RouteAnswer>(await run.Server.GetAsync(Address(parsed), cancel), answer => Show(answer, run.Printer));
        return ExitCode.Done;
    }

    private string Address(ParseResult parsed) => routes.In(new Query("v1/routes"), parsed)
        .With("limit", parsed.GetValue(limit)).With("distinct", parsed.GetValue(distinct)).ToString();

    private static void Show(RouteAnswer answer, Printer printer)
    {
        if (answer.Routes.Count > 0) printer.Show(printer.Width < Wide ? Narrow(answer.Routes) : WithExplanations(answer.Routes));
        else if (answer.Complete) printer.Say($"There is no such route. {answer.Obstacle?.Message}");
        if (!answer.Complete)
        {
            printer.Say(
                answer.Routes.Count > 0
                    ? $"Incomplete: the search ended early (budget: {answer.StoppedBy}). These are the best routes found until then; there may be better ones."
                    : $"Incomplete: the search ended early (budget: {answer.StoppedBy}) and had found no route until then. {answer.Obstacle?.Message}",
                Color.Yellow);
        }
    }

    private static Table WithExplanations(IReadOnlyList<RouteLine> routes)
    {
        var table = Tables.Of("Plausibility", "Status", "Route", "Explanation").Right(0);
        foreach (var route in routes) table.Row(Plausibility(route), route.Status, Stops(route), route.Explanation);
        return table;
    }

    // Four columns would be too thin to read: the explanation stands below its route.
    private static Table Narrow(IReadOnlyList<RouteLine> routes)
    {
        var table = Tables.Of("Plausibility", "Status", "Route and explanation").Right(0);
        foreach (var route in routes)
        {
            var explained = new Text(PlainText.OneLine(route.Explanation), new Style(Color.Grey));
            table.AddRow(new Text(Plausibility(route)), new Text(PlainText.OneLine(route.Status)), new Rows(new Text(Stops(route)), explained));
        }
        return table;
    }

    private static string Plausibility(RouteLine route) => route.Plausibility.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Stops(RouteLine route) => string.Join(" > ", route.Stops.Select(stop => PlainText.OneLine(stop.Name ?? stop.Id)));
}
