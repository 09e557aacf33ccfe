using Microsoft.AspNetCore.Http;
using SupplyGraph.Api.Http.Formats;

namespace SupplyGraph.Api.Tests.Formats;

public sealed class AnswerFormatsTests
{
    private static readonly AnswerFormats Formats = new(
        new AnswerFormat("json", "application/json; charset=utf-8", typeof(object), "{}"),
        new AnswerFormat("geojson", "application/geo+json", typeof(object), "{}"),
        new AnswerFormat("csv", "text/csv; charset=utf-8; header=present", typeof(string), ""));

    [Theory]
    [InlineData(null, "json")]
    [InlineData("", "json")]
    [InlineData("*/*", "json")]
    [InlineData("application/json", "json")]
    [InlineData("application/json; charset=UTF-8", "json")]
    [InlineData("application/json, text/plain, */*", "json")]
    [InlineData("application/geo+json", "geojson")]
    [InlineData("APPLICATION/GEO+JSON", "geojson")]
    [InlineData("text/csv", "csv")]
    [InlineData("text/csv; header=present", "csv")]
    public void A_format_is_had_by_its_name_and_JSON_by_none(string? accept, string expected) => Assert.Equal(expected, Chosen(accept));

    // Chrome, Firefox, and Java's own client.
    [Theory]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7")]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")]
    [InlineData("text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2")]
    public void A_browser_gets_JSON(string accept) => Assert.Equal("json", Chosen(accept));

    [Theory]
    [InlineData("application/json;q=0.5, text/csv", "csv")]
    [InlineData("application/json;q=0.5, text/csv;q=0.4", "json")]
    [InlineData("text/csv;q=0.2, application/geo+json;q=0.3, */*;q=0.1", "geojson")]
    [InlineData("application/geo+json, application/json;q=0.9", "geojson")]
    [InlineData("text/csv;q=0.001", "csv")]
    public void The_greater_quality_decides(string accept, string expected) => Assert.Equal(expected, Chosen(accept));

    [Theory]
    [InlineData("*/*, text/csv", "csv")]
    [InlineData("*/*, application/geo+json;q=1.0", "geojson")]
    [InlineData("text/*, application/*", "csv")]
    [InlineData("application/geo+json, application/json", "geojson")]
    [InlineData("application/json, application/geo+json", "json")]
    [InlineData("text/*", "csv")]
    [InlineData("application/*", "json")]
    [InlineData("application/*+json", "geojson")]
    public void Among_equals_the_more_specific_range_decides_and_then_the_one_named_first(string accept, string expected) =>
        Assert.Equal(expected, Chosen(accept));

    [Theory]
    [InlineData("application/json;q=0, */*", "geojson")]
    [InlineData("application/*;q=0, */*;q=0.1", "csv")]
    [InlineData("*/*;q=0, text/csv;q=0.1", "csv")]
    [InlineData("application/json;q=0, application/geo+json", "geojson")]
    public void A_quality_of_0_takes_a_format_out(string accept, string expected) => Assert.Equal(expected, Chosen(accept));

    [Theory]
    [InlineData("image/png")]
    [InlineData("image/*, text/html;q=0.9")]
    [InlineData("application/xml")]
    [InlineData("application/ld+json")]
    [InlineData("application/vnd.geo+json")]
    [InlineData("text/csv; charset=utf-16")]
    [InlineData("text/csv; header=absent")]
    [InlineData("*/*;q=0")]
    [InlineData("csv")]
    public void What_is_not_offered_is_not_given(string accept) => Assert.Null(Chosen(accept));

    [Fact]
    public void Several_headers_are_read_as_one()
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.Accept = new(["application/json;q=0.1", "text/csv;q=0.2"]);
        Assert.Equal("csv", Formats.Choose(http.Request)?.Name);
    }

    private static string? Chosen(string? accept)
    {
        var http = new DefaultHttpContext();
        if (accept is not null) http.Request.Headers.Accept = accept;
        return Formats.Choose(http.Request)?.Name;
    }
}
