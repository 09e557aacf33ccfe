using SupplyGraph.Graph;
using SupplyGraph.Model;

namespace SupplyGraph.Loading.Tests;

/// <summary>What must be true of the components of graph-seed.</summary>
public sealed class SeedTaxonomyTests(SeedFixture seed) : IClassFixture<SeedFixture>
{
    private static readonly string[] Families = ["battery", "motor", "power-electronics", "software", "charging", "material", "vehicle", "other"];

    private Taxonomy Taxonomy => seed.Snapshot.Taxonomy;

    private IReadOnlyList<string> Components => [.. seed.Entities.Where(e => e.Kind == EntityKind.Component).Select(e => e.Id)];

    [Fact]
    public void Every_component_reaches_a_family()
    {
        Assert.All(Families, id => Assert.Contains(id, Components));
        var reached = Reached(Families);
        Assert.Equal("", string.Join('\n', Components.Where(id => !reached.Contains(id))));
    }

    // Down the links from every family, so that a cycle that hangs on nothing is found too.
    private HashSet<string> Reached(IEnumerable<string> start)
    {
        var below = seed.Claims.Where(c => c.Type is RelationshipType.KindOf or RelationshipType.PartOf).ToLookup(c => c.To, c => c.From);
        var reached = new HashSet<string>(start, StringComparer.Ordinal);
        var open = new Stack<string>(reached);
        while (open.TryPop(out var next))
            foreach (var lower in below[next])
                if (reached.Add(lower)) open.Push(lower);
        return reached;
    }

    [Fact]
    public void Kind_of_and_part_of_taken_together_have_no_cycle()
    {
        var left = Components.ToHashSet(StringComparer.Ordinal);
        var links = seed.Claims.Where(c => c.Type is RelationshipType.KindOf or RelationshipType.PartOf).Select(c => (c.From, c.To)).ToHashSet();
        Assert.NotEmpty(links);
        for (var before = -1; before != left.Count;)
        {
            before = left.Count;
            var ends = links.Select(l => l.To).ToHashSet(StringComparer.Ordinal);
            left.RemoveWhere(id => !ends.Contains(id));
            links.RemoveWhere(l => !left.Contains(l.From));
        }
        Assert.Empty(left);
    }

    [Theory]
    [InlineData("spodumene-concentrate", "battery-electric-vehicle")]
    [InlineData("spodumene-concentrate", "lithium-hydroxide")]
    [InlineData("lithium-hydroxide", "battery-electric-vehicle")]
    public void What_is_mined_advances_through_every_step_to_the_car(string from, string to) =>
        Assert.True(Advances(from, to), $"{from} does not advance to {to}.");

    [Theory]
    [InlineData(Stage.Mining, Stage.Refining)]
    [InlineData(Stage.Refining, Stage.ActiveMaterials)]
    [InlineData(Stage.ActiveMaterials, Stage.Cells)]
    [InlineData(Stage.Cells, Stage.Packs)]
    [InlineData(Stage.Packs, Stage.Vehicles)]
    [InlineData(Stage.Motors, Stage.Vehicles)]
    [InlineData(Stage.PowerElectronics, Stage.Vehicles)]
    [InlineData(Stage.Cells, Stage.TwoThreeWheelers)]
    [InlineData(Stage.Cells, Stage.BusesTrucks)]
    public void Some_component_of_each_stage_advances_to_the_next(Stage earlier, Stage later) =>
        Assert.Contains(Staged(earlier), from => Staged(later).Any(to => Taxonomy.Advances(from, to)));

    [Fact]
    public void Nothing_advances_against_the_stages()
    {
        var ranked = Enumerable.Range(0, seed.Snapshot.ComponentCount).Where(c => Rank(c) is not null).ToList();
        Assert.NotEmpty(ranked);
        var back = from a in ranked from b in ranked where Rank(b) < Rank(a) && Taxonomy.Advances(a, b) select $"{Id(a)} -> {Id(b)}";
        Assert.Equal("", string.Join('\n', back));
    }

    [Theory]
    [InlineData(Stage.Vehicles)]
    [InlineData(Stage.TwoThreeWheelers)]
    [InlineData(Stage.BusesTrucks)]
    public void Cars_buses_and_two_wheelers_are_neither_kinds_nor_parts_of_each_other(Stage one)
    {
        var others = ((Stage[])[Stage.Vehicles, Stage.TwoThreeWheelers, Stage.BusesTrucks]).Where(s => s != one).SelectMany(Staged).ToList();
        var confused = from a in Staged(one) from b in others where Taxonomy.Advances(a, b) || IsKind(a, b) select $"{Id(a)} and {Id(b)}";
        Assert.Equal("", string.Join('\n', confused));
    }

    // Words for all three at once stand above each of them.
    private static readonly string[] General = ["vehicle", "electric-vehicle"];

    private bool IsKind(int a, int b) => !General.Contains(Id(b)) && Taxonomy.KindsAbove(a).Contains(b);

    private IEnumerable<int> Staged(Stage stage) => Enumerable.Range(0, seed.Snapshot.ComponentCount).Where(c => Taxonomy.StageOf(c) == stage);

    private int? Rank(int component) => Taxonomy.StageOf(component) is { } stage ? StageRank.Of(stage) : null;

    private string Id(int component) => seed.Snapshot.Id(seed.Snapshot.ComponentNode(component));

    private bool Advances(string from, string to) => Taxonomy.Advances(Ordinal(from), Ordinal(to));

    private int Ordinal(string id)
    {
        Assert.True(seed.Snapshot.TryFind(id, out var node), $"There is no {id}.");
        return seed.Snapshot.ComponentOrdinal(node);
    }
}
