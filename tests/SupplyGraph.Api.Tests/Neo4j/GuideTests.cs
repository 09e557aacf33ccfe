using System.Text.Json;
using System.Text.RegularExpressions;
using SupplyGraph.Loading.Seed;
using SupplyGraph.Model;
using SupplyGraph.Storage.Neo4j;
using SupplyGraph.Tests.Neo4j;

namespace SupplyGraph.Api.Tests.Neo4j;

/// <summary>Asks the questions of docs/neo4j.md on the seed and compares the answers with the tables below them.</summary>
[Collection(Neo4jCollection.Name)]
public sealed partial class GuideTests
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(ReadmeTests.Repository(), "docs", "neo4j.md"));

    [Neo4jFact]
    public async Task Its_questions_have_the_answers_that_it_prints()
    {
        var questions = Question().Matches(Guide);
        Assert.True(questions.Count >= 10, $"only {questions.Count} questions with answers");
        Assert.Equal(Guide.Split("```cypher").Length - 1, questions.Count);
        await LoadSeedAsync();
        foreach (Match question in questions)
        {
            var rows = await Neo4jServer.RunAsync(question.Groups["cypher"].Value);
            var told = question.Groups["rows"].Value.TrimEnd('\n').Split('\n');
            Assert.Equal(told, rows.Select(row => $"| {string.Join(" | ", row.EnumerateArray().Select(Cell))} |"));
        }
        await Neo4jServer.EmptyAsync();
    }

    [Fact]
    public void It_names_every_label_and_every_type()
    {
        var named = Code().Matches(Guide).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        Assert.Equal("", string.Join(", ", Enum.GetValues<EntityKind>().Select(kind => kind.ToString()).Where(label => !named.Contains(label))));
        Assert.Equal("", string.Join(", ", Term.All<RelationshipType>().Select(type => type.ToUpperInvariant()).Where(type => !named.Contains(type))));
    }

    [Fact]
    public void Its_links_lead_somewhere() => Assert.All(
        Link().Matches(Guide).Select(m => m.Groups[1].Value),
        link => Assert.True(Path.Exists(Path.Combine(ReadmeTests.Repository(), "docs", link.Split('#')[0])), $"{link} leads nowhere"));

    private static async Task LoadSeedAsync()
    {
        await Neo4jServer.EmptyAsync();
        await using var store = new Neo4jGraphStore(new Neo4jStoreOptions
        {
            Uri = Neo4jServer.Uri,
            User = Neo4jServer.User,
            Password = Neo4jServer.Password,
            StatementTimeout = TimeSpan.FromMinutes(5),
        });
        await store.OpenAsync(CancellationToken.None);
        await SeedGraph.LoadAsync(store, Path.Combine(ReadmeTests.Repository(), "graph-seed"), CancellationToken.None);
    }

    // As a table of Markdown shows a value: nothing for none, a list by its items, a number as it is written.
    private static string Cell(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Cell)),
        JsonValueKind.String => value.GetString()!.Replace("|", "\\|", StringComparison.Ordinal),
        _ => value.GetRawText(),
    };

    [GeneratedRegex(@"```cypher\n(?<cypher>[^`]+?)\n```\n\n\|[^\n]+\n\|[-|]+\n(?<rows>(?:\|[^\n]*\n)+)")]
    private static partial Regex Question();

    [GeneratedRegex("`([A-Za-z_]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\]\(([^):]+)\)")]
    private static partial Regex Link();
}
