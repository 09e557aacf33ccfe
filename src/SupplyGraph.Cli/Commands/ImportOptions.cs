using System.CommandLine;
using System.CommandLine.Parsing;
using SupplyGraph.Cli.Imports;

namespace SupplyGraph.Cli.Commands;

/// <summary>What <c>import</c> and <c>validate</c> take.</summary>
internal sealed class ImportOptions
{
    private readonly Argument<string[]> files = new("FILE")
    {
        Description = $"Files ending in .csv, .tsv, .ndjson or .jsonl, each also .gz; {InputFile.StandardInput} is standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string> what = new("--what")
    {
        Description = "What the rows state: claims or entities. Without it: by the file's name (entities*.csv), or by its header.",
        HelpName = "claims|entities",
    };

    private readonly Option<string> format = new("--format")
    {
        Description = "How the rows are written. Without it: by the file's name.",
        HelpName = "csv|tsv|ndjson",
    };

    private readonly Option<bool> partial = new("--partial")
    {
        Description = "Load the good rows where others are bad. Without it one bad row refuses the whole file.",
    };

    private readonly Option<string[]> map = new("--map")
    {
        Description = "Our column under the file's own header, such as --map from=Supplier; repeat for several.",
        HelpName = "COLUMN=HEADER",
    };

    private readonly Option<string[]> defaults = new("--default")
    {
        Description = "The value of a column where a row gives none, such as --default type=supplies; repeat for several.",
        HelpName = "COLUMN=VALUE",
    };

    private readonly Option<string> delimiter = new("--delimiter")
    {
        Description = "What separates the fields of a CSV file: comma, semicolon, tab, pipe or the character itself. Without it: found by the header.",
        HelpName = "CHARACTER",
    };

    private readonly Option<bool> ignoreUnknown = new("--ignore-unknown-columns")
    {
        Description = "Leave out columns that are neither ours nor mapped. Without it they refuse the file.",
    };

    private readonly Option<string> key = new("--idempotency-key")
    {
        Description = "Names this import: sent again under the same key it is not done twice. Without it one is made up.",
        HelpName = "K",
    };

    private readonly Option<string> rejects = new("--rejects")
    {
        Description = "Where rejected rows are written with their reasons; with several files a folder. Without it: NAME.rejects.csv beside each file.",
        HelpName = "PATH",
    };

    private readonly Option<bool> goOn = new("--continue")
    {
        Description = "Go on with the next file after one that was refused.",
    };

    private readonly Option<bool> noProgress = new("--no-progress")
    {
        Description = "Plain lines every few seconds in place of a bar; so too where NO_COLOR is set or the output is no terminal.",
    };

    public ImportOptions()
    {
        what.AcceptOnlyFromAmong(FileKind.Claims, FileKind.Entities);
        format.AcceptOnlyFromAmong(FileKind.Csv, FileKind.Tsv, FileKind.Ndjson);
        map.Validators.Add(IsAssignments);
        defaults.Validators.Add(IsAssignments);
    }

    public void AddTo(Command command)
    {
        command.Add(files);
        foreach (var option in (Option[])[what, format, partial, map, defaults, delimiter, ignoreUnknown, key, rejects, goOn, noProgress]) command.Add(option);
    }

    public IReadOnlyList<string> Files(ParseResult parsed) => parsed.GetRequiredValue(files);

    public ImportSettings Read(ParseResult parsed, bool dryRun) => new()
    {
        What = parsed.GetValue(what),
        Format = parsed.GetValue(format),
        DryRun = dryRun,
        Partial = parsed.GetValue(partial),
        Maps = Assignments(parsed.GetValue(map) ?? []),
        Defaults = Assignments(parsed.GetValue(defaults) ?? []),
        Delimiter = parsed.GetValue(delimiter),
        IgnoreUnknownColumns = parsed.GetValue(ignoreUnknown),
        Key = parsed.GetValue(key),
        Rejects = parsed.GetValue(rejects),
        GoesOn = parsed.GetValue(goOn),
        NoProgress = parsed.GetValue(noProgress),
    };

    private static void IsAssignments(OptionResult option)
    {
        var columns = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var token in option.Tokens)
        {
            var column = token.Value.Split('=', 2)[0].Trim();
            if (column.Length == 0 || !token.Value.Contains('=', StringComparison.Ordinal))
                option.AddError($"{option.Option.Name} takes {option.Option.HelpName}, not '{token.Value}'.");
            else if (!columns.Add(column)) option.AddError($"{option.Option.Name} names the column '{column}' twice.");
        }
    }

    private static Dictionary<string, string> Assignments(string[] texts) => texts.Select(text => text.Split('=', 2))
        .ToDictionary(pair => pair[0].Trim(), pair => pair[1], StringComparer.OrdinalIgnoreCase);
}
