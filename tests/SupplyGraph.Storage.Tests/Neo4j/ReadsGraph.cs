using SupplyGraph.Model;

namespace SupplyGraph.Storage.Tests.Neo4j;

/// <summary>A generated graph that has something of everything, with the versions that made it: the same one always.</summary>
internal static class ReadsGraph
{
    // Names of the widest sort: beyond U+FFFF, near it, and one whose key is 18 times as long as itself.
    private static readonly string[] Publishers =
        ["Reuters", "UN Comtrade", "un-comtrade", "Dawn", "Nikkei", "Shared", new string('ﷺ', 500), new string('ﷺ', 499) + "a"];

    /// <summary>Fills an empty store by commits and loads that create, change and remove.</summary>
    public static async Task FillAsync(IGraphStore store)
    {
        var random = new Random(5);
        var entities = Entities();
        await store.CommitAsync(new ChangeSet { Entities = entities }, CancellationToken.None);
        List<Claim> claims = [.. Claims(entities, random, 600).DistinctBy(c => c.Id)];
        await LoadAsync(store, "import-1", claims[..250]);
        await store.CommitAsync(new ChangeSet { Claims = claims[250..350] }, CancellationToken.None);
        await LoadAsync(store, "import-2", claims[200..]);
        await store.CommitAsync(new ChangeSet { RemovedClaims = [.. claims.Where((_, place) => place % 17 == 0).Select(c => c.Id)] }, CancellationToken.None);
        await store.CommitAsync(
            new ChangeSet
            {
                Entities = [entities[0] with { Url = "https://example.org/new" }],
                Claims = [claims[20] with { Confidence = 0.123456 }, claims[0]],
            },
            CancellationToken.None);
    }

    private static async Task LoadAsync(IGraphStore store, string import, IReadOnlyList<Claim> claims)
    {
        await using var load = await store.BeginLoadAsync(import, CancellationToken.None);
        Assert.Empty(await load.AddAsync(new ChangeSet { Claims = claims }, CancellationToken.None));
        await load.CommitAsync($"the report of {import}", CancellationToken.None);
    }

    private static List<Entity> Entities()
    {
        var entities = new List<Entity>();
        foreach (var kind in Enum.GetValues<EntityKind>())
            for (var i = 0; i < 8; i++) entities.Add(new($"{Term.Of(kind)}-{i}", kind, $"{kind} {i}"));
        string[] scripts = ["﨎", "𠮷", "z", "比亚迪"];
        entities.AddRange(scripts.Select(script => new Entity($"{script}-works", EntityKind.Company, $"{script} works")));
        return [.. entities.Select((e, place) => e.Kind switch
        {
            EntityKind.Company => e with
            {
                Country = place % 3 == 0 ? null : $"country-{place % 4}",
                Aliases = place % 2 == 0 ? [$"alias {place}", "second"] : [],
            },
            EntityKind.Country => e with { Iso2 = $"C{(char)('A' + (place % 26))}", Latitude = place - 20.5, Longitude = 1 },
            EntityKind.Component => e with { Stage = place % 2 == 0 ? Stage.TwoThreeWheelers : null },
            _ => e with { Url = "https://example.org/x" },
        })];
    }

    private static IEnumerable<Claim> Claims(List<Entity> entities, Random random, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var rule = Catalogue.All[random.Next(Catalogue.All.Count)];
            var from = Pick(rule.From);
            var to = Pick(rule.To);
            // Ends in one order close no cycle.
            if (from.Id == to.Id || (rule.From.SequenceEqual(rule.To) && string.CompareOrdinal(from.Id, to.Id) > 0)) continue;
            var url = random.Next(3) > 0 ? $"https://example.org/{random.Next(60)}" : null;
            yield return new Claim(rule.Type, from.Id, to.Id)
            {
                Component = rule.Component == Presence.Refused || (rule.Component == Presence.Optional && random.Next(2) == 0)
                    ? null
                    : $"component-{random.Next(3)}",
                Role = rule.Roles.Count == 0 ? null : rule.Roles[random.Next(rule.Roles.Count)],
                Status = (Status)random.Next(3),
                ValidFrom = random.Next(3) == 0 ? PartialDate.Parse($"20{random.Next(10, 30)}") : null,
                ValidTo = random.Next(4) == 0 ? PartialDate.Parse($"20{random.Next(30, 35)}-0{random.Next(1, 10)}") : null,
                Amount = random.Next(3) == 0 ? random.Next(1, 1000) / 8m : null,
                Unit = random.Next(2) == 0 ? "GWh/yr" : "t/yr",
                Statement = random.Next(2) == 0 ? "It \"says\" so; naïve – 比亚迪" : null,
                SourceTitle = $"Title {random.Next(9)}",
                Publisher = url is not null && random.Next(3) == 0 ? null : Publishers[random.Next(Publishers.Length)],
                SourceUrl = url,
                SourceDate = random.Next(4) == 0 ? null : PartialDate.Parse($"2024-0{random.Next(1, 10)}-1{random.Next(10)}"),
                Confidence = random.Next(1, 101) / 100.0,
            };
        }

        Entity Pick(IReadOnlyList<EntityKind> kinds)
        {
            var kind = kinds[random.Next(kinds.Count)];
            // Few of each, so that relationships gather claims.
            var of = entities.FindAll(e => e.Kind == kind);
            return random.Next(4) == 0 ? of[^1] : of[random.Next(Math.Min(4, of.Count))];
        }
    }
}
