using SupplyGraph.Graph;
using SupplyGraph.Model;

namespace SupplyGraph.Storage.Neo4j.Frontier;

/// <summary>Where the expansion reads relationships from. Nodes are those of the skeleton.</summary>
internal interface IFrontierSource
{
    /// <summary>
    /// The legs that lead out of some nodes and those that lead into others, as far as they can be told without reading much: legs that do not pass the
    /// filters, or that nothing flows along, may be among them.
    /// </summary>
    /// <param name="most">Once there are so many, others may be left out.</param>
    Task<LegsRead> LegsAsync(IReadOnlyCollection<int> outOf, IReadOnlyCollection<int> into, int most, CancellationToken cancel);

    /// <summary>
    /// The relationships behind legs, without those that do not pass the filters; null where the graph is no longer at the version of the skeleton, so that
    /// what was read may be of several versions.
    /// </summary>
    Task<IReadOnlyList<PlacedRelationship>?> RelationshipsAsync(IReadOnlyList<FoundLeg> legs, CancellationToken cancel);

    /// <summary>The relationships with these keys, whether or not they pass the filters; unknown ones are left out.</summary>
    Task<IReadOnlyList<PlacedRelationship>> RelationshipsAsync(IReadOnlyCollection<RelationshipKey> keys, CancellationToken cancel);
}

/// <summary>What a source gave.</summary>
/// <param name="Legs">One that is asked for in both directions may stand twice.</param>
/// <param name="AreAll">Whether nothing was left out.</param>
internal readonly record struct LegsRead(IReadOnlyList<FoundLeg> Legs, bool AreAll);

/// <summary>A way to walk a relationship that a source has.</summary>
/// <param name="From">The node that the leg leaves.</param>
/// <param name="To">The node that it reaches.</param>
/// <param name="Along">Whether it is walked from its from end to its to end.</param>
/// <param name="Handle">What the source knows the relationship by while a question lasts.</param>
internal readonly record struct FoundLeg(int From, int To, bool Along, long Handle);
