using SupplyGraph.Graph;
using SupplyGraph.Model;

namespace SupplyGraph.Benchmarks;

/// <summary>
/// 200 components, the same on every run: for each of five stages a root, its families and their kinds (kind_of), each of these a part of two to four
/// components of the next stage (part_of). So linked, of what a company sells about half may follow what the stage before sells to it, as in the seed.
/// </summary>
internal sealed class GeneratedTaxonomy
{
    private const int Families = 7, OfAStage = 40;

    private static readonly Stage[] Stages = [Stage.Mining, Stage.Refining, Stage.Cells, Stage.Packs, Stage.Vehicles];

    // The generator's tiers of companies, in the order of the stages: what a company of a tier sells. Markets sell on what was sold to them.
    private static readonly string[] Tiers = ["raw", "refinery", "cell", "pack", "oem", "market"];

    private readonly Random random = new(42);
    private readonly int[][] components;

    public GeneratedTaxonomy(SnapshotBuilder builder)
    {
        components = [.. Stages.Select(stage => Add(builder, stage))];
        for (var stage = 0; stage < Stages.Length; stage++)
        {
            for (var i = 1; i < OfAStage; i++)
            {
                Link(builder, RelationshipType.KindOf, components[stage][i], components[stage][i <= Families ? 0 : random.Next(1, Families + 1)]);
                if (stage < Stages.Length - 1) AddWholes(builder, components[stage][i], components[stage + 1]);
            }
        }
    }

    /// <summary>A component for something that a company sells; the general ones come oftenest.</summary>
    /// <param name="seller">The company's name, which starts with its tier.</param>
    public int Draw(string seller)
    {
        var stage = Math.Min(Array.FindIndex(Tiers, tier => seller.StartsWith(tier, StringComparison.Ordinal)), Stages.Length - 1);
        return components[stage][(int)(OfAStage * Math.Pow(random.NextDouble(), 1.5))];
    }

    private void AddWholes(SnapshotBuilder builder, int part, int[] nextStage)
    {
        for (var wholes = random.Next(2, 5); wholes > 0; wholes--) Link(builder, RelationshipType.PartOf, part, nextStage[random.Next(1, OfAStage)]);
    }

    private static int[] Add(SnapshotBuilder builder, Stage stage) =>
        [.. Enumerable.Range(0, OfAStage).Select(i => builder.AddEntity($"{Term.Of(stage)}-{i}", EntityKind.Component, i == 0 ? stage : null))];

    private static void Link(SnapshotBuilder builder, RelationshipType type, int from, int to) =>
        builder.AddRelationship(type, from, to, -1, null, Status.Established, 0.99, null, null);
}
