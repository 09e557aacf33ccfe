using Spectre.Console;
using SupplyGraph.Cli.Printing;
using SupplyGraph.Cli.Server;

namespace SupplyGraph.Cli.Imports;

/// <summary>A bar that grows in its place: first the upload, then the rows with their rate and the time left.</summary>
internal sealed class ProgressBars : IImportProgress
{
    private const int BarWidth = 24;

    private readonly ProgressContext context;
    private readonly ProgressTask upload;
    private readonly InputFile file;
    private ProgressTask? rows;

    private ProgressBars(ProgressContext context, InputFile file)
    {
        (this.context, this.file) = (context, file);
        upload = context.AddTask("uploading", maxValue: Math.Max(1, file.Length ?? 1));
        upload.IsIndeterminate = file.Length is null;
    }

    /// <summary>Draws while the work goes on, and takes the drawing away after it.</summary>
    public static Task<T> WhileAsync<T>(IAnsiConsole console, InputFile file, Func<IImportProgress, Task<T>> work) => console.Progress()
        .AutoClear(true)
        .Columns(
            new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn { Width = BarWidth }, new PercentageColumn(),
            new RemainingTimeColumn())
        .StartAsync(context => work(new ProgressBars(context, file)));

    public void Sent(long bytes)
    {
        upload.Value = Math.Min(bytes, upload.MaxValue);
        upload.Description = Markup.Escape(PlainText.OneLine($"{Path.GetFileName(file.Title)}: {ProgressText.OfUpload(bytes, file.Length)}"));
    }

    public void At(ImportAnswer import)
    {
        upload.IsIndeterminate = false;
        upload.Value = upload.MaxValue;
        var text = Markup.Escape(ProgressText.OfRows(import));
        rows ??= context.AddTask(text);
        rows.Description = text;
        rows.IsIndeterminate = import.Bytes is not { Total: > 0 };
        if (import.Bytes is not { Total: > 0 } bytes) return;
        rows.MaxValue = bytes.Total;
        rows.Value = Math.Min(bytes.Done, bytes.Total);
    }
}
