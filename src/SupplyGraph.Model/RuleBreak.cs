namespace SupplyGraph.Model;

/// <summary>One rule that an entity or a claim breaks.</summary>
/// <param name="Field">The field at fault, in the names of the files: <c>from</c>, <c>valid_to</c> …</param>
/// <param name="Code">A stable code, see <see cref="RefusalCode"/>.</param>
/// <param name="Message">What is wrong and what would be accepted.</param>
public sealed record RuleBreak(string Field, string Code, string Message);

/// <summary>The codes of refused changes.</summary>
public static class RefusalCode
{
    public const string UnknownEntity = "unknown_entity";
    public const string KindMismatch = "kind_mismatch";
    public const string ComponentRequired = "component_required";
    public const string ComponentRefused = "component_refused";
    public const string RoleRequired = "role_required";
    public const string RoleRefused = "role_refused";
    public const string SelfRelationship = "self_relationship";
    public const string TaxonomyCycle = "taxonomy_cycle";
    public const string SourceRequired = "source_required";
    public const string OutOfRange = "out_of_range";
    public const string InvalidId = "invalid_id";
    public const string DuplicateName = "duplicate_name";
    public const string InUse = "in_use";
    public const string NotFound = "not_found";
    public const string KindFixed = "kind_fixed";
}
