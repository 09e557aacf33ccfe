using SupplyGraph.Model;
using SupplyGraph.Storage.Names;

namespace SupplyGraph.Storage.Tests;

public sealed class NameIndexTests
{
    private static readonly NameIndex Names = NameIndex.Build(World.Entities.Concat(
    [
        new Entity("tesla", EntityKind.Company, "Tesla"),
        new Entity("tesla-motors-club", EntityKind.Company, "Club of Tesla owners"),
        new Entity("nikola", EntityKind.Company, "Nikola") { Aliases = ["Not Tesla"] },
        new Entity("pk", EntityKind.Company, "Packers"),
        new Entity("seal-maker", EntityKind.Company, "Seal"),
        new Entity("seal-policy", EntityKind.Policy, "Seal"),
        new Entity("sao-paulo", EntityKind.Region, "São Paulo"),
        new Entity("istanbul", EntityKind.Region, "İstanbul"),
    ]));

    private static string[] Resolved(string text, params EntityKind[] kinds) => [.. Names.Resolve(text, kinds).Entities.Select(e => e.Id)];

    private static string[] Found(string text, params EntityKind[] kinds) => [.. Names.Search(text, kinds).Select(e => e.Id)];

    [Theory]
    [InlineData("byd", "byd")]
    [InlineData("B.Y.D.", "byd")]
    [InlineData("build your dreams", "byd")]
    [InlineData("比亚迪", "byd")]
    [InlineData("PAK", "pakistan")]
    [InlineData("Sao Paulo", "sao-paulo")]
    [InlineData(" china ", "china")]
    [InlineData("lfp-cell", "lfp-cell")]
    public void A_text_resolves_by_id_name_alias_or_ISO_code(string text, string id) => Assert.Equal([id], Resolved(text));

    [Fact]
    public void An_exact_id_comes_before_an_ISO_code()
    {
        Assert.Equal(["pk"], Resolved("pk"));
        Assert.Equal(["pakistan"], Resolved("PK"));
        Assert.Equal(["pakistan"], Resolved("pk", EntityKind.Country));
    }

    [Fact]
    public void A_name_comes_before_an_alias_and_an_alias_before_an_ISO_code()
    {
        var names = NameIndex.Build(
        [
            new Entity("niger", EntityKind.Country, "Niger") { Iso2 = "NE", Iso3 = "NER" },
            new Entity("north-east-motors", EntityKind.Company, "North East Motors") { Aliases = ["N.E.", "Lodestar"] },
            new Entity("lodestar-cells", EntityKind.Company, "Lodestar"),
        ]);
        Assert.Equal("lodestar-cells", Assert.Single(names.Resolve("LODESTAR").Entities).Id);
        Assert.Equal("north-east-motors", Assert.Single(names.Resolve("NE").Entities).Id);
        Assert.Equal("niger", Assert.Single(names.Resolve("NE", [EntityKind.Country]).Entities).Id);
    }

    [Fact]
    public void Two_entities_at_one_level_are_both_given_and_the_kind_narrows()
    {
        Assert.Equal(["seal-maker", "seal-policy"], Resolved("SEAL"));
        Assert.True(Names.Resolve("SEAL").Ambiguous);
        Assert.Equal(["seal-policy"], Resolved("Seal", EntityKind.Policy));
        Assert.Equal(["seal"], Resolved("seal"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?!")]
    [InlineData("nobody")]
    public void What_nothing_bears_resolves_to_nothing(string text) => Assert.Empty(Resolved(text));

    [Fact]
    public void Search_ranks_exact_then_prefix_then_word_then_inside_then_similar()
    {
        Assert.Equal(["tesla", "tesla-motors-club", "nikola"], Found("Tesla"));
        Assert.Equal(["cell", "pack"], Found("batte").Take(2));
        Assert.Equal(["tesla-motors-club", "nikola"], Found("tesla", EntityKind.Company).Skip(1));
    }

    [Theory]
    [InlineData("pakstan", "pakistan")]
    [InlineData("Toyotta", "toyota")]
    [InlineData("tyoota", "toyota")]
    [InlineData("chnia", "china")]
    [InlineData("bydd", "byd")]
    [InlineData("contemporary amprex technology", "catl")]
    public void Search_forgives_typing_errors(string text, string id)
    {
        Assert.Equal(id, Found(text)[0]);
        Assert.Equal(id, Names.Near(text)[0].Id);
    }

    [Theory]
    [InlineData("by", "byd")]
    [InlineData("比亚", "byd")]
    [InlineData("economic", "cpec")]
    [InlineData("yundai", null)]
    public void Search_finds_beginnings_of_words_in_every_script(string text, string? id) => Assert.Equal(id, Found(text).FirstOrDefault());

    [Fact]
    public void Search_keeps_to_the_kinds_and_the_condition_given()
    {
        Assert.Equal(["seal"], Found("seal", EntityKind.Vehicle));
        Assert.DoesNotContain(Names.Search("seal", null, e => e.Kind != EntityKind.Policy), e => e.Kind == EntityKind.Policy);
    }

    [Fact]
    public void Near_gives_no_more_than_asked() => Assert.Single(Names.Near("seal", 1));

    [Theory]
    [InlineData(50)]
    [InlineData(Limits.MaxNameChanges + 10)]
    public void An_index_carried_on_equals_one_built_anew(int changes)
    {
        var entities = Enumerable.Range(0, 200).Select(i => new Entity($"company-{i}", EntityKind.Company, $"Company number {i}")).ToDictionary(e => e.Id);
        var carried = NameIndex.Build(entities.Values);
        for (var i = 0; i < changes; i += 5)
        {
            Entity[] put = [.. Enumerable.Range(i, 4).Select(n =>
                new Entity($"company-{n}", EntityKind.Company, $"Renamed firm {n}") { Aliases = [$"Alias {n}"] })];
            var removed = $"company-{i + 100}";
            foreach (var entity in put) entities[entity.Id] = entity;
            entities.Remove(removed);
            carried = carried.With([.. put], [removed]);
        }
        var anew = NameIndex.Build(entities.Values);
        foreach (var text in new[] { "company number 7", "renamed firm 3", "alias 11", "company-104", "company-3", "renamd", "numbr", "firm" })
        {
            Assert.Equal(anew.Resolve(text).Entities, carried.Resolve(text).Entities);
            Assert.Equal(anew.Search(text), carried.Search(text));
        }
    }
}
