namespace SupplyGraph.Model;

/// <summary>The rules of a claim that need no other claim: the catalogue's (design, section 3), ranges and lengths.</summary>
public static class ClaimRules
{
    /// <summary>Every rule that the claim breaks by itself; empty for none. What needs the entities is <see cref="CheckKinds"/>.</summary>
    public static IReadOnlyList<RuleBreak> Check(Claim claim)
    {
        List<RuleBreak>? breaks = null;
        var rule = Catalogue.Of(claim.Type);
        var type = Term.Of(claim.Type);
        if (claim.From == claim.To) Add("to", RefusalCode.SelfRelationship, $"'{claim.From}' cannot stand at both ends.");
        if (rule.Component == Presence.Required && Missing(claim.Component)) Add("component", RefusalCode.ComponentRequired, $"{type} needs a component.");
        if (rule.Component == Presence.Refused && !Missing(claim.Component)) Add("component", RefusalCode.ComponentRefused, $"{type} takes no component.");
        if (rule.Role == Presence.Required && claim.Role is null) Add("role", RefusalCode.RoleRequired, $"{type} needs a role: {Roles(rule)}.");
        if (claim.Role is { } role && !rule.Roles.Contains(role))
            Add("role", RefusalCode.RoleRefused,
                rule.Roles.Count == 0 ? $"{type} takes no role." : $"{type} takes no role {Term.Of(role)}, but {Roles(rule)}.");
        if (Missing(claim.Publisher) && Missing(claim.SourceUrl)) Add("publisher", RefusalCode.SourceRequired, "A publisher or a source_url is required.");
        if (!(claim.Confidence > 0 && claim.Confidence <= 1)) Add("confidence", RefusalCode.OutOfRange, NotConfidence(claim.Confidence));
        if (claim is { ValidFrom: { } begin, ValidTo: { } end } && end.LastDay < begin.FirstDay)
            Add("valid_to", RefusalCode.OutOfRange, $"valid_to {end} lies before valid_from {begin}.");
        CheckLengths();
        return breaks ?? [];

        void CheckLengths()
        {
            Length("unit", claim.Unit, Limits.NameLength);
            Length("statement", claim.Statement, Limits.TextLength);
            Length("source_title", claim.SourceTitle, Limits.NameLength);
            Length("publisher", claim.Publisher, Limits.NameLength);
            Length("source_url", claim.SourceUrl, Limits.TextLength);
        }

        void Length(string field, string? text, int limit)
        {
            if (text?.Length > limit) Add(field, RefusalCode.OutOfRange, $"{field} takes at most {limit} characters.");
        }

        void Add(string field, string code, string message) => (breaks ??= []).Add(new(field, code, message));
    }

    /// <summary>Whether the kinds of the ends and of the component fit the type; a kind that is not known is null and not judged.</summary>
    public static IReadOnlyList<RuleBreak> CheckKinds(Claim claim, EntityKind? from, EntityKind? to, EntityKind? component)
    {
        List<RuleBreak>? breaks = null;
        var rule = Catalogue.Of(claim.Type);
        if (from is { } f && to is { } t && !rule.Fits(f, t))
        {
            var field = rule.From.Contains(f) ? "to" : "from";
            (breaks ??= []).Add(new(field, RefusalCode.KindMismatch,
                $"{Term.Of(claim.Type)} joins {rule.Ends}; '{claim.From}' is a {Term.Of(f)} and '{claim.To}' a {Term.Of(t)}."));
        }
        if (component is { } c && c != EntityKind.Component)
            (breaks ??= []).Add(new("component", RefusalCode.KindMismatch, $"'{claim.Component}' is a {Term.Of(c)}, not a component."));
        return breaks ?? [];
    }

    private static string NotConfidence(double number)
    {
        const string rule = "Confidence is above 0 and at most 1.";
        if (number is not (> 1 and <= 100)) return rule;
        var percent = (decimal)number;
        return $"{rule} {PlainNumber.Of(percent)} is above 1: was a percentage meant? {PlainNumber.Of(percent)} % is {PlainNumber.Of(percent / 100)}.";
    }

    private static bool Missing(string? text) => string.IsNullOrWhiteSpace(text);

    private static string Roles(RelationshipRule rule) => string.Join(", ", rule.Roles.Select(Term.Of));
}
