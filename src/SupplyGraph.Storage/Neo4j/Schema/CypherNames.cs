using System.Collections.Frozen;
using SupplyGraph.Model;

namespace SupplyGraph.Storage.Neo4j.Schema;

/// <summary>
/// What our kinds and relationship types are called in the database. Names stand in the text of statements, where values never do: they come from here alone.
/// </summary>
internal static class CypherNames
{
    /// <summary>Every entity has this label and that of its kind.</summary>
    public const string Entity = "Entity";

    /// <summary>Mirrors a company's country as a relationship, so that people can walk along it; no type of the catalogue.</summary>
    public const string BasedIn = "BASED_IN";

    private static readonly FrozenDictionary<EntityKind, string> LabelOfKind =
        Enum.GetValues<EntityKind>().ToFrozenDictionary(kind => kind, kind => kind.ToString());

    private static readonly FrozenDictionary<RelationshipType, string> NameOfType =
        Enum.GetValues<RelationshipType>().ToFrozenDictionary(type => type, type => Term.Of(type).ToUpperInvariant());

    private static readonly FrozenDictionary<string, EntityKind> KindOfLabel = LabelOfKind.ToFrozenDictionary(p => p.Value, p => p.Key);

    private static readonly FrozenDictionary<string, RelationshipType> TypeOfName = NameOfType.ToFrozenDictionary(p => p.Value, p => p.Key);

    /// <summary>The labels of all kinds, in the order of the kinds.</summary>
    public static IReadOnlyList<string> Labels { get; } = [.. Enum.GetValues<EntityKind>().Select(Label)];

    /// <summary>The names of all relationship types, in the order of the types.</summary>
    public static IReadOnlyList<string> Types { get; } = [.. Enum.GetValues<RelationshipType>().Select(Type)];

    /// <summary>Relationship types in the order in which the ids of their relationships stand: an id begins with its type's term.</summary>
    public static IReadOnlyList<RelationshipType> TypesInOrderOfIds { get; } =
        [.. Enum.GetValues<RelationshipType>().OrderBy(type => Term.Of(type) + RelationshipKey.Separator, StringComparer.Ordinal)];

    /// <summary>Those of <see cref="TypesInOrderOfIds"/> whose relationships may name a component.</summary>
    public static IReadOnlyList<RelationshipType> TypesWithComponent { get; } =
        [.. TypesInOrderOfIds.Where(type => Catalogue.Of(type).Component != Presence.Refused)];

    /// <summary>The label of a kind: <c>Company</c>.</summary>
    public static string Label(EntityKind kind) => LabelOfKind[kind];

    /// <summary>The database's name of a relationship type: <c>EXPORTS_TO</c>.</summary>
    public static string Type(RelationshipType type) => NameOfType[type];

    /// <summary>Several types as a pattern takes them: <c>OWNS|SUPPLIES</c>; all types where none is named.</summary>
    public static string AnyOf(IReadOnlyCollection<RelationshipType> types) =>
        string.Join('|', types.Count == 0 ? Types : types.Distinct().Order().Select(Type));

    /// <summary>The kind that a label stands for; null where it is the label of none.</summary>
    public static EntityKind? KindOf(string label) => KindOfLabel.TryGetValue(label, out var kind) ? kind : null;

    /// <summary>The relationship type of a name in the database; null where it is none of ours.</summary>
    public static RelationshipType? TypeOf(string name) => TypeOfName.TryGetValue(name, out var type) ? type : null;
}
