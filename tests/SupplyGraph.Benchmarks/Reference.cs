using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SupplyGraph.Benchmarks;

/// <summary>The reference program, run over the same questions in a folder of its own.</summary>
internal sealed partial class Reference : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("supplygraph-reference-");
    private string program = "";

    /// <summary>Where it leaves its answers.</summary>
    public string Folder => folder.FullName;

    /// <summary>The program that lies beside the questions, or the one built from the source given; null where there is neither.</summary>
    public static Reference? Find(RouteBenchmarkOptions options, IReadOnlyList<WorkloadQuestion> questions)
    {
        var beside = Path.GetFullPath(Path.Combine(options.Folder, "reference"));
        if (options.ReferenceSource is null && !File.Exists(beside)) return null;
        var reference = new Reference();
        reference.program = options.ReferenceSource is { } source ? reference.Build(source) : beside;
        File.CreateSymbolicLink(Path.Combine(reference.Folder, "edges.csv"), Path.GetFullPath(Path.Combine(options.Folder, "edges.csv")));
        File.WriteAllLines(Path.Combine(reference.Folder, "queries.tsv"), questions.Select(InItsWords));
        return reference;
    }

    /// <summary>Answers all questions once.</summary>
    public Figures Run()
    {
        var printed = Start(program, Folder, "via");
        var figures = FiguresLine().Match(printed);
        if (!figures.Success) throw new InvalidDataException($"The reference printed no figures: {printed}");
        return new(Number(1), Number(2), Number(3));

        double Number(int group) => double.Parse(figures.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
    }

    private string Build(string source)
    {
        var built = Path.Combine(Folder, "reference");
        Start("g++", "-O3", "-march=native", "-o", built, Path.GetFullPath(source));
        return built;
    }

    private static string InItsWords(WorkloadQuestion q) => FormattableString.Invariant($"{q.Id}\t{q.From}\t{q.To}\t{q.Via}\t{q.Limit}\t{q.MaxHops}");

    private static string Start(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var printed = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? printed : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {printed}");
    }

    [GeneratedRegex(@"median ([\d.]+) ms p95 ([\d.]+) ms max ([\d.]+)")]
    private static partial Regex FiguresLine();

    public void Dispose() => folder.Delete(recursive: true);
}
