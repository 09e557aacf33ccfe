using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using SupplyGraph.Cli.Printing;
using SupplyGraph.Cli.Server;
using SupplyGraph.Model;

namespace SupplyGraph.Cli.Commands;

/// <summary><c>hubs</c>.</summary>
internal static class HubsCommand
{
    public static Command Create(GlobalOptions global)
    {
        var filters = new FilterOptions();
        var countries = new Argument<string[]>("COUNTRY")
        {
            Description = $"Countries to compare, up to {Limits.MaxHubCountries}: ids, names, aliases or ISO codes.",
            Arity = ArgumentArity.OneOrMore,
        };
        var limit = new Option<string>("--limit")
        {
            Description = $"How many entities each list of the answer shows, 1..{Limits.MaxHubLinks}. Without it: {Limits.DefaultHubLinks}. All are counted.",
            HelpName = "N",
        };
        var command = new CommandWithExamples(
            "hubs", "Compares countries: who works at which stage of the chain, where imports come from, and what is missing.",
            "supplygraph hubs pakistan thailand vietnam indonesia",
            "supplygraph hubs PK --status established",
            "supplygraph hubs pakistan --json | jq '.hubs[].missing'")
        {
            countries, limit,
        };
        filters.AddTo(command);
        return global.Does(command, async (parsed, run, cancel) =>
        {
            var query = new Query("v1/hubs").With("country", parsed.GetValue(countries)).With("limit", parsed.GetValue(limit));
            run.Give<HubAnswer>(await run.Server.GetAsync(filters.In(query, parsed).ToString(), cancel), answer => Show(answer, run.Printer));
            return ExitCode.Done;
        });
    }

    private static void Show(HubAnswer answer, Printer printer)
    {
        var table = Tables.Of(["Stage", .. answer.Hubs.Select(hub => hub.Country.Name ?? hub.Country.Id)]);
        for (var s = 0; s < answer.Hubs[0].Stages.Count; s++)
            table.Row([answer.Hubs[0].Stages[s].Stage, .. answer.Hubs.Select(hub => Stage(hub.Stages[s]))]);
        table.Row(["markets", .. answer.Hubs.Select(hub => Quantity.Count(hub.Markets.Count))]);
        table.Row(["policies", .. answer.Hubs.Select(hub => Quantity.Count(hub.Policies.Count))]);
        table.Row(["corridors", .. answer.Hubs.Select(hub => Quantity.Count(hub.Corridors.Count))]);
        printer.Show(table);
        printer.Say("Companies established + announced + potential; imports: sources, and their concentration from 0 to 10,000.");
        foreach (var hub in answer.Hubs.Where(hub => hub.Missing.Count > 0))
            printer.Say($"{hub.Country.Name ?? hub.Country.Id} misses {string.Join(", ", hub.Missing)}.");
        foreach (var hub in answer.Hubs) printer.Show(Routes(hub));
        if (!answer.Complete)
            printer.Say($"Incomplete: the search for routes ended early (budget: {answer.StoppedBy}). There may be better ones.", Color.Yellow);
    }

    private static string Stage(HubStageAnswer stage)
    {
        var companies = stage.Companies;
        var counts = $"{companies.Established.Count} + {companies.Announced.Count} + {companies.Potential.Count}";
        return stage.Imports.Hhi is { } hhi ? string.Create(CultureInfo.InvariantCulture, $"{counts}; from {stage.Imports.Count}, {hhi:N0}") : counts;
    }

    private static Table Routes(HubLine hub)
    {
        var table = Tables.Of($"Region reached through {hub.Country.Name ?? hub.Country.Id}", "Plausibility", "Best route").Right(1);
        foreach (var route in hub.Routes)
        {
            var stops = route.Route is null ? "none" : string.Join(" > ", route.Route.Stops.Select(stop => stop.Name ?? stop.Id));
            table.Row(route.Region.Name ?? route.Region.Id, route.Route?.Plausibility.ToString("0.000", CultureInfo.InvariantCulture), stops);
        }
        return table;
    }
}
