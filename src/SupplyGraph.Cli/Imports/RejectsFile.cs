using SupplyGraph.Cli.Printing;
using SupplyGraph.Cli.Server;

namespace SupplyGraph.Cli.Imports;

/// <summary>Fetches the rejected rows of an import.</summary>
internal sealed class RejectsFile(ServerClient server, Printer printer)
{
    /// <summary>Where the rejects of an input go: beside it, or where <c>--rejects</c> says.</summary>
    /// <param name="several">Whether the input is one of several, so that a given place is a folder.</param>
    public static string PathFor(string input, string? given, bool several)
    {
        if (given is not null && !several && !IsFolder(given)) return given;
        var folder = given ?? (input == InputFile.StandardInput ? "" : Path.GetDirectoryName(input) ?? "");
        var name = input == InputFile.StandardInput ? "stdin" : Path.GetFileNameWithoutExtension(FileKind.WithoutGzip(input));
        return Path.Combine(folder, $"{name}.rejects.csv");
    }

    /// <summary>Writes the rejects of a finished import, if there are any; says where, and how to go on.</summary>
    /// <param name="isChosen">
    /// Whether the user named the place; what stood there goes. Otherwise it is kept under another name: someone may have mended it.
    /// </param>
    public async Task FetchAsync(ImportAnswer import, string path, bool isChosen, CancellationToken cancel)
    {
        if (import.Rejected == 0 || import.Links?.Rejects is null) return;
        try
        {
            var kept = !isChosen && File.Exists(path) ? $"{path}.bak" : null;
            if (kept is not null) File.Copy(path, kept, overwrite: true);
            await server.DownloadAsync(
                $"{ImportRun.PathOf(import.Id)}/rejects", (rows, stop) => FileOut.WriteAsync(path, to => rows.CopyToAsync(to, stop)), cancel);
            printer.Say($"{Quantity.Count(import.Rejected, "rejected row", "rejected rows")} with the reasons: {path}"
                + (kept is null ? "" : $" (what stood there is now {kept})"));
            printer.Say("Mend them there and import that file in the same way.");
        }
        catch (Exception e) when (e is FileException or IOException or UnauthorizedAccessException)
        {
            printer.Complain($"{e.Message} The rejected rows are at {server.Address}{ImportRun.PathOf(import.Id)}/rejects.");
        }
    }

    private static bool IsFolder(string path) => Path.EndsInDirectorySeparator(path) || Directory.Exists(path);
}
