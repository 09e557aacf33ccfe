using System.Globalization;
using System.Text.RegularExpressions;

namespace SupplyGraph.Architecture.Tests;

/// <summary>The records in docs/decisions.</summary>
public sealed partial class DecisionTests
{
    private static readonly string Folder = Path.Combine(Parts.Root, "docs", "decisions");

    private static readonly string[] Records =
        [.. Directory.EnumerateFiles(Folder, "*.md").Select(path => Path.GetFileName(path)!).Where(name => name != "README.md").Order(StringComparer.Ordinal)];

    [Fact]
    public void Records_are_numbered_from_1_without_gaps()
    {
        Assert.NotEmpty(Records);
        Assert.All(Records, name => Assert.Matches(Numbered(), name));

        Assert.Equal(Enumerable.Range(1, Records.Length), Records.Select(name => int.Parse(name[..4], CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Every_record_is_linked_once_from_the_readme_and_every_link_leads_to_one()
    {
        var linked = Link().Matches(File.ReadAllText(Path.Combine(Folder, "README.md")))
            .Select(link => link.Groups[1].Value).Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(linked);

        Assert.Equal(Records, linked);
    }

    [GeneratedRegex(@"^\d{4}-[a-z0-9-]+\.md$")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\]\((?:\./)?(\d{4}-[^)#]+\.md)\)")]
    private static partial Regex Link();
}
