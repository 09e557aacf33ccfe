using SupplyGraph.Analysis.Tests.Oracle;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Tests.Stages;

/// <summary>Who works at which stage where, read off the list of relationships (design, section 5).</summary>
internal sealed class OracleWork
{
    private readonly OracleComponents components;

    public OracleWork(StageCase asked)
    {
        components = new OracleComponents(asked.Graph, OracleRules.All);
        Counted = [.. asked.Graph.Relationships.Where(new OracleFilters(asked.Unasked, OracleRules.All).Pass)];
        Works = [.. Counted.SelectMany(r => Enum.GetValues<Stage>().Where(stage => IsWorkAt(r.Key, stage)).Select(stage => (r, stage)))];
    }

    /// <summary>The relationships that pass the filters.</summary>
    public IReadOnlyList<Relationship> Counted { get; }

    /// <summary>Every relationship that is work at a stage.</summary>
    public IReadOnlyList<(Relationship Relationship, Stage Stage)> Works { get; }

    public IEnumerable<Stage> Missing(string country) =>
        Enum.GetValues<Stage>().Where(stage => !Works.Any(w => w.Stage == stage && w.Relationship.Key.To == country && IsEstablished(w.Relationship)));

    public bool HasStage(RelationshipKey key, Stage stage) => key.Component is { } component && components.StageOf(component) == stage;

    public static bool IsEstablished(Relationship r) => r.Status == Status.Established;

    private bool IsWorkAt(RelationshipKey key, Stage stage)
    {
        if (key.Type != RelationshipType.OperatesIn) return false;
        var roleIsStage = (key.Role, stage) is (Role.Mining, Stage.Mining) or (Role.Refining, Stage.Refining) or (Role.Charging, Stage.Charging)
            or (Role.Recycling, Stage.Recycling);
        var makes = key.Role is Role.Manufacturing or Role.Assembly || (key.Role == Role.Research && stage == Stage.Software);
        return roleIsStage || (makes && HasStage(key, stage));
    }
}
