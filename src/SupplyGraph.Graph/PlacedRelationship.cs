using SupplyGraph.Model;

namespace SupplyGraph.Graph;

/// <summary>A relationship between nodes of a snapshot.</summary>
/// <param name="From">The node that it leads from.</param>
/// <param name="To">The node that it leads to.</param>
/// <param name="Component">The node of its own component, or -1.</param>
/// <param name="Confidence">Above 0 and at most 0.99, to 6 decimals.</param>
public readonly record struct PlacedRelationship(
    RelationshipType Type, int From, int To, int Component, Role? Role, Status Status, double Confidence, PartialDate? ValidFrom, PartialDate? ValidTo);
