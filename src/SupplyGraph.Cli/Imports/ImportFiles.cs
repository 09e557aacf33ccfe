using SupplyGraph.Cli.Printing;
using SupplyGraph.Cli.Server;
using SupplyGraph.Model;

namespace SupplyGraph.Cli.Imports;

/// <summary>Imports files one after the other, in the order given.</summary>
internal sealed class ImportFiles(Run run, ImportSettings settings)
{
    private readonly Printer printer = run.Printer;

    /// <returns>The worst of the files' exit codes.</returns>
    public async Task<int> RunAsync(IReadOnlyList<string> files, CancellationToken cancel)
    {
        Check(files);
        var code = ExitCode.Done;
        for (var i = 0; i < files.Count; i++)
        {
            var ended = await OneAsync(files[i], several: files.Count > 1, cancel);
            code = ExitCode.Worst(code, ended);
            if (ended == ExitCode.Cancelled || (ended is not (ExitCode.Done or ExitCode.Partly) && !settings.GoesOn))
            {
                if (i + 1 < files.Count) printer.Note($"Not imported: {string.Join(", ", files.Skip(i + 1))}.");
                break;
            }
        }
        return code;
    }

    private void Check(IReadOnlyList<string> files)
    {
        if (settings.Key is not null && files.Count > 1) throw new UsageException("--idempotency-key names one import: give it with one file.");
        if (files.Count > 1 && File.Exists(settings.Rejects)) throw new UsageException("--rejects is a file, and there are several inputs: give a folder.");
        if (files.Count(file => file == InputFile.StandardInput) > 1) throw new UsageException("'-' is standard input, which can be read only once.");
        foreach (var file in files)
        {
            if (file != InputFile.StandardInput && !File.Exists(file)) throw new UsageException($"There is no file '{file}'.");
            if (file != InputFile.StandardInput && new FileInfo(file).Length is var length and > Limits.MaxImportBytes)
            {
                throw new UsageException(
                    $"'{file}' has {Quantity.Bytes(length)}, and an import at most {Quantity.Bytes(Limits.MaxImportBytes)}: split it into several files.");
            }
            if (settings.Rejects is not null && Same(file, RejectsFile.PathFor(file, settings.Rejects, files.Count > 1)))
                throw new UsageException($"--rejects would overwrite '{file}' itself: give another place.");
        }
    }

    private static bool Same(string one, string other) => Path.GetFullPath(one) == Path.GetFullPath(other);

    private async Task<int> OneAsync(string name, bool several, CancellationToken cancel)
    {
        await using var file = await InputFile.OpenAsync(name, run.Terminal.In, cancel);
        var kind = FileKind.Of(file, settings);
        Answer answer;
        try
        {
            answer = await WithProgressAsync(file, kind, cancel);
        }
        catch (ProblemException e) when (several)
        {
            printer.Complain($"{file.Title}:");
            run.Tell(e);
            return e.ExitCode;
        }
        var import = answer.Read<ImportAnswer>();
        new ImportSummary(printer).Show(import, file.Title);
        // What is left to be said is little, and worth it even where the rest is stopped.
        using var limit = new CancellationTokenSource(run.Terminal.Pace.Answer);
        await new RejectsFile(run.Server, printer)
            .FetchAsync(import, RejectsFile.PathFor(name, settings.Rejects, several), settings.Rejects is not null, limit.Token);
        if (printer.Json) printer.Answer(answer);
        if (!cancel.IsCancellationRequested) return import.ExitCode;
        printer.Complain(import.State == "cancelled"
            ? $"Stopped: import {import.Id} is cancelled."
            : $"Stopped, but import {import.Id} had already finished: {import.State}.");
        return ExitCode.Cancelled;
    }

    private Task<Answer> WithProgressAsync(InputFile file, FileKind kind, CancellationToken cancel)
    {
        var import = new ImportRun(run.Server, run.Terminal.Pace, printer.Note);
        if (printer.MayMove && !settings.NoProgress) return ProgressBars.WhileAsync(printer.Live, file, WorkAsync);
        return WorkAsync(new ProgressLines(file, printer, run.Terminal.Pace));

        Task<Answer> WorkAsync(IImportProgress progress) =>
            import.RunAsync(file, Address(kind), settings.Key ?? Guid.NewGuid().ToString("N"), kind, progress, cancel);
    }

    private string Address(FileKind kind)
    {
        var query = new Query("v1/imports").With("what", kind.What).With("dryRun", settings.DryRun).With("mode", settings.Partial ? "partial" : null)
            .With("delimiter", kind.Delimiter).With("ignoreUnknownColumns", settings.IgnoreUnknownColumns);
        foreach (var (column, header) in settings.Maps) query.With($"map.{column}", header);
        foreach (var (column, value) in settings.Defaults) query.With($"default.{column}", value);
        return query.ToString();
    }
}
