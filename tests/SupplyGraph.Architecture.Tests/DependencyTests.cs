using System.Xml.Linq;

namespace SupplyGraph.Architecture.Tests;

/// <summary>The direction of dependency (design, section 6).</summary>
public sealed class DependencyTests
{
    [Theory]
    [InlineData("Model")]
    [InlineData("Graph", "Model")]
    [InlineData("Analysis", "Graph", "Model")]
    [InlineData("Storage", "Graph", "Model")]
    [InlineData("Loading", "Storage", "Graph", "Model")]
    [InlineData("Api", "Analysis", "Storage", "Loading", "Graph", "Model")]
    [InlineData("Cli", "Model")]
    public void A_part_uses_only_the_parts_below_it(string part, params string[] below)
    {
        Assert.NotEmpty(Parts.References(part));
        if (below.Length > 0) Assert.Contains("Model", Parts.PartsUsedBy(part));

        Assert.Subset(below.ToHashSet(), Parts.PartsUsedBy(part).ToHashSet());
    }

    // The compiler leaves out what the code does not use, so the projects are read too.
    [Theory]
    [InlineData("Model")]
    [InlineData("Graph", "Model")]
    [InlineData("Analysis", "Graph")]
    [InlineData("Storage", "Graph")]
    [InlineData("Loading", "Storage")]
    [InlineData("Api", "Analysis", "Storage", "Loading")]
    [InlineData("Cli", "Model")]
    public void A_project_references_what_the_design_says(string part, params string[] below)
    {
        var referenced = Items(part, "ProjectReference")
            .Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'))).Select(name => name["SupplyGraph.".Length..]);

        Assert.Equal(below.Order(), referenced.Order());
    }

    [Theory]
    [InlineData("Model")]
    [InlineData("Graph")]
    [InlineData("Analysis")]
    public void Nouns_and_engine_need_no_package(string part) => Assert.Empty(Items(part, "PackageReference"));

    [Fact]
    public void Analysis_and_storage_never_see_each_other()
    {
        Assert.NotEmpty(Parts.PartsUsedBy("Analysis"));
        Assert.NotEmpty(Parts.PartsUsedBy("Storage"));

        Assert.DoesNotContain("Storage", Parts.PartsUsedBy("Analysis"));
        Assert.DoesNotContain("Analysis", Parts.PartsUsedBy("Storage"));
    }

    [Theory]
    [InlineData("Microsoft.AspNetCore", "Api")]
    [InlineData("Microsoft.Data.Sqlite", "Storage")]
    [InlineData("System.CommandLine", "Cli")]
    [InlineData("Spectre.Console", "Cli")]
    public void One_part_alone_knows_the_technology(string technology, string part) =>
        Assert.Equal([part], Parts.All.Where(p => Parts.References(p).Any(name => name.StartsWith(technology, StringComparison.Ordinal))));

    private static IEnumerable<string> Items(string part, string item)
    {
        var project = XDocument.Load(Path.Combine(Parts.Root, "src", $"SupplyGraph.{part}", $"SupplyGraph.{part}.csproj"));
        return project.Descendants(item).Select(reference => reference.Attribute("Include")!.Value);
    }
}
