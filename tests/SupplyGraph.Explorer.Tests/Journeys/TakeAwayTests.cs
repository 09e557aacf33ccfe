using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Microsoft.Playwright;
using SupplyGraph.Explorer.Tests.Browser;

namespace SupplyGraph.Explorer.Tests.Journeys;

/// <summary>Somebody takes an answer along.</summary>
[Collection(SiteCollection.Name)]
public sealed class TakeAwayTests(Site site) : Journey(site)
{
    private const string Question = "via=hungary&minConfidence=0.6";

    [BrowserFact]
    public async Task As_json_the_answer_is_that_of_the_api()
    {
        var (name, text) = await TakeAsync("JSON");

        Assert.Equal("routes.json", name);
        var answer = await ReadAsync("/v1/routes?" + Question);
        Assert.True(JsonNode.DeepEquals(answer["routes"], JsonNode.Parse(text)!["routes"]));
    }

    [BrowserFact]
    public async Task As_csv_it_has_a_line_for_each_leg()
    {
        var (name, text) = await TakeAsync("CSV");

        Assert.Equal("routes.csv", name);
        Assert.StartsWith("route,leg,from,", text, StringComparison.Ordinal);
        Assert.Equal(await ReadAsAsync("text/csv"), text);
        Assert.Equal(1 + await LegsAsync(), text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [BrowserFact]
    public async Task As_geojson_it_has_a_feature_for_each_leg()
    {
        var (name, text) = await TakeAsync("GeoJSON");

        Assert.Equal("routes.geojson", name);
        var map = JsonNode.Parse(text)!;
        Assert.Equal("FeatureCollection", map["type"]?.GetValue<string>());
        Assert.Equal(await LegsAsync(), map["features"]!.AsArray().Count);
    }

    [BrowserFact]
    public async Task As_a_picture_the_map_needs_no_style_sheet()
    {
        var page = await OpenedAsync();
        var arcs = await page.Arcs().CountAsync();
        var (name, text) = await TakeAsync(page, "SVG of the map");

        Assert.Equal("routes.svg", name);
        var svg = XDocument.Parse(text).Root!;
        XNamespace space = "http://www.w3.org/2000/svg";
        Assert.StartsWith("Routes through Hungary", svg.Element(space + "title")?.Value);
        Assert.Empty(svg.DescendantsAndSelf().Attributes("class"));
        var drawn = svg.Descendants(space + "path").ToList();
        var lines = drawn.Where(path => path.Parent?.Attribute("data-ranks") is not null && path.Attribute("stroke-linecap")?.Value == "round").ToList();
        Assert.Equal(arcs, lines.Count);
        Assert.All(lines, line => Assert.Matches(@"^(rgb|color)", line.Attribute("stroke")!.Value));
        Assert.True(drawn.Count > 170, "The countries are missing.");
        Assert.Contains(svg.Descendants(space + "text"), label => label.Value == "Hungary");
    }

    [BrowserTheory]
    [InlineData("")]
    [InlineData("&remove=sk-on&claim=exports_to~hungary~chile~lithium-ion-battery~~potential")]
    public async Task As_a_line_for_the_terminal_it_answers_the_same(string assumed)
    {
        var page = await OpenedAsync(assumed);
        var line = await page.GetByLabel("The line that asks the same in a terminal").TextContentAsync();
        var shown = await page.Locator(assumed.Length > 0 ? "[aria-label='As assumed'] .stops" : ".stops").AllTextContentsAsync();

        Assert.StartsWith("curl 'http", line, StringComparison.Ordinal);
        var answer = JsonNode.Parse(await RunAsync(line!))!["routes"]!.AsArray();
        Assert.Equal(answer.Stops(), shown);
        Assert.Equal(assumed.Length > 0, line!.Contains("\"removedEntities\":[\"sk-on\"]", StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task The_line_is_copied_at_a_press()
    {
        var page = await OpenedAsync();
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.Button("Copy").ClickAsync();

        await Assertions.Expect(page.Button("Copied")).ToBeVisibleAsync();
        Assert.Equal(await page.Locator(".curl code").TextContentAsync(), await page.EvaluateAsync<string>("navigator.clipboard.readText()"));
    }

    private async Task<IPage> OpenedAsync(string assumed = "")
    {
        var page = await AskAsync($"/?{Question}{assumed}");
        await page.GetByText("Take it away").ClickAsync();
        return page;
    }

    private async Task<(string Name, string Text)> TakeAsync(string file) => await TakeAsync(await OpenedAsync(), file);

    private static async Task<(string Name, string Text)> TakeAsync(IPage page, string file)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.Button(file).ClickAsync());
        using var reader = new StreamReader(await download.CreateReadStreamAsync());
        return (download.SuggestedFilename, await reader.ReadToEndAsync());
    }

    private async Task<int> LegsAsync() => (await ReadAsync("/v1/routes?" + Question))["routes"]!.AsArray().Sum(route => route!["hops"]!.GetValue<int>());

    private async Task<string> ReadAsAsync(string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Address, "/v1/routes?" + Question));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(type));
        using var response = await Http.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }

    private static async Task<string> RunAsync(string line)
    {
        using var shell = Process.Start(new ProcessStartInfo("bash", ["-c", line + " -s"]) { RedirectStandardOutput = true })!;
        var answer = await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();
        Assert.Equal(0, shell.ExitCode);
        return answer;
    }
}
