using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using SupplyGraph.Cli.Printing;
using SupplyGraph.Cli.Server;
using SupplyGraph.Model;

namespace SupplyGraph.Cli.Commands;

/// <summary><c>disruptions</c>.</summary>
internal sealed class DisruptionsCommand
{
    private readonly Option<string[]> without = new("--without")
    {
        Description = "An entity that is no more: an id, name, alias or ISO code. Repeat for several.",
        HelpName = "ENTITY",
    };

    private readonly Option<string[]> withoutRelationship = new("--without-relationship")
    {
        Description = "The id of a relationship that is no more. Repeat for several.",
        HelpName = "RELATIONSHIP",
    };

    private readonly Option<string> maxHops = new("--max-hops")
    {
        Description = $"The most legs of a route, 1..{Limits.MaxHops}. Without it: {Limits.DefaultHops}.",
        HelpName = "N",
    };

    private readonly Option<string> limit = new("--limit")
    {
        Description = $"How many at most, 1..{Limits.MaxPageSize}. Without it: {Limits.DefaultPageSize}.",
        HelpName = "N",
    };

    private readonly FilterOptions filters = new();

    public static Command Create(GlobalOptions global)
    {
        var options = new DisruptionsCommand();
        var command = new CommandWithExamples(
            "disruptions", "Shows who would be supplied worse if entities or relationships were no more, the greatest loss first.",
            "supplygraph disruptions --without china",
            "supplygraph disruptions --without-relationship exports_to~china~south-korea~graphite~",
            "supplygraph disruptions --without china --type exports_to --type supplies --limit 20 --json | jq '.items[].receiver.id'")
        {
            options.without, options.withoutRelationship, options.maxHops, options.limit,
        };
        options.filters.AddTo(command);
        return global.Does(command, options.RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, Run run, CancellationToken cancel)
    {
        run.Give<DisruptionAnswer>(await run.Server.PostAsync("v1/disruptions", Question(parsed), cancel), answer => Show(answer, run.Printer));
        return ExitCode.Done;
    }

    private Dictionary<string, object> Question(ParseResult parsed)
    {
        var (entities, relationships) = (parsed.GetValue(without) ?? [], parsed.GetValue(withoutRelationship) ?? []);
        if (entities.Length + relationships.Length == 0) throw new UsageException("Say what is no more: --without or --without-relationship is needed.");
        var question = filters.Fields(parsed).ToDictionary(f => f.Name, f => f.Value);
        if (parsed.GetValue(maxHops) is { } hops) question["maxHops"] = BodyNumber.Of(maxHops.Name, hops);
        if (parsed.GetValue(limit) is { } most) question["limit"] = BodyNumber.Of(limit.Name, most);
        question["scenario"] = new { removedEntities = entities, removedRelationships = relationships };
        return question;
    }

    private static void Show(DisruptionAnswer answer, Printer printer)
    {
        if (answer.Items.Count > 0) printer.Show(TableOf(answer.Items));
        printer.Say(
            $"Of {Quantity.Count(answer.LookedAt, "supply", "supplies")} looked at, {Quantity.Count(answer.Lost)} lost altogether, "
            + $"{Quantity.Count(answer.Weakened)} weakened, {Quantity.Count(answer.Strengthened)} strengthened.");
        if (answer.Next is not null) printer.Say("There are more: raise --limit.");
        if (answer.Complete) return;
        printer.Say($"Incomplete: the search ended early (budget: {answer.StoppedBy}). There may be better routes than these.", Color.Yellow);
    }

    private static Table TableOf(IReadOnlyList<DisruptionLine> items)
    {
        var table = Tables.Of("Loss", "Component", "Receiver", "Before", "After").Right(0);
        foreach (var item in items) table.Row(Number(item.Loss), Shown(item.Component), Shown(item.Receiver), Shown(item.Before), Shown(item.After));
        return table;
    }

    private static string Shown(EntityName entity) => entity.Name ?? entity.Id;

    private static string Shown(ArrivalAnswer? arrival) =>
        arrival is null ? "none" : $"{Number(arrival.Plausibility)} {string.Join(" > ", arrival.Stops)}";

    private static string Number(double number) => number.ToString("0.000", CultureInfo.InvariantCulture);
}
