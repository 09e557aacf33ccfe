using System.Net;
using System.Text.Json.Nodes;

namespace SupplyGraph.Api.Tests.Imports;

/// <summary>Each test has a server of its own: all of them write.</summary>
public sealed class ImportTests : IAsyncLifetime
{
    private const string OneBad = ImportCalls.Header + "supplies,Gotion,BYD,cell,Press,Good,0.6\nsupplies,Gotion,BYD,cell,Press,Bad,85\n";

    private ApiHost host = null!;
    private HttpClient client = null!;

    public async Task InitializeAsync()
    {
        host = await ApiHost.SmallAsync();
        client = host.CreateClient();
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task A_good_file_lands_in_one_version_and_says_what_it_brought()
    {
        var import = await client.ImportAsync("", ImportCalls.Rows(3));
        Assert.Equal("succeeded", import["state"].Text());
        Assert.Equal([3, 3, 0, 0], import["rows"].Numbers("read", "accepted", "unchanged", "rejected"));
        Assert.Equal([0, 3, 0, 1], import["created"].Numbers("entities", "claims", "relationships", "sources"));
        Assert.Equal(2, import["version"].Number());
        Assert.Equal(",", import["delimiter"].Text());
        Assert.Equal(import["bytes"]!["total"].Number(), import["bytes"]!["done"].Number());
        Assert.Equal(["claims", "csv", "atomic"], new[] { import["what"].Text(), import["format"].Text(), import["mode"].Text() });
        Assert.Null(import["links"]!["rejects"]);
        Assert.Equal(3, (await client.GetJsonAsync(import["links"]!["claims"].Text()))["items"]!.AsArray().Count);
        Assert.Equal(import.ToJsonString(), (await client.GetJsonAsync(import["links"]!["self"].Text())).ToJsonString());
    }

    [Fact]
    public async Task Loading_a_file_twice_changes_nothing()
    {
        await client.ImportAsync("", ImportCalls.Rows(3));
        var again = await client.ImportAsync("", ImportCalls.Rows(3));
        Assert.Equal([3, 0, 3, 0], again["rows"].Numbers("read", "accepted", "unchanged", "rejected"));
        Assert.Equal(2, (await client.GetJsonAsync("/v1/stats"))["version"].Number());
    }

    [Fact]
    public async Task One_bad_row_refuses_an_atomic_file_and_is_named()
    {
        var before = await client.ClaimsAsync();
        var import = await client.ImportAsync("", OneBad);
        Assert.Equal("refused", import["state"].Text());
        var error = import["errors"]!.AsArray().Single()!;
        Assert.Equal([2, 3], error.Numbers("row", "line"));
        Assert.Equal(["confidence", "out_of_range", "85"], new[] { error["column"].Text(), error["code"].Text(), error["value"].Text() });
        Assert.Null(import["version"]);
        Assert.Equal(before, await client.ClaimsAsync());
    }

    [Fact]
    public async Task Of_a_partial_file_the_good_rows_land_and_the_bad_ones_come_back_to_be_mended()
    {
        var before = await client.ClaimsAsync();
        var import = await client.ImportAsync("mode=partial", OneBad);
        Assert.Equal("succeeded", import["state"].Text());
        Assert.Equal(before + 1, await client.ClaimsAsync());
        using var response = await client.GetAsync(new Uri(import["links"]!["rejects"].Text(), UriKind.Relative));
        Assert.Equal($"attachment; filename=\"{import["id"].Text()}-rejects.csv\"", response.Content.Headers.GetValues("Content-Disposition").Single());
        Assert.Equal("text/csv", response.Content.Headers.ContentType?.MediaType);
        var rejects = await response.Content.ReadAsStringAsync();
        Assert.Equal(2, rejects.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("error_column,error_code,error_message", rejects, StringComparison.Ordinal);
        var mended = await client.ImportAsync("ignoreUnknownColumns=true", rejects.Replace("85", "0.85", StringComparison.Ordinal));
        Assert.Equal("succeeded", mended["state"].Text());
        Assert.Equal(before + 2, await client.ClaimsAsync());
    }

    [Theory]
    [InlineData("mode=partial")]
    [InlineData("mode=atomic")]
    public async Task A_dry_run_reports_what_the_run_will_and_changes_nothing(string query)
    {
        var before = (await client.GetJsonAsync("/v1/stats")).ToJsonString();
        var dry = await client.ImportAsync(query + "&dryRun=true", OneBad);
        Assert.Equal(before, (await client.GetJsonAsync("/v1/stats")).ToJsonString());
        var run = await client.ImportAsync(query, OneBad);
        Assert.Equal(Report(run), Report(dry));
        Assert.Equal(await RejectsAsync(run), await RejectsAsync(dry));
        Assert.Null(dry["version"]);
    }

    [Fact]
    public async Task A_foreign_file_loads_unchanged()
    {
        const string file = "Supplier;Supplier Country;Customer;Notes\nNew Cells;China;BYD;seen at a fair\n";
        const string query = "what=claims&map.from=Supplier&map.from_country=Supplier%20Country&map.to=Customer&default.type=supplies&default.component=cell"
            + "&default.from_kind=company&default.to_kind=company&default.publisher=Example%20Press&ignoreUnknownColumns=true";
        var import = await client.ImportAsync(query, file);
        Assert.Equal("succeeded", import["state"].Text());
        Assert.Equal([1, 1, 1], import["created"].Numbers("entities", "claims", "relationships"));
        Assert.Equal(";", import["delimiter"].Text());
        Assert.Equal(["Notes"], import["ignoredColumns"]!.AsArray().Select(c => c.Text()));
        var understood = import["columns"]!.AsArray().ToDictionary(c => c!["column"].Text(), c => (c!["header"]?.Text(), c["default"]?.Text()));
        Assert.Equal(("Supplier", null), understood["from"]);
        Assert.Equal((null, "supplies"), understood["type"]);
        Assert.Equal("china", (await client.GetJsonAsync("/v1/entities/new-cells"))["entity"]!["home"].Text());
    }

    [Fact]
    public async Task A_column_without_a_meaning_is_refused_by_name_unless_it_is_to_be_left_out()
    {
        const string file = "type,from,to,publisher,Notes\nowns,BYD,Gotion,Press,x\n";
        var refused = await client.ImportAsync("", file);
        Assert.Equal(["refused", "unknown_column"], new[] { refused["state"].Text(), refused["errors"]![0]!["code"].Text() });
        Assert.Equal("succeeded", (await client.ImportAsync("ignoreUnknownColumns=true", file))["state"].Text());
    }

    [Fact]
    public async Task Entities_load_too()
    {
        var import = await client.ImportAsync("what=entities", "kind,name,country\ncompany,New Cells,Germany\n");
        Assert.Equal([1, 0], import["created"].Numbers("entities", "claims"));
        Assert.Equal("entities", import["what"].Text());
        Assert.Equal("New Cells", (await client.GetJsonAsync("/v1/entities/new-cells"))["entity"]!["name"].Text());
    }

    [Theory]
    [InlineData("tab", '\t')]
    [InlineData("%09", '\t')]
    [InlineData("pipe", '|')]
    [InlineData("|", '|')]
    [InlineData(";", ';')]
    [InlineData(",", ',')]
    public async Task The_delimiter_can_be_named(string name, char delimiter)
    {
        var import = await client.ImportAsync("delimiter=" + name, ImportCalls.Rows(1).Replace(',', delimiter));
        Assert.Equal("succeeded", import["state"].Text());
        Assert.Equal(delimiter.ToString(), import["delimiter"].Text());
    }

    [Fact]
    public async Task A_compressed_file_loads_like_any_other()
    {
        using var content = ImportCalls.Gzip(writer => writer.Write(ImportCalls.Rows(5)));
        using var response = await client.PostAsync(ImportCalls.Address("wait=true"), content);
        var import = await Json.ReadAsync(response, HttpStatusCode.OK);
        Assert.Equal([5, 0], import["rows"].Numbers("accepted", "rejected"));
        Assert.Equal(content.Headers.ContentLength, import["bytes"]!["total"].Number());
    }

    [Fact]
    public async Task NDJSON_loads_in_the_same_columns()
    {
        using var content = ImportCalls.File("""{ "type": "owns", "from": "BYD", "to": "Gotion", "publisher": "Press" }""", "application/x-ndjson");
        using var response = await client.PostAsync(ImportCalls.Address("wait=true"), content);
        var import = await Json.ReadAsync(response, HttpStatusCode.OK);
        Assert.Equal(["succeeded", "ndjson"], new[] { import["state"].Text(), import["format"].Text() });
        Assert.Null(import["delimiter"]);
    }

    [Fact]
    public async Task Without_waiting_the_answer_is_202_and_says_where_to_ask()
    {
        using var content = ImportCalls.File(ImportCalls.Rows(1));
        using var response = await client.PostAsync(ImportCalls.Address(""), content);
        var import = await Json.ReadAsync(response, HttpStatusCode.Accepted);
        Assert.Equal($"/v1/imports/{import["id"].Text()}", response.Headers.Location?.ToString());
        Assert.Matches(@"^\d{8}-\d{6}-[0-9a-f]{6}$", import["id"].Text());
        Assert.EndsWith("Z", import["createdAt"].Text(), StringComparison.Ordinal);
        await client.UntilAsync(import["id"].Text(), "succeeded");
    }

    private static string Report(JsonNode import)
    {
        var report = import.DeepClone().AsObject();
        foreach (var own in (string[])["id", "dryRun", "version", "createdAt", "startedAt", "finishedAt", "rowsPerSecond", "links"]) report.Remove(own);
        return report.ToJsonString();
    }

    private Task<string> RejectsAsync(JsonNode import) => client.GetStringAsync(new Uri(import["links"]!["rejects"].Text(), UriKind.Relative));
}
