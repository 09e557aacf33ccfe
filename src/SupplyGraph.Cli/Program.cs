using System.Runtime.InteropServices;

namespace SupplyGraph.Cli;

internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        using var cancel = new CancellationTokenSource();
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        return await SupplyGraphCommand.RunAsync(args, Terminal.OfProcess(), cancel.Token);

        // The first one winds down, which may have to tell the server; the second one ends the process as it would without us.
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = !cancel.IsCancellationRequested;
            if (signal.Cancel) Task.Run(cancel.Cancel);
        }
    }
}
