using SupplyGraph.Cli.Printing;
using SupplyGraph.Cli.Server;

namespace SupplyGraph.Cli.Imports;

/// <summary>A plain line every few seconds, for logs and pipes.</summary>
internal sealed class ProgressLines(InputFile file, Printer printer, Pace pace) : IImportProgress
{
    private readonly Lock one = new();
    private long last = TimeProvider.System.GetTimestamp();

    public void Sent(long bytes) => Line(() => ProgressText.OfUpload(bytes, file.Length));

    public void At(ImportAnswer import)
    {
        if (!import.IsFinished) Line(() => ProgressText.OfRowsAndRest(import, TimeProvider.System));
    }

    private void Line(Func<string> text)
    {
        lock (one)
        {
            if (TimeProvider.System.GetElapsedTime(last) < pace.BetweenLines) return;
            last = TimeProvider.System.GetTimestamp();
            printer.Say($"{file.Title}: {text()}");
        }
    }
}
