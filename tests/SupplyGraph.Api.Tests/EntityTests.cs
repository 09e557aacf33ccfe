using System.Net;

namespace SupplyGraph.Api.Tests;

public sealed class EntityTests(SmallHost small) : IClassFixture<SmallHost>
{
    private readonly HttpClient client = small.Client;

    [Theory]
    [InlineData("byd")]
    [InlineData("BYD")]
    [InlineData("Build Your Dreams")]
    [InlineData("build-your-dreams")]
    public async Task An_entity_is_found_by_id_name_and_alias(string text) =>
        Assert.Equal("byd", (await client.GetJsonAsync($"/v1/entities/{Uri.EscapeDataString(text)}"))["entity"]!["id"].Text());

    [Theory]
    [InlineData("PK")]
    [InlineData("pak")]
    public async Task A_country_is_found_by_its_ISO_codes(string code) =>
        Assert.Equal("pakistan", (await client.GetJsonAsync($"/v1/entities/{code}"))["entity"]!["id"].Text());

    [Fact]
    public async Task An_entity_shows_its_home_and_counts_of_relationships_by_type_and_side()
    {
        var detail = await client.GetJsonAsync("/v1/entities/byd");
        Assert.Equal("China", detail["home"]!["name"].Text());
        var counts = detail["relationships"]!.AsArray().Select(c => $"{c!["type"].Text()} {c["direction"].Text()} {c["count"].Number()}");
        Assert.Equal(["supplies in 1", "operates_in out 1", "partners_with both 1", "headquartered_in out 1"], counts);
        Assert.Equal("/v1/entities/byd/relationships", detail["links"]!["relationships"].Text());
    }

    [Fact]
    public async Task A_component_without_a_stage_takes_that_of_what_it_is_a_kind_of() =>
        Assert.Equal("packs", (await client.GetJsonAsync("/v1/entities/lfp-battery"))["entity"]!["stage"].Text());

    [Fact]
    public async Task Entities_are_filtered_by_kind_and_country()
    {
        Assert.Equal(["byd", "gotion"], (await client.GetJsonAsync("/v1/entities?kind=company&country=CN"))["items"].All("id"));
        var both = await client.GetJsonAsync("/v1/entities?country=CN&country=Pakistan");
        Assert.Equal(["atlas-honda", "atlas-power", "byd", "china", "gotion", "pakistan"], both["items"].All("id"));
    }

    [Fact]
    public async Task A_search_forgives_a_typing_error_and_puts_the_best_match_first() =>
        Assert.Equal("gotion", (await client.GetJsonAsync("/v1/entities?q=gotoin"))["items"].All("id")[0]);

    [Theory]
    [InlineData("/v1/companies", "company")]
    [InlineData("/v1/components", "component")]
    [InlineData("/v1/countries", "country")]
    public async Task The_lists_of_one_kind_hold_that_kind_alone(string address, string kind)
    {
        var page = await client.GetJsonAsync(address);
        Assert.Equal([kind], page["items"].All("kind").Distinct());
        Assert.Equal(kind, page["query"]!["kind"]![0].Text());
    }

    [Theory]
    [InlineData("out", "headquartered_in~byd~china~~,operates_in~byd~pakistan~battery~assembly,partners_with~byd~gotion~cell~technology")]
    [InlineData("in", "supplies~gotion~byd~cell~")]
    [InlineData("both",
        "headquartered_in~byd~china~~,operates_in~byd~pakistan~battery~assembly,partners_with~byd~gotion~cell~technology,supplies~gotion~byd~cell~")]
    public async Task The_relationships_of_an_entity_are_listed_by_side(string direction, string expected) =>
        Assert.Equal(expected.Split(','), (await client.GetJsonAsync($"/v1/entities/BYD/relationships?direction={direction}"))["items"].All("id"));

    [Fact]
    public async Task Putting_an_entity_creates_changes_and_then_leaves_it()
    {
        await using var host = await ApiHost.SmallAsync();
        using var own = host.CreateClient();
        const string Body = """{ "kind": "company", "name": "New Motors", "aliases": ["NM"], "country": "PK" }""";
        using var created = await own.SendAsync(HttpMethod.Put, "/v1/entities/new-motors", Body);
        Assert.Equal("/v1/entities/new-motors", created.Headers.Location?.ToString());
        var answer = await Json.ReadAsync(created, HttpStatusCode.Created);
        Assert.Equal("created", answer["outcome"].Text());
        Assert.Equal("pakistan", answer["entity"]!["home"].Text());
        using var again = await own.SendAsync(HttpMethod.Put, "/v1/entities/NM", Body);
        Assert.Equal("unchanged", (await Json.ReadAsync(again, HttpStatusCode.OK))["outcome"].Text());
        using var changed = await own.SendAsync(HttpMethod.Put, "/v1/entities/new-motors", """{ "kind": "company", "name": "Newer Motors" }""");
        Assert.Equal("changed", (await Json.ReadAsync(changed, HttpStatusCode.OK))["outcome"].Text());
        Assert.Equal("new-motors", (await own.GetJsonAsync("/v1/entities/Newer%20Motors"))["entity"]!["id"].Text());
    }

    [Fact]
    public async Task All_bad_fields_of_an_entity_are_named_at_once()
    {
        using var response = await client.SendAsync(HttpMethod.Put, "/v1/entities/x",
            """{ "kind": "company", "name": "X", "country": "Atlantis", "iso2": "XX", "latitude": 91, "stage": "moon", "url": "nowhere", "aliases": "Y" }""");
        Assert.Equal(["aliases", "country", "iso2", "latitude", "stage", "url"], (await Json.ReadAsync(response, HttpStatusCode.BadRequest)).Fields());
    }

    [Fact]
    public async Task A_new_entity_needs_an_id_that_can_be_one()
    {
        using var response = await client.SendAsync(HttpMethod.Put, "/v1/entities/New%20Motors", """{ "kind": "company", "name": "New Motors" }""");
        Assert.Equal(["id"], (await Json.ReadAsync(response, HttpStatusCode.BadRequest)).Fields());
    }

    [Fact]
    public async Task The_kind_of_an_entity_in_use_is_fixed()
    {
        using var response = await client.SendAsync(HttpMethod.Put, "/v1/entities/byd", """{ "kind": "country", "name": "BYD" }""");
        var problem = await Json.ReadAsync(response, HttpStatusCode.UnprocessableEntity);
        Assert.Equal(["kind_fixed"], problem.Codes("kind"));
    }

    [Fact]
    public async Task Deleting_an_entity_in_use_is_409_with_the_number_of_relationships()
    {
        using var response = await client.DeleteAsync(new Uri("/v1/entities/cell", UriKind.Relative));
        var problem = await Json.ReadAsync(response, HttpStatusCode.Conflict);
        Assert.Contains("3 relationship(s)", problem["detail"].Text(), StringComparison.Ordinal);
    }
}
