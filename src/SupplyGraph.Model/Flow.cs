namespace SupplyGraph.Model;

/// <summary>
/// Which way things move along one relationship, refined by role and by the kinds of its ends, and how far that makes a leg plausible.
/// </summary>
/// <param name="Forward">Factor of a leg from the relationship's from to its to; null where nothing flows that way.</param>
/// <param name="Backward">Factor of a leg against it.</param>
/// <param name="LastLegOnly">Whether the forward leg may only end a route: research, showrooms and chargers pass nothing on.</param>
public readonly record struct Flow(double? Forward, double? Backward, bool LastLegOnly = false)
{
    /// <summary>How far a plant makes it plausible that what leaves its country comes from it: where its output goes is not stated.</summary>
    private const double PlantBackward = 0.5;

    /// <summary>How a relationship of this type and role flows between entities of these kinds.</summary>
    public static Flow Of(RelationshipType type, Role? role, EntityKind from, EntityKind to)
    {
        var rule = Catalogue.Of(type);
        return type switch
        {
            RelationshipType.OperatesIn => role switch
            {
                Role.Mining or Role.Refining => new(rule.Forward, rule.Backward),
                Role.Manufacturing or Role.Assembly => new(rule.Forward, PlantBackward),
                Role.Research or Role.Distribution or Role.Charging => new(rule.Forward, null, LastLegOnly: true),
                _ => new(rule.Forward, null),
            },
            RelationshipType.InvestsIn when from != EntityKind.Company => default,
            RelationshipType.InvestsIn => to == EntityKind.Company ? new(null, rule.Backward) : new(rule.Forward, null),
            _ => new(rule.Forward, rule.Backward),
        };
    }
}
