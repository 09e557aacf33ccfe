using System.CommandLine;
using SupplyGraph.Cli.Imports;

namespace SupplyGraph.Cli.Commands;

/// <summary><c>import</c> and <c>validate</c>.</summary>
internal static class ImportCommand
{
    public static Command Import(GlobalOptions global)
    {
        var options = new ImportOptions();
        var dryRun = new Option<bool>("--dry-run")
        {
            Description = "Check and count everything, and change nothing: the same as 'supplygraph validate'.",
        };
        var command = new CommandWithExamples(
            "import",
            "Loads files of claims or entities (CSV or NDJSON, plain or .gz), one after the other, and waits for each. "
                + "A file that names entities goes before one that uses them.",
            "supplygraph import entities.csv claims.csv.gz",
            "supplygraph import suppliers.csv --map from=Supplier --map to=Customer --map component=Part \\",
            "    --default type=supplies --default from_kind=company --default to_kind=company --default publisher='Our purchasing' \\",
            "    --ignore-unknown-columns",
            "supplygraph import claims.csv --partial --rejects wrong-rows.csv",
            "generate-claims | supplygraph import - --format ndjson --what claims");
        options.AddTo(command);
        command.Add(dryRun);
        return global.Does(command, (parsed, run, cancel) =>
            new ImportFiles(run, options.Read(parsed, parsed.GetValue(dryRun))).RunAsync(options.Files(parsed), cancel));
    }

    public static Command Validate(GlobalOptions global)
    {
        var options = new ImportOptions();
        var command = new CommandWithExamples(
            "validate",
            "Checks files as import would load them, with the same report, and changes nothing.",
            "supplygraph validate claims.csv",
            "supplygraph validate suppliers.csv --map from=Supplier --map to=Customer --default type=supplies --ignore-unknown-columns");
        options.AddTo(command);
        return global.Does(command, (parsed, run, cancel) =>
            new ImportFiles(run, options.Read(parsed, dryRun: true)).RunAsync(options.Files(parsed), cancel));
    }
}
