using System.Net;

namespace SupplyGraph.Api.Tests;

public sealed class PagingTests(SmallHost small) : IClassFixture<SmallHost>
{
    [Theory]
    [InlineData("/v1/entities?", 12)]
    [InlineData("/v1/entities?kind=company&country=china&country=pakistan&", 4)]
    [InlineData("/v1/entities?q=at&", null)]
    [InlineData("/v1/relationships?", 8)]
    [InlineData("/v1/claims?", 9)]
    [InlineData("/v1/sources?", 7)]
    [InlineData("/v1/changes?", null)]
    [InlineData("/v1/entities/byd/relationships?", 4)]
    public async Task Pages_hold_everything_exactly_once(string address, int? expected)
    {
        var whole = (await small.Client.GetJsonAsync($"{address}limit=1000"))["items"]!.AsArray().Select(i => i!.ToJsonString()).ToList();
        var walked = new List<string>();
        string? next = null;
        do
        {
            var page = await small.Client.GetJsonAsync($"{address}limit=2{(next is null ? "" : "&cursor=" + next)}");
            Assert.InRange(page["items"]!.AsArray().Count, 1, 2);
            walked.AddRange(page["items"]!.AsArray().Select(i => i!.ToJsonString()));
            next = page["next"]?.GetValue<string>();
        }
        while (next is not null);
        Assert.Equal(whole, walked);
        Assert.Equal(whole.Count, walked.Distinct().Count());
        if (expected is not null) Assert.Equal(expected, whole.Count);
    }

    [Fact]
    public async Task A_cursor_is_refused_by_another_question()
    {
        var next = (await small.Client.GetJsonAsync("/v1/entities?limit=2"))["next"].Text();
        var problem = await small.Client.GetJsonAsync($"/v1/entities?kind=company&cursor={next}", HttpStatusCode.BadRequest);
        Assert.Equal(["invalid_cursor"], problem.Codes("cursor"));
    }
}
