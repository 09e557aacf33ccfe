using System.Net;
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
        Assert.Equal(Command().Count(Guide), questions.Count);
        foreach (Match question in questions)
        {
            var command = question.Groups["command"].Value;
            var expected = JsonNode.Parse(question.Groups["answer"].Value);
            Assert.Equal("", string.Join('\n', Differences(expected, await AskAsync(command), "$").Select(d => $"{command}: {d}")));
        }
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

    private async Task<JsonNode> AskAsync(string command)
    {
        using var client = host.CreateClient();
        var address = Address().Match(command).Groups[1].Value;
        var body = Body().Match(command);
        return body.Success
            ? await Json.ReadAsync(await client.SendAsync(HttpMethod.Post, address, body.Groups[1].Value), HttpStatusCode.OK)
            : await client.GetJsonAsync(address);
    }

    [GeneratedRegex(@"```sh\n(?<command>curl [^\n]+)\n```\n+```json\n(?<answer>.+?)\n```", RegexOptions.Singleline)]
    private static partial Regex Question();

    [GeneratedRegex(@"^curl ", RegexOptions.Multiline)]
    private static partial Regex Command();

    [GeneratedRegex(@"http://localhost:5080(/[^'\s]*)")]
    private static partial Regex Address();

    [GeneratedRegex(@"-d '([^']+)'")]
    private static partial Regex Body();
}
