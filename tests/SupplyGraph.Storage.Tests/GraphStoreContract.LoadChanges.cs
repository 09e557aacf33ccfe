using SupplyGraph.Model;

namespace SupplyGraph.Storage.Tests;

// How the change feed tells a load.
public abstract partial class GraphStoreContract
{
    private async Task<List<string>> ChangesSince(long version, int limit = Limits.MaxPageSize) =>
        (await All(page => Store.ListChangesAsync(version, page, None), limit)).ConvertAll(c => $"{c.Version} {c.What} {c.Action} {c.Id}");

    /// <summary>A load that makes, changes and leaves alone things of every sort, spread over its sets.</summary>
    private async Task<long> LoadVariously()
    {
        await Say(World.Supply(), World.Supply("Nikkei"), World.Of(RelationshipType.PartOf, "cell", "pack"));
        var before = await Version();
        var acme = new Entity("acme", EntityKind.Company, "Acme") { Country = "atlantis" };
        await Load(
            "a",
            new() { Entities = [acme, new("atlantis", EntityKind.Country, "Atlantis")], Claims = [World.Supply() with { To = "acme" }, World.Supply("Dawn")] },
            new()
            {
                Entities = [new("asia", EntityKind.Region, "Asia!")],
                Claims = [World.Supply(confidence: 0.6), World.Of(RelationshipType.HeadquarteredIn, "acme", "atlantis"), World.Supply("Nikkei", 0.6)],
            },
            Claims(World.Supply(confidence: 0.7), World.Supply("Dawn") with { To = "acme" }, World.Supply("Dawn", 0.8)),
            Claims(World.Supply(confidence: 0.8), World.Of(RelationshipType.PartOf, "cell", "pack")));
        return before;
    }

    [ContractFact]
    public async Task A_load_tells_everything_once_in_an_order_in_which_all_that_is_named_exists()
    {
        var before = await LoadVariously();
        var acme = World.Supply() with { To = "acme" };
        var version = before + 1;
        var told = await ChangesSince(before);
        string[] expected =
        [
            $"{version} claim changed {World.Supply().Id}", $"{version} claim changed {World.Supply("Nikkei").Id}",
            $"{version} claim created {World.Supply("Dawn").Id}", $"{version} claim created {acme.Id}",
            $"{version} claim created {(acme with { Publisher = "Dawn" }).Id}",
            $"{version} claim created {World.Of(RelationshipType.HeadquarteredIn, "acme", "atlantis").Id}",
            $"{version} entity changed asia", $"{version} entity created acme", $"{version} entity created atlantis",
            $"{version} relationship changed {World.SupplyId}", $"{version} relationship created headquartered_in~acme~atlantis~~",
            $"{version} relationship created {acme.Key.Id}",
        ];
        Assert.Equal(expected.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
        string[] order = ["entity", "relationship", "claim"];
        var ranks = told.Select(line => Array.IndexOf(order, line.Split(' ')[1])).ToList();
        Assert.Equal(ranks.Order(), ranks);
        Assert.True(told.IndexOf($"{version} entity created atlantis") < told.IndexOf($"{version} entity created acme"));
    }

    [ContractFact]
    public async Task The_view_after_a_load_equals_one_that_is_built_anew()
    {
        await Store.GetViewAsync(None);
        await LoadVariously();
        var (carried, held) = (await Store.GetViewAsync(None), await Held());
        Assert.Equal(["acme", "asia", "atlantis"], Names(carried));
        await Reopen();
        Assert.Equal(held, await Held());
        Assert.Equal(carried.Snapshot.Version, (await Store.GetViewAsync(None)).Snapshot.Version);
        Assert.Equal(Names(carried), Names(await Store.GetViewAsync(None)));

        static string[] Names(GraphView view) => [Named(view, "ACME"), Named(view, "Asia!"), Named(view, "Atlantis")];

        static string Named(GraphView view, string name) => Assert.Single(view.Names.Resolve(name).Entities).Id;
    }

    [ContractTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task The_feed_of_a_load_pages_through_the_middle_of_what_came_in_a_row(int limit)
    {
        var before = await LoadVariously();
        await Say(World.Supply("Zaobao"));
        var whole = await ChangesSince(before);
        Assert.Equal(12 + 2, whole.Count);
        Assert.Equal(whole, await ChangesSince(before, limit));
        Assert.Equal(whole[^2..], await ChangesSince(before + 1, limit));
    }

    [ContractFact]
    public async Task The_feed_keeps_the_ids_of_what_a_load_brought_and_is_gone()
    {
        var before = await LoadVariously();
        var told = await ChangesSince(before);
        await Store.UndoImportAsync("a", None);
        await Unsay(World.Supply().Id, World.Supply("Nikkei").Id);
        Assert.Equal(told, (await ChangesSince(before))[..told.Count]);
    }

    [ContractFact]
    public async Task A_load_after_things_went_names_its_own_by_numbers_of_their_own()
    {
        var start = await Version();
        await Load("a", Claims(World.Supply(), World.Supply("Nikkei")));
        await Store.UndoImportAsync("a", None);
        await Load("b", Claims(World.Supply("Nikkei")));
        var nikkei = World.Supply("Nikkei").Id;
        Assert.Equal(
            [$"{start + 3} relationship created {World.SupplyId}", $"{start + 3} claim created {nikkei}"], await ChangesSince(start + 2));
        Assert.Equal(2 + 1, (await ChangesSince(start)).Count(line => line.Contains("claim created", StringComparison.Ordinal)));
        Assert.Equal(1, (await ChangesSince(start)).Count(line => line.EndsWith($"claim removed {nikkei}", StringComparison.Ordinal)));
    }
}
