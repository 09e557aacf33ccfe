using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using SupplyGraph.Cli.Printing;
using SupplyGraph.Cli.Server;

namespace SupplyGraph.Cli.Commands;

/// <summary><c>concentration</c>.</summary>
internal sealed class ConcentrationCommand
{
    private readonly Argument<string> component = new("COMPONENT") { Description = "The component, by id, name or alias; its kinds belong to it." };

    private readonly Option<string> by = new("--by") { Description = "Whose shares: country (the default) or company.", HelpName = "WHO" };

    private readonly Option<string> measure = new("--measure")
    {
        Description = "What is shared: makers (the default), exports (by country only) or capacity.",
        HelpName = "WHAT",
    };

    private readonly FilterOptions filters = new();

    public static Command Create(GlobalOptions global)
    {
        var options = new ConcentrationCommand();
        var command = new CommandWithExamples(
            "concentration", "Shows who holds how much of a component, and how concentrated that is.",
            "supplygraph concentration battery-separator",
            "supplygraph concentration 'battery separator' --measure capacity --status established",
            "supplygraph concentration lithium-ion-battery-cell --by company --measure capacity")
        {
            options.component, options.by, options.measure,
        };
        options.filters.AddTo(command);
        return global.Does(command, options.RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, Run run, CancellationToken cancel)
    {
        var query = new Query("v1/concentration").With("component", parsed.GetRequiredValue(component))
            .With("by", parsed.GetValue(by)).With("measure", parsed.GetValue(measure));
        run.Give<ConcentrationAnswer>(await run.Server.GetAsync(filters.In(query, parsed).ToString(), cancel), answer => Show(answer, run.Printer));
        return ExitCode.Done;
    }

    private static void Show(ConcentrationAnswer answer, Printer printer)
    {
        if (answer.Shares.Count > 0) printer.Show(TableOf(answer));
        if (answer.HerfindahlHirschman is { } index)
            printer.Say(string.Create(CultureInfo.InvariantCulture, $"Herfindahl-Hirschman index: {index:#,0.#} of 10,000."));
        printer.Say(CoverageOf(answer.Coverage));
    }

    private static Table TableOf(ConcentrationAnswer answer)
    {
        var holder = answer.Query.By == "company" ? "Company" : "Country";
        var table = Tables.Of(holder, answer.Unit ?? Counted(answer.Query), "Share", "Relationships").Right(1, 2, 3);
        foreach (var share in answer.Shares)
        {
            table.Row(
                share.Name ?? share.Id, share.Value.ToString("#,0.######", CultureInfo.InvariantCulture),
                share.Share.ToString("0.0 %", CultureInfo.InvariantCulture), Quantity.Count(share.Relationships.Count));
        }
        return table;
    }

    private static string Counted(ConcentrationAsked asked) => asked switch
    {
        { Measure: "exports" } => "Destinations",
        { Measure: "makers", By: "company" } => "Countries",
        { Measure: "makers" } => "Companies",
        _ => "Amount",
    };

    private static string CoverageOf(CoverageAnswer coverage)
    {
        var reasons = coverage.LeftOut.Select(l => $"{Quantity.Count(l.Relationships.Count)} {l.Reason.Replace('_', ' ')}").ToList();
        return $"Coverage: {Quantity.Count(coverage.Counted)} of {Quantity.Count(coverage.CouldCount, "relationship", "relationships")} counted"
            + (reasons.Count == 0 ? "." : $"; left out: {string.Join(", ", reasons)}.");
    }
}
