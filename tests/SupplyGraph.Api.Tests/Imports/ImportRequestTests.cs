using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace SupplyGraph.Api.Tests.Imports;

/// <summary>What is no request for an import, and what it is told.</summary>
public sealed class ImportRequestTests(SmallHost small) : IClassFixture<SmallHost>
{
    private readonly HttpClient client = small.Client;

    [Fact]
    public async Task All_bad_parameters_are_named_at_once()
    {
        using var content = ImportCalls.File(ImportCalls.Rows(1));
        using var request = new HttpRequestMessage(HttpMethod.Post, ImportCalls.Address(
            "what=claims&mode=some&dryRun=maybe&wait=maybe&ignoreUnknownColumns=x&delimiter=%23&map.colour=Colour&map.from=&map.to=A&map.to=B"
                + "&default.kind=company&colour=red"));
        request.Content = content;
        request.Headers.Add("Idempotency-Key", new string('k', Model.Limits.IdempotencyKeyLength + 1));
        using var response = await client.SendAsync(request);
        var problem = await Json.ReadAsync(response, HttpStatusCode.BadRequest);
        Assert.Equal(
            [
                "colour", "default.kind", "delimiter", "dryRun", "idempotencyKey", "ignoreUnknownColumns", "map.colour", "map.from", "map.to", "mode", "wait",
            ],
            problem.Fields());
        Assert.Equal(["unknown_column"], problem.Codes("map.colour"));
        Assert.Equal(["unknown_column"], problem.Codes("default.kind"));
        Assert.Equal(["empty"], problem.Codes("map.from"));
        Assert.Equal(["repeated"], problem.Codes("map.to"));
        Assert.Equal(["unknown_term"], problem.Codes("delimiter"));
        Assert.Contains("from_country", problem["errors"]!["map.colour"]![0]!["message"].Text(), StringComparison.Ordinal);
        Assert.Contains("map.COLUMN, default.COLUMN", problem["errors"]!["colour"]![0]!["message"].Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_columns_are_those_of_what_is_imported()
    {
        using var content = ImportCalls.File("kind,name\n");
        using var response = await client.PostAsync(ImportCalls.Address("what=entities&map.from=Supplier&default.KIND=company"), content);
        var problem = await Json.ReadAsync(response, HttpStatusCode.BadRequest);
        Assert.Equal(["map.from"], problem.Fields());
        Assert.Contains("iso2", problem["errors"]!["map.from"]![0]!["message"].Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NDJSON_has_no_delimiter()
    {
        using var content = ImportCalls.File("{}", "application/x-ndjson");
        using var response = await client.PostAsync(ImportCalls.Address("delimiter=;"), content);
        Assert.Equal(["contradiction"], (await Json.ReadAsync(response, HttpStatusCode.BadRequest)).Codes("delimiter"));
    }

    [Fact]
    public async Task An_empty_body_is_400()
    {
        using var content = ImportCalls.File("");
        using var response = await client.PostAsync(ImportCalls.Address(""), content);
        Assert.Equal(["empty"], (await Json.ReadAsync(response, HttpStatusCode.BadRequest)).Codes("$"));
    }

    [Theory]
    [InlineData("application/json", null)]
    [InlineData("text/csv; charset=iso-8859-1", null)]
    [InlineData("text/csv", "br")]
    [InlineData("text/csv", "gzip, gzip")]
    [InlineData(null, null)]
    public async Task What_is_no_such_file_is_415_and_told_what_is_taken(string? type, string? encoding)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(ImportCalls.Rows(1)));
        if (type is not null) content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        if (encoding is not null) content.Headers.TryAddWithoutValidation("Content-Encoding", encoding);
        using var response = await client.PostAsync(ImportCalls.Address(""), content);
        var problem = await Json.ReadAsync(response, HttpStatusCode.UnsupportedMediaType);
        Assert.Contains("text/csv or application/x-ndjson in UTF-8", problem["detail"].Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/csv; charset=utf-8; header=present", "identity")]
    [InlineData("Text/CSV; charset=\"UTF-8\"", null)]
    public async Task The_words_of_HTTP_are_read_as_HTTP_says(string type, string? encoding)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(ImportCalls.Rows(1)));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        if (encoding is not null) content.Headers.TryAddWithoutValidation("Content-Encoding", encoding);
        using var response = await client.PostAsync(ImportCalls.Address("wait=true&dryRun=true"), content);
        Assert.Equal("succeeded", (await Json.ReadAsync(response, HttpStatusCode.OK))["state"].Text());
    }

    [Theory]
    [InlineData("GET", "/v1/imports/20200101-000000-000000")]
    [InlineData("GET", "/v1/imports/20200101-000000-000000/rejects")]
    [InlineData("DELETE", "/v1/imports/20200101-000000-000000")]
    [InlineData("DELETE", "/v1/imports/20200101-000000-000000/claims")]
    [InlineData("GET", "/v1/imports/..%2F..%2Fgraph.db")]
    public async Task An_unknown_import_is_404(string method, string address)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(address, UriKind.Relative));
        using var response = await client.SendAsync(request);
        Assert.Equal("not_found", (await Json.ReadAsync(response, HttpStatusCode.NotFound))["code"].Text());
    }

    [Fact]
    public async Task Claims_of_an_unknown_import_are_no_empty_list()
    {
        var problem = await client.GetJsonAsync("/v1/claims?import=20200101-000000-000000", HttpStatusCode.BadRequest);
        Assert.Equal(["unknown_name"], problem.Codes("import"));
    }
}
