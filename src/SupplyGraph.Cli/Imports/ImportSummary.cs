using Spectre.Console;
using SupplyGraph.Cli.Printing;
using SupplyGraph.Cli.Server;

namespace SupplyGraph.Cli.Imports;

/// <summary>Shows an import as the server tells of it.</summary>
internal sealed class ImportSummary(Printer printer)
{
    /// <summary>Errors and warnings that are shown; the rest is counted.</summary>
    private const int Shown = 10;

    /// <param name="title">The file; null where it is not known.</param>
    public void Show(ImportAnswer import, string? title)
    {
        printer.Say($"{(title is null ? "" : $"{title}: ")}{Outcome(import)}", import.State == "succeeded" ? Color.Green : Color.Yellow);
        printer.Show(Facts(import));
        Rows("Errors", import.Errors ?? [], import.Rejected > 0 ? "see the rejects" : "see --json");
        Rows("Warnings", import.Warnings ?? [], "see --json");
    }

    private static string Outcome(ImportAnswer import) => import.State switch
    {
        "succeeded" when import.DryRun && import.Rejected > 0 => "would land in part; nothing was changed.",
        "succeeded" when import.DryRun => "good; nothing was changed.",
        "succeeded" when import.Rejected > 0 => "landed in part.",
        "succeeded" => "imported.",
        "refused" when import.Mode == "partial" => "refused, nothing was changed.",
        "refused" when import.Rejected > 0 => "refused for its bad rows, nothing was changed (--partial takes the good ones).",
        "refused" => "refused, nothing was changed.",
        "cancelled" => "cancelled, nothing was changed.",
        "failed" => $"failed, nothing was changed: {import.Failure ?? "the server's log says why"}",
        var state => $"{state}.",
    };

    private static Table Facts(ImportAnswer import)
    {
        var facts = Tables.OfFacts();
        facts.Row("import", $"{import.Id}, {import.What}, {import.Mode}{(import.DryRun ? ", dry run" : "")}");
        if (import.Rows is { } rows)
        {
            facts.Row("rows", $"{Quantity.Count(rows.Read)} read: {Quantity.Count(rows.Accepted)} accepted, {Quantity.Count(rows.Unchanged)} unchanged, "
                + $"{Quantity.Count(rows.Rejected)} rejected");
        }
        if (import.State == "succeeded") Effects(facts, import);
        if (import.Columns is { Count: > 0 } columns) facts.Row("columns", string.Join(", ", columns.Select(Column)));
        if (import.IgnoredColumns is { Count: > 0 } ignored) facts.Row("ignored", string.Join(", ", ignored));
        if (import.Delimiter is { } delimiter) facts.Row("delimiter", delimiter == "\t" ? "tab" : delimiter);
        if (Time(import) is { } time) facts.Row("time", time);
        if (import.Version is { } version) facts.Row("version", Quantity.Count(version));
        return facts;
    }

    private static void Effects(Table facts, ImportAnswer import)
    {
        if (import.Created is { } created)
        {
            facts.Row(import.DryRun ? "would create" : "created",
                $"{Quantity.Count(created.Entities, "entity", "entities")}, {Quantity.Count(created.Claims, "claim", "claims")}, "
                + $"{Quantity.Count(created.Relationships, "relationship", "relationships")}, {Quantity.Count(created.Sources, "source", "sources")}");
        }
        if (import.Changed is { } changed)
        {
            facts.Row(import.DryRun ? "would change" : "changed",
                $"{Quantity.Count(changed.Entities, "entity", "entities")}, {Quantity.Count(changed.Claims, "claim", "claims")}");
        }
    }

    private static string Column(ColumnAnswer column) => (column.Header, column.Default) switch
    {
        (null, var value) => $"{column.Column} = '{value}'",
        (var header, null) => header.Equals(column.Column, StringComparison.OrdinalIgnoreCase) ? column.Column : $"{column.Column} ← '{header}'",
        var (header, value) => $"{column.Column} ← '{header}' or '{value}'",
    };

    private static string? Time(ImportAnswer import) => import.StartedAt is { } started && import.FinishedAt is { } finished
        ? Quantity.Duration(finished - started) + (import.RowsPerSecond is { } rate ? $", {ProgressText.Rate(rate)}" : "")
        : null;

    private void Rows(string title, IReadOnlyList<RowAnswer> rows, string rest)
    {
        if (rows.Count == 0) return;
        printer.Say(rows.Count > Shown ? $"{title}, the first {Shown} ({rest}):" : $"{title}:");
        var table = Tables.Of("Row", "Line", "Column", "Value", "What is wrong").Right(0, 1);
        foreach (var row in rows.Take(Shown)) table.Row(Place(row.Row), Place(row.Line), row.Column, Short(row.Value), row.Message);
        printer.Show(table);
    }

    // Row 0 is the header, or the file as a whole.
    private static string Place(long number) => number > 0 ? Quantity.Count(number) : "";

    private static string? Short(string? value)
    {
        const int Longest = 40;
        return value?.Length > Longest ? $"{value[..Longest]}…" : value;
    }
}
