using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using SupplyGraph.Analysis.Routes;

namespace SupplyGraph.Api.Tests;

public sealed class CachingTests
{
    private static async Task<HttpResponseMessage> AskAsync(HttpClient client, string address, EntityTagHeaderValue? held = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        if (held is not null) request.Headers.IfNoneMatch.Add(held);
        return await client.SendAsync(request);
    }

    [Fact]
    public async Task An_answer_that_is_still_true_is_304_and_a_change_ends_that()
    {
        await using var host = await ApiHost.SmallAsync();
        using var client = host.CreateClient();
        using var first = await AskAsync(client, "/v1/entities");
        Assert.True(first.Headers.CacheControl?.NoCache);
        using var second = await AskAsync(client, "/v1/entities", first.Headers.ETag);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
        await client.DeleteAsync(new Uri("/v1/entities/idle", UriKind.Relative));
        using var third = await AskAsync(client, "/v1/entities", first.Headers.ETag);
        Assert.Equal(HttpStatusCode.OK, third.StatusCode);
        Assert.NotEqual(first.Headers.ETag, third.Headers.ETag);
    }

    [Fact]
    public async Task The_tag_begins_with_the_version_and_the_day_that_is_meant()
    {
        await using var host = await ApiHost.SmallAsync();
        using var client = host.CreateClient();
        using var response = await AskAsync(client, "/v1/relationships?asOf=2026-03");
        Assert.StartsWith("\"1-2026-03-01-", response.Headers.ETag?.Tag, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_graph_begun_anew_has_other_tags_at_the_same_version()
    {
        await using var one = await ApiHost.SmallAsync();
        await using var other = await ApiHost.SmallAsync();
        using var oneClient = one.CreateClient();
        using var otherClient = other.CreateClient();
        using var first = await AskAsync(oneClient, "/v1/stats");
        using var second = await AskAsync(otherClient, "/v1/stats", first.Headers.ETag);
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
    }

    [Fact]
    public async Task An_answer_that_the_budget_cut_short_has_no_tag()
    {
        await using var host = await new ApiHost
        {
            Settings = { ["Seed:Folder"] = SmallGraph.Folder },
            Change = services => services.AddSingleton(new Budget(0, TimeSpan.FromMinutes(1))),
        }.ReadyAsync();
        using var client = host.CreateClient();
        using var response = await AskAsync(client, "/v1/routes?from=china");
        var answer = await Json.ReadAsync(response, HttpStatusCode.OK);
        Assert.False(answer["complete"]!.GetValue<bool>());
        Assert.Equal("expansions", answer["stoppedBy"].Text());
        Assert.Null(response.Headers.ETag);
    }

    [Fact]
    public async Task HEAD_answers_as_GET_does_but_without_a_body()
    {
        await using var host = await ApiHost.SmallAsync();
        using var client = host.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Head, "/v1/stats");
        using var response = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.NotNull(response.Headers.ETag);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_bad_question_stays_bad_whatever_tag_is_held()
    {
        await using var host = await ApiHost.SmallAsync();
        using var client = host.CreateClient();
        using var good = await AskAsync(client, "/v1/entities");
        using var bad = await AskAsync(client, "/v1/entities?limit=0", good.Headers.ETag);
        Assert.Equal(HttpStatusCode.BadRequest, bad.StatusCode);
        Assert.Null(bad.Headers.ETag);
    }

    [Fact]
    public async Task The_same_question_again_has_the_same_answer_from_memory_until_the_graph_changes()
    {
        const string question = "/v1/routes?via=pakistan&limit=3";
        await using var host = await ApiHost.SmallAsync();
        using var client = host.CreateClient();
        using var first = await AskAsync(client, question);
        Assert.Null(first.Headers.Age);
        using var second = await AskAsync(client, question);
        Assert.NotNull(second.Headers.Age);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        using var other = await AskAsync(client, "/v1/routes?via=pakistan&limit=2");
        Assert.Null(other.Headers.Age);
        await client.DeleteAsync(new Uri("/v1/entities/idle", UriKind.Relative));
        using var third = await AskAsync(client, question);
        Assert.Null(third.Headers.Age);
        Assert.Contains("\"version\":2", await third.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_who_holds_a_kept_answer_still_gets_304_and_HEAD_no_body()
    {
        const string question = "/v1/routes?via=pakistan";
        await using var host = await ApiHost.SmallAsync();
        using var client = host.CreateClient();
        using var first = await AskAsync(client, question);
        using var again = await AskAsync(client, question, first.Headers.ETag);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        using var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, new Uri(question, UriKind.Relative)));
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        using var whole = await AskAsync(client, question);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await whole.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_refused_question_is_refused_again()
    {
        await using var host = await ApiHost.SmallAsync();
        using var client = host.CreateClient();
        for (var times = 0; times < 2; times++)
        {
            using var refused = await AskAsync(client, "/v1/routes?via=nowhere");
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.Null(refused.Headers.Age);
        }
    }
}
