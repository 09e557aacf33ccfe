using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SupplyGraph.Explorer.Tests.Browser;

namespace SupplyGraph.Explorer.Tests.Journeys;

/// <summary>What the server sends to whoever opens the explorer.</summary>
[Collection(SiteCollection.Name)]
public sealed partial class SentTests(Site site) : Journey(site)
{
    [BrowserTheory]
    [InlineData("/")]
    [InlineData("/index.html")]
    [InlineData("/scripts/main.js")]
    [InlineData("/styles/theme.css")]
    [InlineData("/v1/routes?via=pakistan")]
    public async Task Nothing_but_the_servers_own_scripts_and_styles_may_run(string path)
    {
        using var response = await Http.GetAsync(new Uri(Address, path));

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [BrowserFact]
    public async Task The_page_of_the_api_has_a_policy_of_its_own_for_styles_and_not_for_scripts()
    {
        using var response = await Http.GetAsync(new Uri(Address, "/swagger/index.html"));

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy")).Split(';', StringSplitOptions.TrimEntries);
        Assert.Contains("script-src 'self'", policy);
        Assert.Contains("style-src 'self' 'unsafe-inline'", policy);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public void All_of_it_but_the_map_is_smaller_than_a_photograph()
    {
        var files = new DirectoryInfo(Path.Combine(AppContext.BaseDirectory, "wwwroot")).GetFiles("*", SearchOption.AllDirectories);

        Assert.Contains(files, file => file.Name == "main.js");
        Assert.InRange(files.Where(file => file.Directory!.Name != "map").Sum(file => file.Length), 1, 250_000);
    }

    // Otherwise the browser finds them one behind the other, as each is read.
    [Fact]
    public void Every_script_is_asked_for_at_once()
    {
        var root = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        var scripts = Directory.GetFiles(Path.Combine(root, "scripts"), "*.js", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'));
        var asked = Preload().Matches(File.ReadAllText(Path.Combine(root, "index.html"))).Select(match => match.Groups[1].Value);

        Assert.Equal(scripts.Order(StringComparer.Ordinal), asked.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_map_names_whose_it_is()
    {
        var map = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "wwwroot", "map", "world.json")))!;

        Assert.Contains("Natural Earth", map.Text("source"), StringComparison.Ordinal);
        Assert.Contains("public domain", map.Text("licence"), StringComparison.Ordinal);
    }

    [GeneratedRegex("rel=\"modulepreload\" href=\"([^\"]+)\"")]
    private static partial Regex Preload();
}
