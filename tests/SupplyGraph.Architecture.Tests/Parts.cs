using System.Reflection;
using System.Runtime.CompilerServices;

namespace SupplyGraph.Architecture.Tests;

/// <summary>The product's parts as they were built, and the folder that they were built from.</summary>
internal static class Parts
{
    public static readonly IReadOnlyList<string> All = ["Model", "Graph", "Analysis", "Storage", "Loading", "Api", "Cli"];

    public static Assembly Assembly(string part) => System.Reflection.Assembly.Load($"SupplyGraph.{part}");

    /// <summary>The assemblies that a part's code uses.</summary>
    public static IReadOnlyList<string> References(string part) => [.. Assembly(part).GetReferencedAssemblies().Select(a => a.Name!)];

    /// <summary>The other parts that it uses.</summary>
    public static IEnumerable<string> PartsUsedBy(string part) =>
        References(part).Where(name => name.StartsWith("SupplyGraph.", StringComparison.Ordinal)).Select(name => name["SupplyGraph.".Length..]);

    /// <summary>The types that people wrote.</summary>
    public static IEnumerable<Type> Types(string part) =>
        Assembly(part).GetTypes()
            .Where(type => type.GetCustomAttribute<CompilerGeneratedAttribute>() is null && !type.Name.Contains('<', StringComparison.Ordinal));

    /// <summary>The folder of SupplyGraph.sln: up from the assembly, or from this file where the build puts its output elsewhere.</summary>
    public static string Root { get; } = FindRoot();

    public static IEnumerable<string> SourceFiles() => Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories)
        .Where(path => !Path.GetRelativePath(Root, path).Split(Path.DirectorySeparatorChar).Any(folder => folder is "bin" or "obj"));

    private static string FindRoot([CallerFilePath] string thisFile = "")
    {
        foreach (var start in (string[])[AppContext.BaseDirectory, thisFile])
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
                if (File.Exists(Path.Combine(folder.FullName, "SupplyGraph.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException("No folder above holds SupplyGraph.sln.");
    }
}
