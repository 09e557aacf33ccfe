using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;

namespace SupplyGraph.Api.Tests;

/// <summary>Executes the questions of the README on the seed graph and compares their answers with those printed there.</summary>
public sealed partial class ReadmeTests : IAsyncLifetime
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Repository(), "README.md"));

    // The README was written on one day; what counts on another is another answer.
    internal static readonly TimeProvider Written = new OneDay(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

    private ApiHost host = null!;

    public async Task InitializeAsync() => host = await new ApiHost { Change = services => services.AddSingleton(Written) }.ReadyAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task Its_questions_have_the_answers_that_it_prints()
    {
        var questions = Question().Matches(Readme);
        Assert.True(questions.Count >= 5, $"only {questions.Count} questions with answers");
        foreach (Match question in questions)
        {
            var answer = await AskAsync(question.Groups["command"].Value);
            var expected = question.Groups["answer"].Value.Trim().Split('\n').Select(l => l.TrimEnd()).ToList();
            Assert.Equal(expected, Lines(answer).Take(expected.Count));
        }
    }

    [Fact]
    public void Its_first_commands_are_the_two_that_do_everything()
    {
        var first = Readme.IndexOf("dotnet run --project src/SupplyGraph.Api", StringComparison.Ordinal);
        var second = Readme.IndexOf("dotnet test", StringComparison.Ordinal);
        Assert.InRange(first, 0, 1500);
        Assert.InRange(second, first, 1500);
    }

    [Fact]
    public void Its_links_lead_somewhere()
    {
        var links = Link().Matches(Readme).Select(m => m.Groups[1].Value)
            .Where(l => !l.Contains("://", StringComparison.Ordinal) && !l.StartsWith('#')).ToList();
        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.True(Path.Exists(Path.Combine(Repository(), link.Split('#')[0])), $"{link} leads nowhere"));
    }

    private async Task<JsonNode> AskAsync(string command)
    {
        using var client = host.CreateClient();
        var address = Address().Match(command).Groups[1].Value;
        var body = Body().Match(command);
        if (!body.Success) return await client.GetJsonAsync(address);
        using var content = new StringContent(body.Groups[1].Value, Encoding.UTF8, "application/json");
        return await Json.ReadAsync(await client.PostAsync(new Uri(address, UriKind.Relative), content), System.Net.HttpStatusCode.OK);
    }

    private static IEnumerable<string> Lines(JsonNode answer) => answer["routes"]!.AsArray().Select(route => string.Create(
        CultureInfo.InvariantCulture,
        $"{route!["plausibility"]!.GetValue<double>():0.000}  {string.Join(" > ", route["stops"].All("name"))}  ({route["status"].Text()})"));

    internal static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SupplyGraph.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }

    private sealed class OneDay(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    [GeneratedRegex(@"```bash\n(?<command>curl [^`]+?)\n```\n+```text\n(?<answer>[^`]+?)\n```")]
    private static partial Regex Question();

    [GeneratedRegex(@"http://localhost:5080(/[^'\s]*)")]
    private static partial Regex Address();

    [GeneratedRegex(@"-d '([^']+)'")]
    private static partial Regex Body();

    [GeneratedRegex(@"\]\(([^)]+)\)")]
    private static partial Regex Link();
}
