using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using SupplyGraph.Api.Http.Hosting;
using SupplyGraph.Api.Http.Hosting.Settings;
using SupplyGraph.Loading.Imports.Jobs;
using SupplyGraph.Storage.Embedded;
using SupplyGraph.Storage.Neo4j;

namespace SupplyGraph.Api.Tests.Hosting;

/// <summary>Compares docs/operations.md with the settings that there are.</summary>
public sealed partial class OperationsGuideTests
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(ReadmeTests.Repository(), "docs", "operations.md"));

    // Where the tests put a clock, and where a secret may lie instead.
    private const string NotSet = "Clock", PasswordFile = "Neo4j:PasswordFile";

    private static readonly (string Key, string Value)[] Needed = [("Store", "Neo4j"), ("Neo4j:Uri", "http://localhost:7474"), ("Neo4j:Password", "unused")];

    private static List<(string Key, string Default)> Rows() => [.. Row().Matches(Guide).Select(m => (m.Groups[1].Value, m.Groups[2].Value))];

    [Fact]
    public void Its_table_has_every_setting_and_no_other()
    {
        string[] settings =
        [
            "Urls", "Store", PasswordFile, .. Of<EmbeddedStoreOptions>("Embedded"), .. Of<Neo4jStoreOptions>("Neo4j"), .. Of<SeedOptions>("Seed"),
            .. Of<ImportQueueOptions>("Imports"), .. Of<RateLimitOptions>("RateLimit"),
        ];
        Assert.Equal(settings.Order(StringComparer.Ordinal), Rows().Select(r => r.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Its_defaults_are_what_holds_where_nothing_is_set()
    {
        var defaults = Rows().Select(r => (r.Key, Value: Whole().Match(r.Default).Groups[1].Value)).Where(r => r.Value.Length > 0 && r.Key != "Store").ToList();
        Assert.True(defaults.Count > 15, $"only {defaults.Count} defaults");
        var (said, silent) = (Read([.. defaults, .. Needed]), Read(Needed));
        Assert.Equal(silent.Store, said.Store);
        Assert.Equal(silent.Imports, said.Imports);
        Assert.Equal((silent.Seed.Enabled, silent.RateLimit.RequestsPerMinute), (said.Seed.Enabled, said.RateLimit.RequestsPerMinute));
    }

    [Fact]
    public void Its_links_lead_somewhere()
    {
        var links = Link().Matches(Guide).Select(m => m.Groups[1].Value)
            .Where(l => !l.Contains("://", StringComparison.Ordinal) && !l.StartsWith('#')).ToList();
        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.True(Path.Exists(Path.Combine(ReadmeTests.Repository(), "docs", link.Split('#')[0])), $"{link} leads nowhere"));
    }

    private static IEnumerable<string> Of<T>(string section) => typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Select(p => p.Name).Where(name => name != NotSet).Select(name => $"{section}:{name}");

    private static ServerSettings Read((string Key, string Value)[] settings)
    {
        var given = settings.Where(s => s.Key != "Urls").GroupBy(s => s.Key).Select(g => KeyValuePair.Create(g.Key, (string?)g.Last().Value));
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(given).Build();
        Assert.True(ServerSettings.TryRead(configuration, out var read, out var wrong), wrong);
        return read;
    }

    [GeneratedRegex(@"^\| `((?:Urls|Store)|\w+:\w+)` \| ([^|]*) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("^`([^`]+)`$")]
    private static partial Regex Whole();

    [GeneratedRegex(@"\]\(([^)]+)\)")]
    private static partial Regex Link();
}
