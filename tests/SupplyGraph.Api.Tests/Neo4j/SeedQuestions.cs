namespace SupplyGraph.Api.Tests.Neo4j;

/// <summary>Questions over the seed graph, made from what the graph holds.</summary>
internal static class SeedQuestions
{
    /// <summary>How many there are at least of each sort: a graph that holds nothing would be compared with nothing.</summary>
    public static readonly IReadOnlyDictionary<string, int> Least = new Dictionary<string, int>
    {
        ["routes"] = 200,
        ["tiers and chokepoints"] = 10,
        ["counts"] = 10,
        ["entities"] = 150,
        ["relationships"] = 120,
        ["claims"] = 60,
        ["sources"] = 40,
        ["changes"] = 20,
        ["export"] = 4,
    };

    private static readonly string[] Countries =
        ["pakistan", "china", "hungary", "germany", "indonesia", "thailand", "vietnam", "japan", "south-korea", "australia", "chile", "morocco", "poland", "mexico"];

    private static readonly string[] Statuses = ["established", "announced", "potential"];

    public static async Task<IReadOnlyList<string>> AboutAsync(string about, HttpClient client) => about switch
    {
        "routes" => [.. Routes()],
        "tiers and chokepoints" => [.. TiersAndChokepoints()],
        "counts" => [.. Counts()],
        "entities" => [.. await EntitiesAsync(client)],
        "relationships" => [.. await RelationshipsAsync(client)],
        "claims" => [.. await ClaimsAsync(client)],
        "sources" => [.. await SourcesAsync(client)],
        "changes" => [.. Changes()],
        _ => [.. Exports()],
    };

    private static IEnumerable<string> TiersAndChokepoints()
    {
        foreach (var entity in (string[])["mercedes-benz", "catl", "pakistan"])
        {
            yield return $"/v1/entities/{entity}/suppliers?tiers=2";
            yield return $"/v1/entities/{entity}/customers?limit=20";
            yield return $"/v1/entities/{entity}/suppliers?types=exports_to&types=operates_in&tiers=2&status=established";
        }
        yield return "/v1/chokepoints?from=australia&to=germany&component=lithium-ion-battery-cell&maxHops=3&top=5";
        yield return "/v1/chokepoints?from=catl&to=mercedes-benz&maxHops=4";
    }

    private static IEnumerable<string> Counts()
    {
        foreach (var component in (string[])["battery-separator", "graphite"])
        {
            foreach (var measure in (string[])["makers", "exports", "capacity"]) yield return $"/v1/concentration?component={component}&measure={measure}";
            yield return $"/v1/concentration?component={component}&by=company&measure=capacity&status=established";
        }
        foreach (var country in (string[])["pakistan", "indonesia"])
        {
            yield return $"/v1/hubs?country={country}&limit=5";
            yield return $"/v1/countries/{country}/opportunities?limit=3";
        }
    }

    private static IEnumerable<string> Routes()
    {
        foreach (var via in Countries)
        {
            yield return $"/v1/routes?via={via}";
            yield return $"/v1/routes?via={via}&components=ignore&limit=5";
            yield return $"/v1/routes?via={via}&avoid=china&maxHops=4";
            yield return $"/v1/routes?via={via}&exact=true";
            yield return $"/v1/routes?via={via}&distinct=endpoints&limit=25";
            yield return $"/v1/routes?via={via}&minConfidence=0.6&asOf=2024-06";
            yield return $"/v1/routes?via={via}&component=lithium-ion-battery-cell";
            foreach (var status in Statuses) yield return $"/v1/routes?via={via}&status={status}&maxHops=5";
        }
        foreach (var from in Countries)
            foreach (var to in new[] { "germany", "pakistan", "europe", "united-states" })
                if (from != to) yield return $"/v1/routes?from={from}&to={to}&maxHops=5";
        foreach (var pair in Countries.Zip(Countries.Skip(1)))
        {
            yield return $"/v1/routes?via={pair.First}&via={pair.Second}&maxHops=5";
            yield return $"/v1/routes?from={pair.First}&maxHops=3";
            yield return $"/v1/routes?to={pair.First}&maxHops=3&types=exports_to&types=operates_in";
        }
        yield return "/v1/routes?from=pakistan&to=pakistan";
        yield return "/v1/routes?via=pakistan&avoid=pakistan";
        yield return "/v1/routes?via=asia&maxHops=3";
        yield return "/v1/routes?from=lithium&to=germany&maxHops=6";
        yield return "/v1/routes?from=byd&to=catl&status=potential&minConfidence=0.9";
    }

    private static async Task<IEnumerable<string>> EntitiesAsync(HttpClient client)
    {
        var ids = (await IdsAsync(client, "/v1/entities?limit=1000")).ToList();
        string[] kinds = ["company", "component", "country", "region", "vehicle", "policy", "corridor"];
        return ids.Where((_, i) => i % 20 == 0).Concat(Countries).Select(id => $"/v1/entities/{id}")
            .Concat(Countries.Select(c => $"/v1/companies?country={c}&limit=30"))
            .Concat(kinds.SelectMany(kind => new[] { $"/v1/entities?kind={kind}&limit=100", $"/v1/entities?kind={kind}&q=li" }))
            .Concat(["/v1/entities?limit=1000", "/v1/entities?q=battery", "/v1/entities/no-such", "/v1/stats", "/v1/countries?limit=300", "/v1/components"])
            .Concat(Countries.SelectMany(c => new[] { $"/v1/entities/{c}/relationships", $"/v1/entities/{c}/relationships?status=announced&limit=20" }))
            .Concat(ids.Where((_, i) => i % 25 == 3).Select(id => $"/v1/entities/{id}/relationships?limit=100"));
    }

    private static async Task<IEnumerable<string>> RelationshipsAsync(HttpClient client)
    {
        var ids = await IdsAsync(client, "/v1/relationships?limit=1000");
        string[] types = ["supplies", "exports_to", "operates_in", "produces", "owns", "partners_with", "connects", "part_of", "kind_of", "member_of", "applies_in"];
        string[] components = ["lithium-ion-battery-cell", "lithium", "battery-pack", "electric-vehicle", "battery-electric-vehicle", "cathode-active-material"];
        return ids.Where((_, i) => i % 25 == 0).Select(id => $"/v1/relationships/{id}")
            .Concat(types.SelectMany(t => new[] { $"/v1/relationships?type={t}&limit=200", $"/v1/relationships?type={t}&minConfidence=0.8&asOf=2025" }))
            .Concat(Countries.SelectMany(c => new[] { $"/v1/relationships?from={c}", $"/v1/relationships?to={c}&limit=70", $"/v1/relationships?entity={c}&type=exports_to" }))
            .Concat(components.SelectMany(c => Statuses.Select(s => $"/v1/relationships?component={c}&status={s}&limit=40")))
            .Concat(["/v1/relationships?disputed=true&limit=1000", "/v1/relationships?publisher=Reuters&limit=500", "/v1/relationships?publisher=reuters&type=owns"]);
    }

    private static async Task<IEnumerable<string>> ClaimsAsync(HttpClient client)
    {
        var relationships = await IdsAsync(client, "/v1/relationships?limit=1000");
        var claims = await IdsAsync(client, "/v1/claims?limit=1000");
        return relationships.Where((_, i) => i % 40 == 1).Select(id => $"/v1/claims?relationship={id}")
            .Concat(claims.Where((_, i) => i % 25 == 0).Select(id => $"/v1/claims/{id}"))
            .Concat(["/v1/claims", "/v1/claims?limit=1000", "/v1/claims?import=seed&limit=300", "/v1/claims?import=none", "/v1/claims/00000000000000000000"]);
    }

    private static async Task<IEnumerable<string>> SourcesAsync(HttpClient client)
    {
        var ids = await IdsAsync(client, "/v1/sources?limit=1000");
        return ids.Where((_, i) => i % 25 == 0).Select(id => $"/v1/sources/{id}").Concat(["/v1/sources?limit=1000", "/v1/sources?publisher=Reuters", "/v1/sources"]);
    }

    private static IEnumerable<string> Exports()
    {
        foreach (var what in new[] { "claims", "entities" })
        {
            yield return $"/v1/export?what={what}&format=csv";
            yield return $"/v1/export?what={what}&format=ndjson";
        }
    }

    private static IEnumerable<string> Changes() => Enumerable.Range(1, 18).Select(i => $"/v1/changes?since=0&limit={i * 53}")
        .Concat(["/v1/changes?since=1", "/v1/changes?since=0&limit=1000", "/v1/changes?since=99"]);

    private static async Task<IEnumerable<string>> IdsAsync(HttpClient client, string listing) =>
        (await client.GetJsonAsync(listing))["items"]!.AsArray().Select(item => item!["id"]!.GetValue<string>());
}
