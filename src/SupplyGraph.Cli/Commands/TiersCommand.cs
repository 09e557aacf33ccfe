using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using SupplyGraph.Cli.Printing;
using SupplyGraph.Cli.Server;
using SupplyGraph.Model;

namespace SupplyGraph.Cli.Commands;

/// <summary><c>suppliers</c> and <c>customers</c>.</summary>
internal sealed class TiersCommand
{
    private readonly Argument<string> entity = new("ENTITY") { Description = "The entity, by id, name, alias or ISO code; taken exactly." };
    private readonly Option<string> tiers = RouteOptions.One(
        "--tiers", "N", $"The most legs between the entity and another, 1..{Limits.MaxTiers}. Without it: {Limits.DefaultTiers}.");
    private readonly Option<string> component = RouteOptions.One("--component", "COMPONENT", "Only routes of this component.");
    private readonly FilterOptions filters = new();
    private readonly Option<string> limit = RouteOptions.One("--limit", "N", $"How many at most, 1..{Limits.MaxPageSize}. Without it: {Limits.DefaultPageSize}.");
    private readonly Option<string> cursor = RouteOptions.One("--cursor", "CURSOR", "Continues a list where the one before ended.");

    public static Command Suppliers(GlobalOptions global) => Create(
        global, "suppliers", "Shows who stands behind an entity, tier by tier.",
        "supplygraph suppliers mercedes-benz", "supplygraph suppliers byd --tiers 5 --component lithium");

    public static Command Customers(GlobalOptions global) => Create(
        global, "customers", "Shows whom an entity supplies, tier by tier.",
        "supplygraph customers catl", "supplygraph customers btr --tiers 2 --status established");

    private static CommandWithExamples Create(GlobalOptions global, string name, string description, params string[] examples)
    {
        var options = new TiersCommand();
        var command = new CommandWithExamples(name, description, examples) { options.entity, options.tiers, options.component };
        options.filters.AddTo(command);
        command.Add(options.limit);
        command.Add(options.cursor);
        global.Does(command, (parsed, run, cancel) => options.RunAsync(name, parsed, run, cancel));
        return command;
    }

    private async Task<int> RunAsync(string side, ParseResult parsed, Run run, CancellationToken cancel)
    {
        var query = new Query($"v1/entities/{Uri.EscapeDataString(parsed.GetRequiredValue(entity))}/{side}").With("tiers", parsed.GetValue(tiers))
            .With("component", parsed.GetValue(component)).With("limit", parsed.GetValue(limit)).With("cursor", parsed.GetValue(cursor));
        run.Give<TierAnswer>(await run.Server.GetAsync(filters.In(query, parsed).ToString(), cancel), answer => Show(answer, run.Printer));
        return ExitCode.Done;
    }

    private static void Show(TierAnswer answer, Printer printer)
    {
        var table = Tables.Of("Tier", "Entity", "Component", "Plausibility", "Route").Right(0, 3);
        foreach (var line in answer.Items)
        {
            table.Row(
                line.Tier.ToString(CultureInfo.InvariantCulture), line.Entity.Name ?? line.Entity.Id, line.Component ?? "",
                line.Route.Plausibility.ToString("0.000", CultureInfo.InvariantCulture), line.Route.Explanation ?? "");
        }
        if (answer.Items.Count > 0) printer.Show(table);
        printer.Say($"{Quantity.Count(answer.Items.Count)} of {Quantity.Count(answer.Counts.Total)} shown."
            + (answer.Next is null ? "" : $" The next: --cursor {answer.Next}"));
        if (!answer.Complete) printer.Say($"Incomplete: the search ended early (budget: {answer.StoppedBy}). There may be more, and better routes.", Color.Yellow);
    }
}
