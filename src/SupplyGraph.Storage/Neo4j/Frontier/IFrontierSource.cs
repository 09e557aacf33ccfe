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
    Task<LegsRead> LegsAsync(LegsAsked outOf, LegsAsked into, int most, CancellationToken cancel);

    /// <summary>
    /// The relationships behind legs, without those that do not pass the filters; null where the graph is no longer at the version of the skeleton, so that
    /// what was read may be of several versions.
    /// </summary>
    Task<IReadOnlyList<PlacedRelationship>?> RelationshipsAsync(IReadOnlyList<FoundLeg> legs, CancellationToken cancel);

    /// <summary>The relationships with these keys, whether or not they pass the filters; unknown ones are left out.</summary>
    Task<IReadOnlyList<PlacedRelationship>> RelationshipsAsync(IReadOnlyCollection<RelationshipKey> keys, CancellationToken cancel);
}

/// <summary>What a source is asked for in one direction.</summary>
/// <param name="Nodes">The nodes whose legs are wanted.</param>
/// <param name="Levels">1 for theirs; with more, those of the nodes that they lead to will be wanted too, and may be read at once where that costs little.</param>
internal readonly record struct LegsAsked(IReadOnlyCollection<int> Nodes, int Levels);

/// <summary>What a source gave.</summary>
/// <param name="Legs">One that is asked for in both directions may stand twice.</param>
/// <param name="AreAll">Whether nothing that was asked for was left out.</param>
/// <param name="AlsoOutOf">Nodes that were not asked for, and all of whose legs out are here.</param>
/// <param name="AlsoInto">The same of legs in.</param>
internal readonly record struct LegsRead(
    IReadOnlyList<FoundLeg> Legs, bool AreAll, IReadOnlyCollection<int> AlsoOutOf, IReadOnlyCollection<int> AlsoInto);

/// <summary>A way to walk a relationship that a source has.</summary>
/// <param name="From">The node that the leg leaves.</param>
/// <param name="To">The node that it reaches.</param>
/// <param name="Along">Whether it is walked from its from end to its to end.</param>
/// <param name="Handle">What the source knows the relationship by while a question lasts.</param>
internal readonly record struct FoundLeg(int From, int To, bool Along, long Handle);
