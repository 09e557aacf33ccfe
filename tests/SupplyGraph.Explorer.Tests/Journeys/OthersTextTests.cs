using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SupplyGraph.Api.Tests;
using SupplyGraph.Explorer.Tests.Browser;

namespace SupplyGraph.Explorer.Tests.Journeys;

/// <summary>Somebody loaded claims that hold markup and scripts: what others wrote stays text wherever it is shown.</summary>
[Collection(SiteCollection.Name)]
public sealed class OthersTextTests(Site site) : Journey(site)
{
    private const string Maker = "<img src=x onerror=window.struck=1> Mills";
    private const string Land = "<b>Bold</b> & \"Land\"";
    private const string Statement = "<script>window.struck=2</script> & <i>more</i> &amp; less";
    private const string Title = "<svg onload=window.struck=3>Title";
    private const string Publisher = "</p><iframe srcdoc='<script>parent.struck=4</script>'>Press";

    [BrowserFact]
    public async Task What_others_wrote_is_text_wherever_it_is_shown()
    {
        await using var server = await Server.StartAsync(SmallGraph.Folder);
        var (maker, land) = await LoadAsync(server.Address);
        var page = await AskAsync($"/?via={land}&route=1", server: server.Address);
        page.Dialog += (_, dialog) => Assert.Fail($"A dialog: {dialog.Message}");

        await Assertions.Expect(page.Heading($"Routes through {Land}")).ToBeVisibleAsync();
        await Assertions.Expect(page.Routes().First.Locator(".stops")).ToHaveTextAsync($"{Maker} → {Land} → Pakistan");
        await page.Routes().First.Locator(".leg > summary").First.ClickAsync();
        var claim = page.Locator(".claim").First;
        await Assertions.Expect(claim.Locator("blockquote")).ToHaveTextAsync(Statement);
        await Assertions.Expect(claim).ToContainTextAsync(Publisher);
        await Assertions.Expect(claim.GetByRole(AriaRole.Link)).ToContainTextAsync(Title);
        await Assertions.Expect(page.Locator("svg.map .labels text").Filter(new() { HasText = Land })).ToHaveCountAsync(1);
        await page.Locator($"svg.map .site[data-id={land}]").HoverAsync();
        await Assertions.Expect(page.Locator("#map .hint")).ToHaveTextAsync(Land);
        await Assertions.Expect(page.Locator("svg.map .arc").First).ToHaveAccessibleNameAsync(new Regex("<b>Bold</b>"));
        await StaysTextAsync(page);

        await page.Field("From").PressSequentiallyAsync("<img");
        await Assertions.Expect(page.Offered("From").First).ToContainTextAsync(Maker);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Chosen("From")).ToContainTextAsync([Maker]);
        await StaysTextAsync(page);

        await page.GotoAsync("/?entity=" + maker);
        await Assertions.Expect(page.Heading(Maker)).ToBeVisibleAsync();
        await Assertions.Expect(page.Answer().GetByRole(AriaRole.Link, new() { Name = Land }).First).ToBeVisibleAsync();
        await StaysTextAsync(page);
        // Nobody has these names, neither as a stop nor as a claim's end.
        Expect("status of 400");
        Expect("status of 404");
        await page.GotoAsync($"/?via={land}&remove={maker}&claim=exports_to~{land}~<img src=x onerror=window.struck=5>~<b>x~~");
        await page.AnsweredAsync();
        await StaysTextAsync(page);
    }

    [BrowserFact]
    public async Task An_address_that_is_a_script_is_refused_and_never_becomes_a_link()
    {
        await using var server = await Server.StartAsync(SmallGraph.Folder);
        using var refused = await PostAsync(server.Address, Claim("javascript:window.struck=6"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);

        // What a store held from elsewhere would not have passed that check.
        var page = await OpenAsync("about:blank", server: server.Address);
        await page.RouteAsync("**/v1/relationships/**", async route =>
        {
            var answer = await route.FetchAsync();
            var body = JsonNode.Parse(await answer.TextAsync())!;
            foreach (var claim in body["claims"]!.AsArray()) claim!["sourceUrl"] = " javascript:window.struck=7";
            await route.FulfillAsync(new() { Response = answer, Body = body.ToJsonString() });
        });
        await page.GotoAsync("/?from=china&to=pakistan&route=1");
        await page.Routes().First.Locator(".leg > summary").First.ClickAsync();
        await Assertions.Expect(page.Locator(".claim .source").First).ToContainTextAsync("Trade");
        await Assertions.Expect(page.Locator(".claim a")).ToHaveCountAsync(0);
        await StaysTextAsync(page);
    }

    /// <summary>No script ran, and nothing was made of the markup.</summary>
    private static async Task StaysTextAsync(IPage page)
    {
        Assert.Null(await page.EvaluateAsync<int?>("window.struck ?? null"));
        await Assertions.Expect(page.Locator("main :is(img, script, iframe, b, i), main svg svg, a[href^='javascript' i]")).ToHaveCountAsync(0);
    }

    /// <summary>Returns the ids of the maker and of its land.</summary>
    private static async Task<(string Maker, string Land)> LoadAsync(Uri server)
    {
        using var loaded = await PostAsync(server, Claim("https://example.org/a?<b>"), new
        {
            type = "exports_to",
            from = Land,
            to = "pakistan",
            component = "battery",
            statement = Statement,
            publisher = Publisher,
            confidence = 1,
        });
        var answer = JsonNode.Parse(await loaded.Content.ReadAsStringAsync())!;
        Assert.True(loaded.IsSuccessStatusCode, answer.ToJsonString());
        var ends = answer["claims"]![0].Text("relationship").Split('~');
        await PlaceAsync(server, ends[2], new { kind = "country", name = Land, latitude = 10, longitude = 20 });
        await PlaceAsync(server, "pakistan", new { kind = "country", name = "Pakistan", iso2 = "PK", iso3 = "PAK", latitude = 30.38, longitude = 69.35 });
        return (ends[1], ends[2]);
    }

    private static async Task PlaceAsync(Uri server, string id, object entity)
    {
        using var placed = await Http.PutAsJsonAsync(new Uri(server, "/v1/entities/" + id), entity);
        Assert.True(placed.IsSuccessStatusCode, await placed.Content.ReadAsStringAsync());
    }

    private static object Claim(string address) => new
    {
        type = "operates_in",
        from = Maker,
        fromKind = "company",
        to = Land,
        toKind = "country",
        component = "battery",
        role = "manufacturing",
        statement = Statement,
        sourceTitle = Title,
        publisher = Publisher,
        sourceUrl = address,
        confidence = 1,
    };

    private static Task<HttpResponseMessage> PostAsync(Uri server, params object[] claims) =>
        Http.PostAsJsonAsync(new Uri(server, "/v1/claims"), new { claims });
}
