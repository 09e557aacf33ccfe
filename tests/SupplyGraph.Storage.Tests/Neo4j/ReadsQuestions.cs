using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using SupplyGraph.Model;

namespace SupplyGraph.Storage.Tests.Neo4j;

/// <summary>A question to a store, and its answer as text that can be compared.</summary>
internal sealed record ReadsQuestion(string Name, Func<IGraphStore, Task<string>> AskAsync);

/// <summary>Questions to a store that holds <see cref="ReadsGraph"/>: every read, every filter alone and many together, page by page.</summary>
internal static class ReadsQuestions
{
    private static CancellationToken None => CancellationToken.None;

    public static IEnumerable<ReadsQuestion> All(IReadOnlyList<string> relationships, IReadOnlyList<string> claims, IReadOnlyList<string> sources) =>
        [.. ById(relationships, claims, sources), .. Entities(), .. Relationships(relationships), .. ClaimsAndSources(relationships, sources), .. Rest()];

    private static IEnumerable<ReadsQuestion> ById(IReadOnlyList<string> relationships, IReadOnlyList<string> claims, IReadOnlyList<string> sources)
    {
        string[] unknown = ["nonsense", "supplies~a~b~c~", "00000000000000000000", "supplies~a"];
        yield return new("entities by id", async s => Text(await s.GetEntitiesAsync(["company-1", "component-0", "𠮷-works", "company-1", .. unknown], None)));
        yield return new("relationships by id", async s => Text(await s.GetRelationshipsAsync([.. relationships, .. relationships.Take(3), .. unknown], None)));
        yield return new("no relationship by id", async s => Text(await s.GetRelationshipsAsync(unknown, None)));
        yield return new("claims of relationships", async s => Text(await s.GetClaimsOfAsync([.. relationships, .. unknown], None)));
        yield return new("claims by id", async s => Text(await s.GetClaimsAsync([.. claims, .. unknown], None)));
        yield return new("sources by id", async s => Text(await s.GetSourcesAsync([.. sources, .. unknown], None)));
        yield return new("nothing by id", async s => Text(await s.GetClaimsAsync([], None)));
        yield return new("no claims of nothing", async s => Text(await s.GetClaimsOfAsync([], None)));
    }

    private static IEnumerable<ReadsQuestion> Entities()
    {
        EntityFilter[] filters =
        [
            new(), new() { Kinds = [EntityKind.Company] }, new() { Kinds = [EntityKind.Policy, EntityKind.Company, EntityKind.Company] },
            new() { Countries = ["country-1"] }, new() { Countries = ["country-1", "country-2", "nowhere"], Kinds = [EntityKind.Company, EntityKind.Vehicle] },
            new() { Countries = ["country-1"], Kinds = [EntityKind.Vehicle] },
            new() { Ids = [] }, new() { Ids = ["company-5", "z-works", "﨎-works", "𠮷-works", "vehicle-1", "nobody"] },
            new() { Ids = ["company-5", "company-4", "vehicle-1"], Kinds = [EntityKind.Company] },
            new() { Ids = ["company-5", "company-4", "vehicle-1"], Countries = ["country-0", "country-1"] },
        ];
        foreach (var (filter, place) in filters.Select((filter, place) => (filter, place)))
            foreach (var limit in (int[])[1, 7, Limits.MaxPageSize])
                yield return Paged($"entities {place}", limit, (s, page) => s.ListEntitiesAsync(filter, page, None));
        yield return new("a page of entities that is too large", s => Refused(() => s.ListEntitiesAsync(new(), new(Limits.MaxPageSize + 1), None)));
    }

    private static IEnumerable<ReadsQuestion> Relationships(IReadOnlyList<string> known)
    {
        var single = RelationshipFilters.Single.ToList();
        foreach (var (filter, place) in single.Select((filter, place) => (filter, place)))
            foreach (var limit in (int[])[3, Limits.MaxPageSize])
                yield return Paged($"relationships, filter {place}", limit, (s, page) => s.ListRelationshipsAsync(filter, page, None));
        var random = new Random(11);
        for (var i = 0; i < 60; i++)
        {
            var filter = RelationshipFilters.Mixed(random);
            yield return Paged($"relationships, mixed filter {i}: {filter}", random.Next(1, 30), (s, page) => s.ListRelationshipsAsync(filter, page, None));
        }
        string[] cursors = ["", "a", "exports_to", "exports_to~", "operates_in~zz", "uses~~~~~", known[known.Count / 2], "~"];
        foreach (var cursor in cursors)
            yield return new($"relationships after '{cursor}'", async s => Text(await s.ListRelationshipsAsync(new(), new(5, cursor), None)));
        yield return new("a page of no relationships", s => Refused(() => s.ListRelationshipsAsync(new(), new(0), None)));
    }

    private static IEnumerable<ReadsQuestion> ClaimsAndSources(IReadOnlyList<string> relationships, IReadOnlyList<string> sources)
    {
        string?[] someRelationships = [null, relationships[0], relationships[7], "nonsense"];
        string?[] someSources = [null, sources[0], sources[5], "00000000000000000000", "nonsense"];
        string?[] someImports = [null, "import-1", "import-2", "import-3"];
        foreach (var relationship in someRelationships)
            foreach (var source in someSources)
                foreach (var import in someImports)
                {
                    var filter = new ClaimFilter { Relationship = relationship, Source = source, Import = import };
                    yield return Paged($"claims: {filter}", 40, (s, page) => s.ListClaimsAsync(filter, page, None));
                }
        foreach (var publisher in (string?[])[null, "UN Comtrade", "dawn", new string('ﷺ', 500), "nobody", "", "example.org"])
            yield return Paged($"sources of '{publisher}'", 9, (s, page) => s.ListSourcesAsync(new() { Publisher = publisher }, page, None));
        yield return new("claims after no cursor", s => Refused(() => s.ListClaimsAsync(new(), new(5, "zebra"), None)));
        yield return new("claims after a negative cursor", s => Refused(() => s.ListClaimsAsync(new(), new(5, "-1"), None)));
        yield return new("sources after no cursor", s => Refused(() => s.ListSourcesAsync(new(), new(5, "zebra"), None)));
    }

    private static IEnumerable<ReadsQuestion> Rest()
    {
        foreach (var since in (long[])[-1, 0, 1, 3, 6, 99])
            foreach (var limit in (int[])[1, 2, 50, Limits.MaxPageSize])
                yield return Paged($"changes since {since}", limit, (s, page) => s.ListChangesAsync(since, page, None));
        yield return new("changes after a place far behind", async s => Text(await s.ListChangesAsync(0, new(5, "99999999"), None)));
        yield return new("changes after no cursor", s => Refused(() => s.ListChangesAsync(0, new(5, "zebra"), None)));
        yield return new("units", async s => Text((await s.GetUnitsAsync(None)).OrderBy(u => u.Key, StringComparer.Ordinal)));
        foreach (var import in (string[])["import-1", "import-2", "import-3"])
            yield return new($"the report of {import}", async s => Text(await s.GetImportReportAsync(import, None)));
        yield return new("statistics", async s => Text(await s.GetStatisticsAsync(None)));
        yield return new("all entities", s => Lines(s.ExportEntitiesAsync(None)));
        yield return new("all claims", s => Lines(s.ExportClaimsAsync(None)));
    }

    /// <summary>Every item of a listing.</summary>
    public static async Task<List<T>> AllAsync<T>(Func<PageRequest, Task<Page<T>>> list)
    {
        var all = new List<T>();
        string? after = null;
        do
        {
            var page = await list(new PageRequest(Limits.MaxPageSize, after));
            all.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);
        return all;
    }

    private static ReadsQuestion Paged<T>(string name, int limit, Func<IGraphStore, PageRequest, Task<Page<T>>> list) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{name}, pages of {limit}"), async store =>
        {
            const int enough = 6;
            var pages = new List<string>();
            string? after = null;
            do
            {
                var page = await list(store, new PageRequest(limit, after));
                pages.Add(Text(page));
                after = page.Next;
            }
            while (after is not null && pages.Count < enough);
            return string.Join('\n', pages);
        });

    private static async Task<string> Refused(Func<Task> ask)
    {
        var refused = await Assert.ThrowsAnyAsync<ArgumentException>(ask);
        return $"{refused.GetType().Name}: {refused.Message.Split('(')[0]}";
    }

    private static async Task<string> Lines<T>(IAsyncEnumerable<T> all)
    {
        var lines = new List<string>();
        await foreach (var one in all) lines.Add(Text(one));
        return string.Join('\n', lines);
    }

    private static string Text<T>(IReadOnlyDictionary<string, T> found) =>
        JsonSerializer.Serialize(found.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => new { f.Key, f.Value }));

    [OverloadResolutionPriority(-1)]
    private static string Text<T>(T answer) => JsonSerializer.Serialize(answer);
}
