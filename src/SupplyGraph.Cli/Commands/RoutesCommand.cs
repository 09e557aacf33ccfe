using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using SupplyGraph.Cli.Printing;
using SupplyGraph.Cli.Server;
using SupplyGraph.Model;
using Status = SupplyGraph.Model.Status;

namespace SupplyGraph.Cli.Commands;

/// <summary><c>routes</c>.</summary>
internal sealed class RoutesCommand
{
    /// <summary>Characters of a line from which on explanations have a column of their own.</summary>
    private const int Wide = 150;

    private readonly Option<string[]> from = Many("--from", "PLACE", "Where a route may start: an id, name, alias or ISO code; any of several will do.");
    private readonly Option<string[]> to = Many("--to", "PLACE", "Where a route may end; any of several will do.");
    private readonly Option<string[]> via = Many("--via", "PLACE", $"A place between the first stop and the last; all of up to {Limits.MaxVias} must be met.");
    private readonly Option<string[]> avoid = Many("--avoid", "PLACE", "A place that no stop may lie in.");
    private readonly Option<string> component = One("--component", "COMPONENT", "Only routes of this component.");
    private readonly Option<string[]> type = Many("--type", "TYPE", $"Types that legs may have: {string.Join(", ", Term.All<RelationshipType>())}.");
    private readonly Option<string[]> status = Many("--status", "STATUS", $"Statuses that legs may have: {string.Join(", ", Term.All<Status>())}.");
    private readonly Option<string> minConfidence = One("--min-confidence", "0..1", "The least confidence of a leg.");
    private readonly Option<string> asOf = One("--as-of", "DATE", "The day on which legs must count, such as 2026 or 2026-11-22. Without it: today.");
    private readonly Option<string> maxHops = One("--max-hops", "N", $"The most legs of a route, 1..{Limits.MaxHops}. Without it: {Limits.DefaultHops}.");
    private readonly Option<string> limit = One("--limit", "N", $"How many routes at most, 1..{Limits.MaxRoutes}. Without it: {Limits.DefaultRoutes}.");
    private readonly Option<string> distinct = One(
        "--distinct", "KEY", "Only the best route per key: endpoints, countries, around (the vias), or none. Without it: what suits the question.");
    private readonly Option<string> components = One(
        "--components", "MODE", "Whether what the legs carry must make sense along the route: follow (the default) or ignore.");
    private readonly Option<bool> exact = new("--exact")
    {
        Description = "Take places exactly: a country without its companies, a region without its members.",
    };

    public static Command Create(GlobalOptions global)
    {
        var options = new RoutesCommand();
        var command = new CommandWithExamples(
            "routes", "Finds the most plausible supply routes. At least one of --from, --to and --via is needed.",
            "supplygraph routes --via pakistan",
            "supplygraph routes --from china --to europe --via pakistan --avoid iran",
            "supplygraph routes --from australia --to germany --component lithium-ion-battery-cell --status established --limit 5",
            "supplygraph routes --via hungary --json | jq '.routes[].explanation'");
        Option[] all =
        [
            options.from, options.to, options.via, options.avoid, options.component, options.type, options.status, options.minConfidence, options.asOf,
            options.maxHops, options.limit, options.distinct, options.components, options.exact,
        ];
        foreach (var option in all) command.Add(option);
        return global.Does(command, options.RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, Run run, CancellationToken cancel)
    {
        run.Give<RouteAnswer>(await run.Server.GetAsync(Address(parsed), cancel), answer => Show(answer, run.Printer));
        return ExitCode.Done;
    }

    private string Address(ParseResult parsed) => new Query("v1/routes")
        .With("from", parsed.GetValue(from)).With("to", parsed.GetValue(to)).With("via", parsed.GetValue(via)).With("avoid", parsed.GetValue(avoid))
        .With("component", parsed.GetValue(component)).With("types", parsed.GetValue(type)).With("status", parsed.GetValue(status))
        .With("minConfidence", parsed.GetValue(minConfidence)).With("asOf", parsed.GetValue(asOf)).With("maxHops", parsed.GetValue(maxHops))
        .With("limit", parsed.GetValue(limit)).With("distinct", parsed.GetValue(distinct)).With("components", parsed.GetValue(components))
        .With("exact", parsed.GetValue(exact)).ToString();

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

    private static Option<string> One(string name, string value, string description) => new(name) { Description = description, HelpName = value };

    private static Option<string[]> Many(string name, string value, string description) =>
        new(name) { Description = $"{description} Repeat for several.", HelpName = value };
}
