using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using SupplyGraph.Cli.Imports;
using SupplyGraph.Cli.Printing;
using SupplyGraph.Cli.Server;

namespace SupplyGraph.Cli.Commands;

/// <summary><c>imports list|show|cancel|undo</c>.</summary>
internal static class ImportsCommand
{
    public static Command Create(GlobalOptions global)
    {
        var command = new CommandWithExamples(
            "imports", "Lists, shows, cancels and takes back imports.",
            "supplygraph imports list --state running", "supplygraph imports show 20261122-061530-7f3a9c",
            "supplygraph imports cancel 20261122-061530-7f3a9c", "supplygraph imports undo 20261122-061530-7f3a9c");
        command.Add(List(global));
        command.Add(OfOne(global, "show", "Shows one import: its state, rows, columns, errors and warnings.", ShowAsync));
        command.Add(OfOne(global, "cancel", "Cancels an import that waits or runs; nothing of it stays.", CancelAsync));
        command.Add(OfOne(global, "undo",
            "Takes an import back: removes the claims that only it stated, and the entities that it created and nothing else uses.", UndoAsync));
        return command;
    }

    private static Command List(GlobalOptions global)
    {
        var state = new Option<string>("--state")
        {
            Description = "Only imports in this state: queued, running, succeeded, refused, failed or cancelled.",
            HelpName = "STATE",
        };
        var limit = new Option<int?>("--limit") { Description = "How many at most, newest first.", HelpName = "N" };
        var command = new CommandWithExamples("list", "Lists imports, newest first.", "supplygraph imports list --limit 5") { state, limit };
        return global.Does(command, async (parsed, run, cancel) =>
        {
            var query = new Query("v1/imports").With("state", parsed.GetValue(state))
                .With("limit", parsed.GetValue(limit)?.ToString(CultureInfo.InvariantCulture));
            run.Give<ImportPage>(await run.Server.GetAsync(query.ToString(), cancel), page => Show(page, run.Printer));
            return ExitCode.Done;
        });
    }

    private static void Show(ImportPage page, Printer printer)
    {
        if (page.Items.Count == 0)
        {
            printer.Say("No imports.");
            return;
        }
        var table = Tables.Of("Import", "State", "What", "Mode", "Read", "Accepted", "Unchanged", "Rejected").Right(4, 5, 6, 7);
        foreach (var import in page.Items)
        {
            var rows = import.Rows ?? new RowCounts(0, 0, 0, 0);
            table.Row(import.Id, import.State, import.What, import.DryRun ? $"{import.Mode}, dry run" : import.Mode, Quantity.Count(rows.Read),
                Quantity.Count(rows.Accepted), Quantity.Count(rows.Unchanged), Quantity.Count(rows.Rejected));
        }
        printer.Show(table);
        if (page.Next is not null) printer.Say("There are more: raise --limit.");
    }

    private static Command OfOne(GlobalOptions global, string name, string description, Func<Run, string, CancellationToken, Task<int>> work)
    {
        var id = new Argument<string>("ID") { Description = "The import, such as 20261122-061530-7f3a9c." };
        var command = new CommandWithExamples(name, description, $"supplygraph imports {name} 20261122-061530-7f3a9c") { id };
        return global.Does(command, (parsed, run, cancel) => work(run, parsed.GetRequiredValue(id), cancel));
    }

    private static async Task<int> ShowAsync(Run run, string id, CancellationToken cancel)
    {
        var answer = await run.Server.GetAsync(ImportRun.PathOf(id), cancel);
        run.Give<ImportAnswer>(answer, import => new ImportSummary(run.Printer).Show(import, title: null));
        return ExitCode.Done;
    }

    private static async Task<int> CancelAsync(Run run, string id, CancellationToken cancel)
    {
        var answer = await run.Server.AskAsync(HttpMethod.Delete, ImportRun.PathOf(id), cancel);
        run.Give<ImportAnswer>(answer, import =>
            run.Printer.Say(import.IsFinished ? $"Import {import.Id} is {import.State}." : $"Import {import.Id} is being cancelled."));
        return ExitCode.Done;
    }

    private static async Task<int> UndoAsync(Run run, string id, CancellationToken cancel)
    {
        var answer = await run.Server.AskAsync(HttpMethod.Delete, $"{ImportRun.PathOf(id)}/claims", cancel);
        run.Give<UndoAnswer>(answer, undone => Show(undone, run.Printer));
        return ExitCode.Done;
    }

    private static void Show(UndoAnswer undone, Printer printer)
    {
        printer.Say($"Import {undone.Id} is taken back.", Color.Green);
        var facts = Tables.OfFacts();
        facts.Row("claims", Counts(undone.Claims, "that others state as well"));
        facts.Row("relationships", Counts(undone.Relationships, "that others state as well"));
        facts.Row("entities", Counts(undone.Entities, "that others use"));
        facts.Row("sources", Counts(undone.Sources, "that others cite"));
        printer.Show(facts);
    }

    private static string Counts(UndoCounts? counts, string why) =>
        $"{Quantity.Count(counts?.Removed ?? 0)} removed{(counts is { Kept: > 0 } ? $", {Quantity.Count(counts.Kept)} kept {why}" : "")}";
}
