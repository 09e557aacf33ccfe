using System.Globalization;
using System.Text;
using System.Text.Json;
using SupplyGraph.Analysis.Routes;
using SupplyGraph.Loading.Imports;
using SupplyGraph.Loading.Seed;
using SupplyGraph.Model;

namespace SupplyGraph.Loading.Tests.Imports;

/// <summary>What is exported and imported again is the same graph.</summary>
public sealed class RoundTripTests
{
    private static readonly RouteQuestion question = new() { AsOf = new DateOnly(2026, 6, 1), Limit = 20, MaxHops = 4 };

    private static readonly RouteQuestion[] questions =
    [
        question with { Via = ["pakistan"] }, question with { Via = ["hungary"] }, question with { From = ["australia"], To = ["germany"] },
        question with { From = ["china"], To = ["pakistan"], Avoid = ["byd"] }, question with { From = ["indonesia"], Component = "lithium-ion-battery-cell" },
        question with { Via = ["thailand"], FollowComponents = false },
    ];

    [Theory]
    [InlineData(FileFormat.Csv)]
    [InlineData(FileFormat.Ndjson)]
    public async Task The_whole_seed_graph_exported_and_imported_is_the_same_to_the_byte_and_has_the_same_routes(FileFormat format)
    {
        await using var seed = await ImportedStore.OpenAsync([]);
        await SeedGraph.LoadAsync(seed.Store, Path.Combine(SeedFixture.Repository(), "graph-seed"), default);
        await using var copy = await ImportedStore.OpenAsync([]);
        foreach (var what in new[] { FileContent.Entities, FileContent.Claims })
        {
            var (report, rejects) = await copy.Run(await seed.Export(what, format), new() { What = what, Format = format });
            Assert.Equal((ImportOutcome.Succeeded, ""), (report.Outcome, rejects));
            Assert.Equal((report.Rows.Read, 0, 0), (report.Rows.Accepted, report.Rows.Unchanged, report.Rows.Rejected));
            Assert.Empty(report.Errors);
        }
        foreach (var what in Enum.GetValues<FileContent>())
            foreach (var written in Enum.GetValues<FileFormat>())
                Assert.Equal(Encoding.UTF8.GetString(await seed.Export(what, written)), Encoding.UTF8.GetString(await copy.Export(what, written)));
        Assert.Equal(await seed.Held(), await copy.Held());
        Assert.Equal(await Routes(seed), await Routes(copy));
        Assert.All(await Routes(seed), answer => Assert.Contains("\"Stops\":[\"", answer, StringComparison.Ordinal));
    }

    private static async Task<List<string>> Routes(ImportedStore graph)
    {
        var snapshot = (await graph.Store.GetViewAsync(default)).Snapshot;
        // Ample, so that no answer depends on the time that it took.
        var budget = new Budget(Limits.MaxExpansions, TimeSpan.FromMinutes(10));
        var answers = questions.Select(q => RouteSearch.Find(snapshot, Known(q, snapshot), budget).Routes).ToList();
        var legs = answers.SelectMany(routes => routes).SelectMany(route => route.Legs).Select(leg => leg.Relationship).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(legs.Count, (await graph.Store.GetRelationshipsAsync(legs, default)).Count);
        return answers.ConvertAll(routes => JsonSerializer.Serialize(routes));
    }

    private static RouteQuestion Known(RouteQuestion question, Graph.Snapshot snapshot)
    {
        foreach (var id in question.From.Concat(question.To).Concat(question.Via).Concat(question.Avoid).Append(question.Component).OfType<string>())
            Assert.True(snapshot.TryFind(id, out _), id);
        return question;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task The_order_of_rows_and_their_division_into_files_changes_nothing(int seed)
    {
        var random = new Random(seed);
        var rows = Enumerable.Range(0, 400).Select(_ => RandomRow(random)).ToArray();
        var (expected, rejected) = await Loaded(rows);
        Assert.InRange(rejected, 20, 200);
        random.Shuffle(rows);
        Assert.Equal((expected, rejected), await Loaded(rows));
        Assert.Equal((expected, rejected), await Loaded(rows[..200], rows[200..]));
        Assert.Equal((expected, rejected), await Loaded([.. rows.Chunk(37)]));
    }

    [Fact]
    public async Task Rows_that_come_again_in_another_file_change_nothing()
    {
        var random = new Random(7);
        var rows = Enumerable.Range(0, 400).Select(_ => RandomRow(random)).ToArray();
        var (expected, rejected) = await Loaded(rows);
        Assert.Equal((expected, 2 * rejected), await Loaded(rows, rows));
    }

    /// <summary>What an empty graph holds after some files, and how many of their rows were rejected.</summary>
    private static async Task<(string Held, long Rejected)> Loaded(params string[][] files)
    {
        await using var graph = await ImportedStore.OpenAsync();
        var rejected = 0L;
        foreach (var rows in files)
        {
            const string header = "type,from,from_kind,from_country,to,to_kind,to_country,component,component_kind,role,"
                + "status,valid_from,amount,unit,publisher,source_url,confidence";
            var (report, _) = await graph.Claims(string.Join('\n', [header, .. rows]), ImportMode.Partial);
            Assert.Equal(report.Rows.Read, rows.Length);
            rejected += report.Rows.Rejected;
        }
        return (await graph.Held(), rejected);
    }

    // What a thing is called, where a company is based and how sure a claim is follows from the thing itself: where rows disagree on these, the last one wins.
    private static string RandomRow(Random random)
    {
        var (a, b) = (random.Next(12), random.Next(12));
        var what = random.Next(8) switch
        {
            0 => $"part_of,Part {Math.Min(a, b)},component,,Part {Math.Max(a, b)},component,,,,",
            1 => $"headquartered_in,{Company(a)},China,country,,,,",
            2 => $"operates_in,{Company(a)},PAK,country,,Part {b},component,{(random.Next(2) == 0 ? "assembly" : "refining")}",
            3 => $"partners_with,{Company(a)},{Company(b)},,,",
            4 => $"owns,{Company(a)},Nobody,,,,,",
            _ => $"supplies,{Company(a)},{Company(b)},Part {b % 4},component,",
        };
        string[] statuses = ["", "established", "announced", "potential"], dates = ["", "2024", "2025-08", "2025-08-06"];
        var said = $"{statuses[random.Next(4)]},{dates[random.Next(4)]},{(random.Next(2) == 0 ? "," : $"{random.Next(3)}.50,GWh")}";
        var publisher = random.Next(4);
        var source = $"Publisher {publisher},{(random.Next(2) == 0 ? "" : $"https://p{publisher}.org")}";
        // A status that is left out is the established that another row may state.
        var sum = $"{what},{said.Replace("established", "", StringComparison.Ordinal)},{source}".Sum(c => c);
        return $"{what},{said},{source},{(random.Next(30) == 0 ? "85" : (((sum % 9) + 1) / 10.0).ToString(CultureInfo.InvariantCulture))}";
    }

    private static string Company(int n) => $"Company {n},company,{(n % 3 == 0 ? "CN" : "")}";
}
