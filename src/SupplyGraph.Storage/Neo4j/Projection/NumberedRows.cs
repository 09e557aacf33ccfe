using SupplyGraph.Model;

namespace SupplyGraph.Storage.Neo4j.Projection;

/// <summary>An entity with its number in the database.</summary>
internal readonly record struct NumberedEntity(long N, Entity Entity);

/// <summary>What a snapshot takes of a relationship, by the numbers of entities.</summary>
/// <param name="Component">The number of its own component; 0 for none.</param>
internal readonly record struct NumberedRelationship(
    RelationshipType Type, long From, long To, long Component, Role? Role, Status Status, double Confidence, PartialDate? ValidFrom, PartialDate? ValidTo);
