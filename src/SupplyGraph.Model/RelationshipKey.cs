namespace SupplyGraph.Model;

/// <summary>
/// What makes two claims speak of one relationship. Construct with <see cref="Of"/>, which puts the ends of two-way types in ordinal order.
/// </summary>
public readonly record struct RelationshipKey(RelationshipType Type, string From, string To, string? Component, Role? Role)
{
    /// <summary>Separates the parts of an id; no entity id holds it.</summary>
    public const char Separator = '~';

    /// <summary>The key of a relationship as it is stated; a blank component is none.</summary>
    public static RelationshipKey Of(RelationshipType type, string from, string to, string? component = null, Role? role = null)
    {
        if (Catalogue.Of(type).TwoWay && string.CompareOrdinal(from, to) > 0) (from, to) = (to, from);
        return new(type, from, to, string.IsNullOrWhiteSpace(component) ? null : component, role);
    }

    /// <summary><c>type~from~to~component~role</c>, with empty text for no component and no role.</summary>
    public string Id => string.Join(Separator, Term.Of(Type), From, To, Component, Term.Of(Role));

    /// <summary>Reads an id; the ends of a two-way type may stand either way round.</summary>
    public static bool TryParse(string? id, out RelationshipKey key)
    {
        key = default;
        var parts = id?.Split(Separator);
        if (parts is not { Length: 5 } || !Term.TryParse(parts[0], out RelationshipType type) || parts[1].Length == 0 || parts[2].Length == 0) return false;
        Role? role = null;
        if (parts[4].Length > 0)
        {
            if (!Term.TryParse(parts[4], out Role named)) return false;
            role = named;
        }
        key = Of(type, parts[1], parts[2], parts[3], role);
        return true;
    }
}
