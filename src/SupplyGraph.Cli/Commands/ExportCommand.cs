using System.CommandLine;
using System.IO.Compression;
using SupplyGraph.Cli.Imports;
using SupplyGraph.Cli.Printing;
using SupplyGraph.Cli.Server;

namespace SupplyGraph.Cli.Commands;

/// <summary><c>export</c>.</summary>
internal static class ExportCommand
{
    private const string StandardOutput = "-";

    public static Command Create(GlobalOptions global)
    {
        var what = new Option<string>("--what")
        {
            Description = "What is exported: claims or entities. Without it: claims; to a folder, both.",
            HelpName = "claims|entities",
        };
        what.AcceptOnlyFromAmong(FileKind.Claims, FileKind.Entities);
        var format = new Option<string>("--format")
        {
            Description = "csv or ndjson. Without it: by the name of --output, or else csv.",
            HelpName = "csv|ndjson",
        };
        format.AcceptOnlyFromAmong(FileKind.Csv, FileKind.Ndjson);
        var output = new Option<string>("--output")
        {
            Description = "The file to write (compressed where it ends in .gz), or a folder; - is standard output. A file appears when it is complete.",
            HelpName = "PATH|-",
            DefaultValueFactory = _ => StandardOutput,
        };
        var command = new CommandWithExamples(
            "export", "Writes all claims or entities of the server as a file that import takes.",
            "supplygraph export > claims.csv", "supplygraph export --what entities --output entities.ndjson.gz", "supplygraph export --output backup/")
        {
            what, format, output,
        };
        return global.Does(command, (parsed, run, cancel) =>
            RunAsync(run, parsed.GetValue(what), parsed.GetValue(format), parsed.GetRequiredValue(output), cancel));
    }

    private static async Task<int> RunAsync(Run run, string? what, string? format, string output, CancellationToken cancel)
    {
        if (output == StandardOutput)
        {
            var address = Address(what ?? FileKind.Claims, format ?? FileKind.Csv);
            await run.Server.DownloadAsync(address, run.Printer.FileAsync, cancel);
            return ExitCode.Done;
        }
        if (!Path.EndsInDirectorySeparator(output) && !Directory.Exists(output))
        {
            await FileAsync(run, what ?? FileKind.Claims, FormatOf(output, format), output, cancel);
            return ExitCode.Done;
        }
        // Entities first: so they are loaded again.
        foreach (var part in what is null ? [FileKind.Entities, FileKind.Claims] : (string[])[what])
            await FileAsync(run, part, format ?? FileKind.Csv, Path.Combine(output, $"{part}.{format ?? FileKind.Csv}"), cancel);
        return ExitCode.Done;
    }

    private static string FormatOf(string output, string? given)
    {
        var named = FileKind.FormatOf(output);
        if (named == FileKind.Tsv) throw new UsageException("Exports are CSV or NDJSON: name the file .csv or .ndjson.");
        if (given is not null && named is not null && given != named)
            throw new UsageException($"--format {given} and the name '{output}' contradict each other: leave --format out, or name the file otherwise.");
        return given ?? named ?? FileKind.Csv;
    }

    private static string Address(string what, string format) => new Query("v1/export").With("what", what).With("format", format).ToString();

    private static async Task FileAsync(Run run, string what, string format, string path, CancellationToken cancel)
    {
        long bytes = 0;
        await run.Server.DownloadAsync(Address(what, format), (content, stop) => FileOut.WriteAsync(path, async file =>
        {
            await CopyAsync(content, path, file, stop);
            bytes = file.Position;
        }), cancel);
        run.Printer.Note($"Wrote {path}{(bytes > 0 ? $", {Quantity.Bytes(bytes)}" : "")}.");
    }

    private static async Task CopyAsync(Stream content, string path, Stream file, CancellationToken cancel)
    {
        if (FileKind.WithoutGzip(path) == path)
        {
            await content.CopyToAsync(file, cancel);
            return;
        }
        await using var gzip = new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true);
        await content.CopyToAsync(gzip, cancel);
    }
}
