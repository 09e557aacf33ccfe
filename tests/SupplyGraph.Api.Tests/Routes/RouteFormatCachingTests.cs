using System.Net;
using System.Net.Http.Headers;

namespace SupplyGraph.Api.Tests.Routes;

public sealed class RouteFormatCachingTests(SmallHost small) : IClassFixture<SmallHost>
{
    private static readonly string[] Formats = [FormatCalls.Json, FormatCalls.GeoJson, FormatCalls.Csv];

    private readonly HttpClient client = small.Client;

    [Fact]
    public async Task A_kept_answer_is_given_again_in_its_own_format_only_however_that_is_asked_for()
    {
        const string question = "/v1/routes?from=china&limit=7";
        foreach (var format in Formats)
        {
            using var first = await client.GetAsAsync(question, format);
            Assert.Null(first.Headers.Age);
            Assert.Equal(format, first.Content.Headers.ContentType?.MediaType);
        }
        foreach (var format in Formats)
        {
            using var again = await client.GetAsAsync(question, $"image/png, {format};q=0.5");
            Assert.NotNull(again.Headers.Age);
            Assert.Equal(format, again.Content.Headers.ContentType?.MediaType);
            Assert.Contains("Accept", again.Headers.Vary);
        }
    }

    [Fact]
    public async Task What_is_said_in_headers_is_kept_with_the_answer()
    {
        const string question = "/v1/routes?from=china&limit=6";
        using var first = await client.GetAsAsync(question, FormatCalls.Csv);
        using var again = await client.GetAsAsync(question, FormatCalls.Csv);
        Assert.NotNull(again.Headers.Age);
        Assert.Equal("true", again.Header("SupplyGraph-Complete"));
        Assert.Equal("1", again.Header("SupplyGraph-Version"));
        Assert.Equal("routes.csv", again.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Nothing_kept_is_given_to_a_caller_who_takes_none_of_it()
    {
        const string question = "/v1/routes?from=china&limit=5";
        await client.TextAsync(question, FormatCalls.Json);
        for (var times = 0; times < 2; times++)
        {
            using var refused = await client.GetAsAsync(question, "image/png");
            Assert.Equal(HttpStatusCode.NotAcceptable, refused.StatusCode);
            Assert.Null(refused.Headers.Age);
            Assert.Null(refused.Headers.ETag);
        }
    }

    [Fact]
    public async Task Each_format_has_a_tag_of_its_own_which_is_304_for_that_format_alone()
    {
        const string question = "/v1/routes?from=china&asOf=2026-05";
        var tags = new Dictionary<string, EntityTagHeaderValue>();
        foreach (var format in Formats)
        {
            using var response = await client.GetAsAsync(question, format);
            tags[format] = response.Headers.ETag!;
        }
        Assert.Distinct(tags.Values);
        foreach (var held in Formats)
            foreach (var asked in Formats)
            {
                using var request = FormatCalls.Asking(HttpMethod.Get, question, asked);
                request.Headers.IfNoneMatch.Add(tags[held]);
                using var response = await client.SendAsync(request);
                Assert.Equal(held == asked ? HttpStatusCode.NotModified : HttpStatusCode.OK, response.StatusCode);
                Assert.Contains("Accept", response.Headers.Vary);
                if (held == asked) Assert.Empty(await response.Content.ReadAsByteArrayAsync());
            }
    }

    [Theory]
    [InlineData(FormatCalls.Json)]
    [InlineData(FormatCalls.GeoJson)]
    [InlineData(FormatCalls.Csv)]
    public async Task HEAD_has_the_headers_of_GET_and_no_body(string format)
    {
        const string question = "/v1/routes?from=china&limit=4";
        using var head = await client.GetAsAsync(question, format, HttpMethod.Head);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        using var whole = await client.GetAsAsync(question, format);
        Assert.NotEmpty(await whole.Content.ReadAsByteArrayAsync());
        Assert.Equal(whole.Headers.ETag, head.Headers.ETag);
        Assert.Equal(whole.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Equal(whole.Header("SupplyGraph-Complete"), head.Header("SupplyGraph-Complete"));
    }

    [Theory]
    [InlineData(FormatCalls.Json)]
    [InlineData(FormatCalls.GeoJson)]
    [InlineData(FormatCalls.Csv)]
    public async Task Every_format_is_compressed_where_the_caller_can_read_that(string format)
    {
        using var request = FormatCalls.Asking(HttpMethod.Get, "/v1/routes?from=china&limit=3", format);
        request.Headers.AcceptEncoding.Add(new("gzip"));
        using var response = await client.SendAsync(request);
        Assert.Equal(["gzip"], response.Content.Headers.ContentEncoding);
        Assert.Equal(["Accept", "Accept-Encoding"], response.Headers.Vary.Order(StringComparer.Ordinal));
    }
}
