using System.Net;

namespace SupplyGraph.Api.Tests;

/// <summary>Each test has a server of its own: all of them write.</summary>
public sealed class ClaimTests : IAsyncLifetime
{
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

    private const string Owns = """{ "claims": [ { "type": "owns", "from": "BYD", "to": "Gotion", "publisher": "Reuters", "sourceDate": "2026-01" } ] }""";

    [Fact]
    public async Task A_claim_brings_its_relationship_and_posting_it_again_changes_nothing()
    {
        var answer = await client.PostJsonAsync("/v1/claims", Owns, HttpStatusCode.Created);
        Assert.Equal(2, answer["version"].Number());
        Assert.Equal("owns~byd~gotion~~", answer["claims"]![0]!["relationship"].Text());
        Assert.Equal([1, 1, 0, 1], answer["created"].Numbers("claims", "relationships", "entities", "sources"));
        var again = await client.PostJsonAsync("/v1/claims", Owns, HttpStatusCode.OK);
        Assert.Equal(2, again["version"].Number());
        Assert.Equal(1, again["unchanged"].Number());
        Assert.Equal(answer["claims"]!.ToJsonString(), again["claims"]!.ToJsonString());
    }

    [Fact]
    public async Task A_claim_creates_the_entities_that_it_names_for_the_first_time_and_the_next_ones_know_them()
    {
        var answer = await client.PostJsonAsync("/v1/claims", """
            { "claims": [
              { "type": "owns", "from": "BYD", "to": "Fast Motors", "toKind": "company", "toCountry": "PK", "publisher": "Reuters" },
              { "type": "supplies", "from": "Gotion", "to": "fast motors", "component": "Cell box", "componentKind": "component", "publisher": "Reuters" } ] }
            """, HttpStatusCode.Created);
        Assert.Equal(["owns~byd~fast-motors~~", "supplies~gotion~fast-motors~cell-box~"], answer["claims"].All("relationship"));
        Assert.Equal(2, answer["created"]!["entities"].Number());
        Assert.Equal("pakistan", (await client.GetJsonAsync("/v1/entities/fast-motors"))["home"]!["id"].Text());
    }

    [Fact]
    public async Task One_refused_claim_keeps_all_out()
    {
        var problem = await client.PostJsonAsync("/v1/claims", """
            { "claims": [
              { "type": "owns", "from": "BYD", "to": "Fast Motors", "toKind": "company", "publisher": "Reuters" },
              { "type": "supplies", "from": "BYD", "to": "Pakistan", "component": "cell", "publisher": "Reuters" } ] }
            """, HttpStatusCode.UnprocessableEntity);
        Assert.Equal(["claims[1].to"], problem.Fields());
        Assert.Contains("company -> company", problem["errors"]!["claims[1].to"]![0]!["message"].Text(), StringComparison.Ordinal);
        Assert.Equal(1, (await client.GetJsonAsync("/v1/stats"))["version"].Number());
        await client.GetJsonAsync("/v1/entities/fast-motors", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_claim_that_closes_a_cycle_of_kind_of_and_part_of_is_422()
    {
        var problem = await client.PostJsonAsync("/v1/claims",
            """{ "claims": [ { "type": "part_of", "from": "battery", "to": "cell", "publisher": "x" } ] }""", HttpStatusCode.UnprocessableEntity);
        Assert.Contains("taxonomy_cycle", problem["errors"]!.AsObject().SelectMany(f => f.Value.All("code")));
        Assert.Equal(1, (await client.GetJsonAsync("/v1/stats"))["version"].Number());
    }

    [Fact]
    public async Task More_than_a_thousand_claims_are_refused()
    {
        const string Claim = """{ "type": "owns", "from": "byd", "to": "gotion", "publisher": "x" }""";
        var claims = string.Join(',', Enumerable.Repeat(Claim, Model.Limits.MaxClaimsPerRequest + 1));
        var problem = await client.PostJsonAsync("/v1/claims", $$"""{ "claims": [ {{claims}} ] }""", HttpStatusCode.BadRequest);
        Assert.Equal(["too_many"], problem.Codes("claims"));
    }

    [Fact]
    public async Task Removing_the_last_claim_removes_the_relationship_and_the_feed_says_so()
    {
        var id = (await client.GetJsonAsync("/v1/claims?relationship=supplies~gotion~byd~cell~"))["items"].All("id").Single();
        using var removed = await client.DeleteAsync(new Uri("/v1/claims/" + id, UriKind.Relative));
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        await client.GetJsonAsync("/v1/relationships/supplies~gotion~byd~cell~", HttpStatusCode.NotFound);
        var feed = (await client.GetJsonAsync("/v1/changes?since=1"))["items"]!.AsArray();
        var changes = feed.Select(c => $"{c!["what"]} {c["action"]} {c["id"]}").ToList();
        Assert.Contains($"claim removed {id}", changes);
        Assert.Contains("relationship removed supplies~gotion~byd~cell~", changes);
        using var again = await client.DeleteAsync(new Uri("/v1/claims/" + id, UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
    }

    [Fact]
    public async Task The_feed_names_an_entity_that_is_gone()
    {
        using var removed = await client.DeleteAsync(new Uri("/v1/entities/idle", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        var change = (await client.GetJsonAsync("/v1/changes?since=1"))["items"]!.AsArray().Single()!;
        Assert.Equal("2 entity removed idle", $"{change["version"]} {change["what"]} {change["action"]} {change["id"]}");
    }
}
