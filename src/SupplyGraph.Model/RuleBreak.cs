namespace SupplyGraph.Model;

/// <summary>One rule that an entity or a claim breaks.</summary>
/// <param name="Field">The field at fault, in the names of the files: <c>from</c>, <c>valid_to</c> …</param>
/// <param name="Code">A stable code, see <see cref="RefusalCode"/>.</param>
/// <param name="Message">What is wrong and what would be accepted.</param>
public sealed record RuleBreak(string Field, string Code, string Message);

/// <summary>The codes of refused changes, each with what to do. Stable: programs depend on them.</summary>
public static class RefusalCode
{
    /// <summary>Nothing bears this name or id. Mend the spelling (the message offers near ones), or give the kind so that it is created.</summary>
    public const string UnknownEntity = "unknown_entity";

    /// <summary>The type does not join entities of these kinds, or a component is none. See /v1/schema.</summary>
    public const string KindMismatch = "kind_mismatch";

    /// <summary>The type needs a component: what moves.</summary>
    public const string ComponentRequired = "component_required";

    /// <summary>The type takes no component. Leave it empty.</summary>
    public const string ComponentRefused = "component_refused";

    /// <summary>The type needs a role. The message lists them.</summary>
    public const string RoleRequired = "role_required";

    /// <summary>The type takes no role, or not this one. The message lists them.</summary>
    public const string RoleRefused = "role_refused";

    /// <summary>Both ends are one entity.</summary>
    public const string SelfRelationship = "self_relationship";

    /// <summary>With this claim a component would be a kind or a part of itself. The message shows the circle.</summary>
    public const string TaxonomyCycle = "taxonomy_cycle";

    /// <summary>Nobody says so: give a publisher or a source_url.</summary>
    public const string SourceRequired = "source_required";

    /// <summary>A number, a date or a length lies outside what can be. The message gives the range.</summary>
    public const string OutOfRange = "out_of_range";

    /// <summary>No id: lower-case letters and digits joined by single hyphens.</summary>
    public const string InvalidId = "invalid_id";

    /// <summary>Another entity of the kind bears the name, or the id stands twice with different contents.</summary>
    public const string DuplicateName = "duplicate_name";

    /// <summary>Relationships, or companies based there, use the entity. Remove those first.</summary>
    public const string InUse = "in_use";

    /// <summary>There is nothing of this id.</summary>
    public const string NotFound = "not_found";

    /// <summary>The entity keeps its kind because something uses it, or the id of a new one is taken by another kind.</summary>
    public const string KindFixed = "kind_fixed";
}
