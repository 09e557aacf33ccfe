using SupplyGraph.Analysis.Routes;
using SupplyGraph.Graph;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Concentrations;

/// <summary>A relationship of the sort that is measured.</summary>
/// <param name="Actor">The node that makes or exports.</param>
/// <param name="Place">The country where it works, or what it exports to; -1 where that is not known.</param>
/// <param name="IsTotal">Whether it speaks of all that the actor makes, wherever (produces).</param>
internal sealed record Candidate(Counted Counted, int Actor, int Place, bool IsTotal)
{
    public string Id => Counted.Key.Id;
}

/// <summary>
/// Finds what a question is about in one walk over all companies and countries. O(relationships). A confidence that rounds to nothing makes no leg and does not
/// count here either.
/// </summary>
internal sealed class CandidateFinding
{
    private readonly Snapshot snapshot;
    private readonly ConcentrationQuestion question;
    private readonly LegFilter filter;
    private readonly HashSet<int> components;
    private readonly List<Candidate> found = [];

    /// <exception cref="ArgumentException">The question names a component that the snapshot does not hold.</exception>
    public CandidateFinding(Snapshot snapshot, ConcentrationQuestion question)
    {
        (this.snapshot, this.question) = (snapshot, question);
        filter = new LegFilter(snapshot, question.Filters);
        var component = snapshot.TryFind(question.Component, out var node) && snapshot.ComponentOrdinal(node) is var ordinal and >= 0
            ? ordinal
            : throw new ArgumentException($"The graph holds no component '{question.Component}'.", nameof(question));
        Components = [component, .. snapshot.Taxonomy.KindsBelow(component)];
        components = [.. Components];
    }

    /// <summary>The component and its kinds, as ordinals.</summary>
    public IReadOnlyList<int> Components { get; }

    /// <summary>The candidates, in the ordinal order of ids.</summary>
    public IReadOnlyList<Candidate> Find()
    {
        for (var node = 0; node < snapshot.NodeCount; node++)
            if (snapshot.Exists(node) && snapshot.Kind(node) is EntityKind.Company or EntityKind.Country) AddOf(node);
        found.Sort((a, b) => string.CompareOrdinal(a.Id, b.Id));
        return found;
    }

    // What a maker produces flows from the component to it; all else flows from the actor.
    private void AddOf(int actor)
    {
        if (question.Measure != ConcentrationMeasure.Exports)
        {
            foreach (var arc in snapshot.In(actor))
                if (!arc.Along && snapshot.Type(arc.Relationship) == RelationshipType.Produces) Add(arc.Relationship, actor, arc.Node, HomeOf(actor), true);
        }
        foreach (var arc in snapshot.Out(actor))
            if (arc.Along && IsMeasured(arc.Relationship)) Add(arc.Relationship, actor, arc.Node, arc.Node, false);
    }

    private void Add(int relationship, int from, int to, int place, bool isTotal)
    {
        if (components.Contains(snapshot.Component(relationship)) && filter.Passes(relationship))
            found.Add(new(Counted.Of(snapshot, relationship, snapshot.Key(relationship, from, to)), from, place, isTotal));
    }

    private bool IsMeasured(int relationship) => snapshot.Type(relationship) switch
    {
        RelationshipType.ExportsTo => question.Measure == ConcentrationMeasure.Exports,
        RelationshipType.OperatesIn => question.Measure != ConcentrationMeasure.Exports
            && snapshot.Role(relationship) is Role.Mining or Role.Refining or Role.Manufacturing or Role.Assembly,
        _ => false,
    };

    private int HomeOf(int maker) => snapshot.Kind(maker) == EntityKind.Country ? maker : snapshot.Home(maker);
}
