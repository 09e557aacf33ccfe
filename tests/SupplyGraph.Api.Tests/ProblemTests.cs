using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace SupplyGraph.Api.Tests;

public sealed class ProblemTests(SmallHost small) : IClassFixture<SmallHost>
{
    private readonly HttpClient client = small.Client;

    [Fact]
    public async Task A_problem_has_the_fields_of_RFC_9457_a_code_and_a_trace_id()
    {
        using var response = await client.GetAsync(new Uri("/v1/entities?limit=0", UriKind.Relative));
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await Json.ReadAsync(response, HttpStatusCode.BadRequest);
        Assert.Equal("/problems/invalid_request", problem["type"].Text());
        Assert.Equal(400, problem["status"].Number());
        Assert.Equal("invalid_request", problem["code"].Text());
        Assert.NotEmpty(problem["title"].Text());
        Assert.Contains("limit", problem["detail"].Text(), StringComparison.Ordinal);
        Assert.Equal(32, problem["traceId"].Text().Length);
    }

    [Fact]
    public async Task All_bad_parameters_are_named_at_once()
    {
        var problem = await client.GetJsonAsync(
            "/v1/relationships?limit=abc&type=sells&type=supplies&status=sure&minConfidence=2&asOf=nonsense&from=chinna&component=pakistan&disputed=maybe"
                + "&colour=red&cursor=%25",
            HttpStatusCode.BadRequest);
        Assert.Equal(["asOf", "colour", "component", "cursor", "disputed", "from", "limit", "minConfidence", "status", "type"], problem.Fields());
        Assert.Equal(["not_a_number"], problem.Codes("limit"));
        Assert.Equal(["unknown_term"], problem.Codes("type"));
        Assert.Equal(["out_of_range"], problem.Codes("minConfidence"));
        Assert.Equal(["not_a_date"], problem.Codes("asOf"));
        Assert.Equal(["wrong_kind"], problem.Codes("component"));
        Assert.Equal(["not_a_boolean"], problem.Codes("disputed"));
        Assert.Equal(["invalid_cursor"], problem.Codes("cursor"));
    }

    [Fact]
    public async Task An_unknown_name_in_a_query_offers_near_ones()
    {
        var problem = await client.GetJsonAsync("/v1/relationships?from=chinna", HttpStatusCode.BadRequest);
        Assert.Equal(["unknown_name"], problem.Codes("from"));
        Assert.Contains("china", problem["errors"]!["from"]![0]!["near"].All("id"));
    }

    [Fact]
    public async Task An_ambiguous_name_lists_all_that_it_names()
    {
        var problem = await client.GetJsonAsync("/v1/relationships?entity=Atlas", HttpStatusCode.BadRequest);
        Assert.Equal(["ambiguous_name"], problem.Codes("entity"));
        Assert.Equal(["atlas-honda", "atlas-power"], problem["errors"]!["entity"]![0]!["near"].All("id"));
    }

    [Fact]
    public async Task An_ambiguous_name_in_a_path_lists_all_that_it_names()
    {
        var problem = await client.GetJsonAsync("/v1/entities/Atlas", HttpStatusCode.BadRequest);
        Assert.Equal(["atlas-honda", "atlas-power"], problem["errors"]!["id"]![0]!["near"].All("id"));
    }

    [Theory]
    [InlineData("limit=0", "limit", "out_of_range")]
    [InlineData("limit=1001", "limit", "out_of_range")]
    [InlineData("limit=", "limit", "empty")]
    [InlineData("limit=1&limit=2", "limit", "repeated")]
    [InlineData("kind=planet", "kind", "unknown_term")]
    [InlineData("country=byd", "country", "wrong_kind")]
    [InlineData("colour=red", "colour", "unknown_parameter")]
    public async Task A_bad_parameter_is_named(string query, string field, string code)
    {
        var problem = await client.GetJsonAsync("/v1/entities?" + query, HttpStatusCode.BadRequest);
        Assert.Equal([field], problem.Fields());
        Assert.Equal([code], problem.Codes(field));
    }

    [Fact]
    public async Task An_unknown_parameter_is_told_the_known_ones()
    {
        var problem = await client.GetJsonAsync("/v1/sources?author=x", HttpStatusCode.BadRequest);
        Assert.Contains("Known: publisher, limit, cursor.", problem["errors"]!["author"]![0]!["message"].Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_entity_in_a_path_is_404_with_near_ones()
    {
        var problem = await client.GetJsonAsync("/v1/entities/pakistn", HttpStatusCode.NotFound);
        Assert.Equal("not_found", problem["code"].Text());
        Assert.Contains("pakistn", problem["detail"].Text(), StringComparison.Ordinal);
        Assert.Contains("pakistan", problem["near"].All("id"));
    }

    [Theory]
    [InlineData("/v1/entities/nobody/relationships", "not_found")]
    [InlineData("/v1/relationships/supplies~byd~gotion~cell~", "not_found")]
    [InlineData("/v1/relationships/nonsense", "not_found")]
    [InlineData("/v1/claims/nothing", "not_found")]
    [InlineData("/v1/sources/nothing", "not_found")]
    [InlineData("/problems/nothing", "not_found")]
    [InlineData("/v1/nothing", "unknown_path")]
    [InlineData("/nothing", "unknown_path")]
    public async Task What_does_not_exist_is_404(string address, string code) =>
        Assert.Equal(code, (await client.GetJsonAsync(address, HttpStatusCode.NotFound))["code"].Text());

    [Fact]
    public async Task A_wrong_method_is_405_and_names_the_right_ones()
    {
        using var response = await client.DeleteAsync(new Uri("/v1/stats", UriKind.Relative));
        Assert.Equal(["GET"], response.Content.Headers.Allow);
        Assert.Equal("method_not_allowed", (await Json.ReadAsync(response, HttpStatusCode.MethodNotAllowed))["code"].Text());
    }

    [Fact]
    public async Task Another_content_type_is_415()
    {
        using var content = new StringContent("type,from,to", Encoding.UTF8, "text/csv");
        using var response = await client.PostAsync(new Uri("/v1/claims", UriKind.Relative), content);
        Assert.Equal("unsupported_media_type", (await Json.ReadAsync(response, HttpStatusCode.UnsupportedMediaType))["code"].Text());
    }

    [Fact]
    public async Task A_missing_content_type_is_415()
    {
        using var content = new ByteArrayContent("{}"u8.ToArray());
        using var response = await client.PostAsync(new Uri("/v1/claims", UriKind.Relative), content);
        await Json.ReadAsync(response, HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task A_body_above_the_limit_is_413()
    {
        using var content = new StringContent(new string(' ', (int)Model.Limits.MaxBodyBytes + 1), new MediaTypeHeaderValue("application/json"));
        using var response = await client.PostAsync(new Uri("/v1/claims", UriKind.Relative), content);
        Assert.Equal("too_large", (await Json.ReadAsync(response, HttpStatusCode.RequestEntityTooLarge))["code"].Text());
    }

    [Theory]
    [InlineData("", "malformed_json")]
    [InlineData("{ \"claims\": [\n { \"type\": }", "malformed_json")]
    [InlineData("{ \"claims\": [], \"claims\": [] }", "malformed_json")]
    [InlineData("[]", "invalid_request")]
    [InlineData("{}", "invalid_request")]
    [InlineData("{ \"claims\": [] }", "invalid_request")]
    public async Task A_body_that_is_no_list_of_claims_is_400(string body, string code) =>
        Assert.Equal(code, (await client.PostJsonAsync("/v1/claims", body, HttpStatusCode.BadRequest))["code"].Text());

    [Fact]
    public async Task Malformed_JSON_is_told_where_it_breaks_off()
    {
        var problem = await client.PostJsonAsync("/v1/claims", "{ \"claims\": [\n { \"type\": }", HttpStatusCode.BadRequest);
        Assert.StartsWith("Line 2, byte ", problem["detail"].Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_bad_fields_of_a_body_are_named_at_once_by_their_paths()
    {
        var problem = await client.PostJsonAsync("/v1/claims", """
            { "claims": [
                { "type": "sells", "from": "chinna", "confidence": "high", "validFrom": "soon", "colour": "red", "publisher": "x" },
                7,
                { "type": "supplies", "from": "byd", "to": "Atlas", "component": "cell", "confidence": 0 }
              ],
              "extra": true }
            """, HttpStatusCode.BadRequest);
        Assert.Equal(
            [
                "claims[0].colour", "claims[0].confidence", "claims[0].to", "claims[0].type", "claims[0].validFrom", "claims[1]",
                "claims[2].confidence", "claims[2].publisher", "claims[2].to", "extra",
            ],
            problem.Fields().Where(f => f != "claims[0].from"));
        Assert.Equal(["unknown_field"], problem.Codes("claims[0].colour"));
        Assert.Equal(["wrong_type"], problem.Codes("claims[0].confidence"));
        Assert.Equal(["required"], problem.Codes("claims[0].to"));
        Assert.Equal(["ambiguous_name"], problem.Codes("claims[2].to"));
        Assert.Equal(["source_required"], problem.Codes("claims[2].publisher"));
    }

    [Fact]
    public async Task Each_type_of_problem_is_explained_where_its_link_leads()
    {
        var problem = await client.GetJsonAsync("/v1/entities?limit=0", HttpStatusCode.BadRequest);
        var kind = await client.GetJsonAsync(problem["type"].Text());
        Assert.Equal("invalid_request", kind["code"].Text());
        Assert.NotEmpty(kind["meaning"].Text());
    }
}
