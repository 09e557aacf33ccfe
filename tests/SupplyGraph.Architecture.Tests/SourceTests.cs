using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SupplyGraph.Model;

namespace SupplyGraph.Architecture.Tests;

/// <summary>How the code is written: names, docstrings, sizes, limits.</summary>
public sealed partial class SourceTests
{
    [Theory]
    [InlineData("Helper")]
    [InlineData("Manager")]
    [InlineData("Utils")]
    [InlineData("Common")]
    public void No_type_is_named_after_nothing(string ending)
    {
        var types = Parts.All.SelectMany(Parts.Types).ToList();
        Assert.True(types.Count > 100, $"Only {types.Count} types.");

        Assert.Equal("", string.Join('\n', types.Select(type => type.Name.Split('`')[0]).Where(name => name.EndsWith(ending, StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("Model")]
    [InlineData("Graph")]
    [InlineData("Analysis")]
    [InlineData("Storage")]
    [InlineData("Loading")]
    [InlineData("Cli")]
    public void Every_public_type_says_what_it_is(string part)
    {
        var types = Parts.Types(part).Where(type => type.IsPublic || type.IsNestedPublic).ToList();
        Assert.NotEmpty(types);
        var documented = XDocument.Load(Path.ChangeExtension(Parts.Assembly(part).Location, ".xml")).Descendants("member")
            .Where(member => member.Element("summary") is { } summary && summary.Value.Trim().Length > 0)
            .Select(member => member.Attribute("name")!.Value).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(documented);

        Assert.Equal("", string.Join('\n', types.Select(type => $"T:{type.FullName!.Replace('+', '.')}").Where(name => !documented.Contains(name))));
    }

    [Fact]
    public void Source_files_are_short_and_most_are_very_short()
    {
        var sizes = Parts.SourceFiles().ToDictionary(path => Path.GetRelativePath(Parts.Root, path), path => File.ReadLines(path).Count());
        Assert.True(sizes.Count > 60, $"Only {sizes.Count} source files.");

        Assert.Equal("", string.Join('\n', sizes.Where(file => file.Value >= 300).Select(file => $"{file.Key}: {file.Value} lines")));
        Assert.True(sizes.Values.Count(lines => lines < 150) > 0.8 * sizes.Count, "More than a fifth of the files have 150 lines or more.");
    }

    // So that tests can capture what a command prints, and nothing that steers a terminal slips by.
    [Fact]
    public void The_command_line_reaches_the_console_in_one_place()
    {
        var files = Parts.SourceFiles().Where(path => Path.GetRelativePath(Parts.Root, path).Contains("SupplyGraph.Cli", StringComparison.Ordinal)).ToList();
        Assert.True(files.Count > 20, $"Only {files.Count} files.");

        Assert.Equal(["Terminal.cs"], files.Where(path => ConsoleUse().IsMatch(File.ReadAllText(path))).Select(path => Path.GetFileName(path)));
    }

    [Fact]
    public void Every_limit_is_used()
    {
        var limits = typeof(Limits).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.Name).ToList();
        Assert.NotEmpty(limits);
        var used = Parts.SourceFiles().Where(path => Path.GetFileName(path) != "Limits.cs")
            .SelectMany(path => LimitUse().Matches(File.ReadAllText(path)).Select(use => use.Groups[1].Value)).ToHashSet(StringComparer.Ordinal);

        Assert.Equal("", string.Join('\n', limits.Where(name => !used.Contains(name))));
    }

    [GeneratedRegex(@"(?<![.\w])(Console\.|AnsiConsole\.(?!Create\b))")]
    private static partial Regex ConsoleUse();

    [GeneratedRegex(@"\bLimits\.(\w+)")]
    private static partial Regex LimitUse();
}
