using SupplyGraph.Analysis.Routes;
using SupplyGraph.Graph;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Stages;

/// <summary>
/// A company's work at a stage in a country, by one relationship (design, section 5): operates_in whose role is that stage (mining, refining, charging,
/// recycling), or whose role is manufacturing, assembly, or for software research, and whose component has that stage (see <see cref="Taxonomy.StageOf"/>).
/// Distribution is no work, nor is a plant whose product is not said or has no stage.
/// </summary>
/// <param name="Company">The node of the company.</param>
/// <param name="Country">The node of the country.</param>
/// <param name="Relationship">The index of the operates_in relationship.</param>
/// <param name="Cost">Of the leg from the company to the country, in millionths.</param>
internal readonly record struct StageWork(int Company, int Country, Stage Stage, int Relationship, int Cost)
{
    /// <summary>All work in a country that passes the filter. O(relationships of the country).</summary>
    public static List<StageWork> In(Snapshot snapshot, LegFilter filter, int country)
    {
        var works = new List<StageWork>();
        foreach (ref readonly var arc in snapshot.In(country))
            if (arc.Along && StageOf(snapshot, arc.Relationship) is { } stage && filter.Passes(arc.Relationship))
                works.Add(new(arc.Node, country, stage, arc.Relationship, arc.Cost));
        return works;
    }

    /// <summary>All work of a company that passes the filter. O(relationships of the company).</summary>
    public static List<StageWork> By(Snapshot snapshot, LegFilter filter, int company)
    {
        var works = new List<StageWork>();
        foreach (ref readonly var arc in snapshot.Out(company))
            if (arc.Along && StageOf(snapshot, arc.Relationship) is { } stage && filter.Passes(arc.Relationship))
                works.Add(new(company, arc.Node, stage, arc.Relationship, arc.Cost));
        return works;
    }

    /// <summary>The stage at which a relationship is work; null for one that is none.</summary>
    public static Stage? StageOf(Snapshot snapshot, int relationship)
    {
        if (snapshot.Type(relationship) != RelationshipType.OperatesIn) return null;
        return snapshot.Role(relationship) switch
        {
            Role.Mining => Stage.Mining,
            Role.Refining => Stage.Refining,
            Role.Charging => Stage.Charging,
            Role.Recycling => Stage.Recycling,
            Role.Manufacturing or Role.Assembly => OfComponent(snapshot, relationship),
            Role.Research => OfComponent(snapshot, relationship) == Stage.Software ? Stage.Software : null,
            _ => null,
        };
    }

    /// <summary>The stage of the component that a relationship names; null for none.</summary>
    public static Stage? OfComponent(Snapshot snapshot, int relationship) =>
        snapshot.Component(relationship) is var component and >= 0 ? snapshot.Taxonomy.StageOf(component) : null;

    /// <summary>The stages with no established company among some work in one country, in order of the chain.</summary>
    public static IReadOnlyList<Stage> Missing(Snapshot snapshot, IEnumerable<StageWork> works)
    {
        var established = works.Where(w => snapshot.Status(w.Relationship) == Status.Established).Select(w => w.Stage).ToHashSet();
        return [.. Enum.GetValues<Stage>().Where(stage => !established.Contains(stage))];
    }

    /// <summary>The relationship, as answers name it.</summary>
    public Counted ToCounted(Snapshot snapshot) => Counted.Of(snapshot, Relationship, snapshot.Key(Relationship, Company, Country));
}
