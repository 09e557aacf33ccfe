using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SupplyGraph.Analysis.Routes;

namespace SupplyGraph.Api.Tests;

/// <summary>Asks the questions of docs/questions.md of the seed graph and compares the answers with the excerpts printed there.</summary>
public sealed partial class QuestionsGuideTests : IAsyncLifetime
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(ReadmeTests.Repository(), "docs", "questions.md"));

    private ApiHost host = null!;

    public async Task InitializeAsync() => host = await new ApiHost { Change = Patiently }.ReadyAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    // On the day on which the guide was written, and however slow the machine.
    private static void Patiently(IServiceCollection services) =>
        services.AddSingleton(ReadmeTests.Written).AddSingleton(Budget.Default with { Time = TimeSpan.FromMinutes(2) });

    [Fact]
    public async Task Its_questions_have_the_answers_that_it_prints()
    {
        var questions = Question().Matches(Guide);
        Assert.NotEmpty(questions);
        Assert.Equal(Command().Count(Guide), questions.Count + Table().Count(Guide));
        foreach (Match question in questions)
        {
            var command = question.Groups["command"].Value;
            var expected = JsonNode.Parse(question.Groups["answer"].Value);
            Assert.Equal("", string.Join('\n', Differences(expected, JsonNode.Parse(await AskAsync(command)), "$").Select(d => $"{command}: {d}")));
        }
    }

    [Fact]
    public async Task Its_tables_are_the_first_rows_of_the_answer_in_some_of_its_columns()
    {
        var tables = Table().Matches(Guide);
        Assert.NotEmpty(tables);
        foreach (Match table in tables)
        {
            var expected = Csv.Records(table.Groups["answer"].Value + "\n");
            var answer = Csv.Read(await AskAsync(table.Groups["command"].Value));
            var shown = answer.Take(expected.Count - 1).Select(row => expected[0].Select(column => row[column]).ToList());
            Assert.Equal(expected.Skip(1), shown);
        }
    }

    [Fact]
    public async Task It_names_the_columns_of_routes_in_their_order()
    {
        var header = Csv.Records(await AskAsync(Table().Match(Guide).Groups["command"].Value))[0];
        var named = Columns().Match(Guide).Groups["names"].Value;
        Assert.Equal(header, Code().Matches(named).Select(name => name.Groups[1].Value));
    }

    [Fact]
    public void Every_section_asks_a_question()
    {
        var sections = Guide.Split("\n## ")[1..];
        Assert.NotEmpty(sections);
        Assert.All(sections, section => Assert.Matches(Question(), section));
    }

    [Theory]
    [InlineData("""{"a":1}""", """{"a":1.0,"b":2}""", true)]
    [InlineData("""{"a":1}""", """{"a":2}""", false)]
    [InlineData("""{"a":1}""", """{"b":1}""", false)]
    [InlineData("""{"a":null}""", """{"a":null}""", true)]
    [InlineData("""{"a":null}""", """{"b":1}""", false)]
    [InlineData("""[{"a":1}]""", """[{"a":1,"b":1},{"a":2}]""", true)]
    [InlineData("""[1,2]""", """[1]""", false)]
    [InlineData("""["x"]""", """["y"]""", false)]
    [InlineData("""{"a":{}}""", """{"a":[]}""", false)]
    public void An_excerpt_says_nothing_that_the_answer_does_not(string excerpt, string answer, bool holds) =>
        Assert.Equal(holds, !Differences(JsonNode.Parse(excerpt), JsonNode.Parse(answer), "$").Any());

    /// <summary>Where an excerpt says other than the answer: its members are some of the answer's, its items the first.</summary>
    private static IEnumerable<string> Differences(JsonNode? excerpt, JsonNode? answer, string path) => (excerpt, answer) switch
    {
        (JsonObject some, JsonObject all) => some.SelectMany(member => all.TryGetPropertyValue(member.Key, out var value)
            ? Differences(member.Value, value, $"{path}.{member.Key}")
            : [$"{path}.{member.Key} is not in the answer"]),
        (JsonArray first, JsonArray all) => first.Count > all.Count
            ? [$"{path} has {all.Count} items and not {first.Count}"]
            : first.SelectMany((item, i) => Differences(item, all[i], $"{path}[{i}]")),
        _ => AreEqual(excerpt, answer) ? [] : [$"{path} is {answer?.ToJsonString() ?? "null"} and not {excerpt?.ToJsonString() ?? "null"}"],
    };

    // 94 and 94.0 are one number.
    private static bool AreEqual(JsonNode? excerpt, JsonNode? answer) =>
        excerpt?.GetValueKind() == JsonValueKind.Number && answer?.GetValueKind() == JsonValueKind.Number
            ? excerpt.GetValue<decimal>() == answer.GetValue<decimal>()
            : JsonNode.DeepEquals(excerpt, answer);

    private async Task<string> AskAsync(string command)
    {
        using var client = host.CreateClient();
        var body = Body().Match(command);
        using var request = new HttpRequestMessage(body.Success ? HttpMethod.Post : HttpMethod.Get, Address().Match(command).Groups[1].Value);
        if (body.Success) request.Content = new StringContent(body.Groups[1].Value, Encoding.UTF8, "application/json");
        if (Accept().Match(command) is { Success: true } accept) request.Headers.Accept.ParseAdd(accept.Groups[1].Value);
        using var response = await client.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{command}: {answer}");
        return answer;
    }

    [GeneratedRegex(@"```sh\n(?<command>curl [^\n]+)\n```\n+```json\n(?<answer>.+?)\n```", RegexOptions.Singleline)]
    private static partial Regex Question();

    [GeneratedRegex(@"```sh\n(?<command>curl [^\n]+)\n```\n(?:(?!```).)*```csv\n(?<answer>.+?)\n```", RegexOptions.Singleline)]
    private static partial Regex Table();

    [GeneratedRegex(@"^- The columns: (?<names>.+?)\. They keep", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Columns();

    [GeneratedRegex(@"`(\w+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"-H 'accept: ([^']+)'")]
    private static partial Regex Accept();

    [GeneratedRegex(@"^curl ", RegexOptions.Multiline)]
    private static partial Regex Command();

    [GeneratedRegex(@"http://localhost:5080(/[^'\s]*)")]
    private static partial Regex Address();

    [GeneratedRegex(@"-d '([^']+)'")]
    private static partial Regex Body();
}
