using System.CommandLine;
using System.Globalization;
using SupplyGraph.Cli.Printing;
using SupplyGraph.Cli.Server;
using SupplyGraph.Model;

namespace SupplyGraph.Cli.Commands;

/// <summary><c>opportunities</c>.</summary>
internal static class OpportunitiesCommand
{
    /// <summary>Ties of a company that a row of the table names; the answer has them all.</summary>
    private const int NamedTies = 3;

    public static Command Create(GlobalOptions global)
    {
        var filters = new FilterOptions();
        var country = new Argument<string>("COUNTRY") { Description = "The country: an id, name, alias or ISO code." };
        var limit = new Option<string>("--limit")
        {
            Description = $"How many companies for each missing stage, 1..{Limits.MaxOpportunities}. Without it: {Limits.DefaultOpportunities}.",
            HelpName = "N",
        };
        var command = new CommandWithExamples(
            "opportunities", "Finds who could bring a country the stages of the chain that it misses, nearest first.",
            "supplygraph opportunities pakistan --limit 3",
            "supplygraph opportunities PK --min-confidence 0.7",
            "supplygraph opportunities pakistan --json | jq '.stages[] | {stage, nearest: .companies[0]}'")
        {
            country, limit,
        };
        filters.AddTo(command);
        return global.Does(command, async (parsed, run, cancel) =>
        {
            var query = new Query($"v1/countries/{Uri.EscapeDataString(parsed.GetRequiredValue(country))}/opportunities")
                .With("limit", parsed.GetValue(limit));
            run.Give<OpportunitiesAnswer>(await run.Server.GetAsync(filters.In(query, parsed).ToString(), cancel), answer => Show(answer, run.Printer));
            return ExitCode.Done;
        });
    }

    private static void Show(OpportunitiesAnswer answer, Printer printer)
    {
        if (answer.Stages.Count == 0)
        {
            printer.Say("No stage is missing.");
            return;
        }
        var table = Tables.Of("Stage", "Nearness", "Company", "Based in", "Strongest ties").Right(1);
        foreach (var stage in answer.Stages)
            foreach (var company in stage.Companies)
                table.Row(
                    stage.Stage, company.Nearness.ToString("0.000", CultureInfo.InvariantCulture), company.Name, company.Home?.Name,
                    string.Join("; ", company.Ties.Take(NamedTies).Select(Tie)));
        if (answer.Stages.Any(stage => stage.Companies.Count > 0)) printer.Show(table);
        foreach (var stage in answer.Stages)
            printer.Say($"{stage.Stage}: {Quantity.Count(stage.Established, "company", "companies")} established elsewhere, {stage.Near} with a tie.");
    }

    private static string Tie(TieAnswer tie) =>
        string.Create(CultureInfo.InvariantCulture, $"{tie.Kind.Replace('_', ' ')} {tie.Other.Name ?? tie.Other.Id} {tie.Strength:0.00}");
}
