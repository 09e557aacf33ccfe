namespace SupplyGraph.Model;

/// <summary>The rules of an entity that need no other entity: its id, lengths, ranges, and which columns belong to which kind.</summary>
public static class EntityRules
{
    /// <summary>Every rule that the entity breaks; empty for none.</summary>
    public static IReadOnlyList<RuleBreak> Check(Entity entity)
    {
        var breaks = new List<RuleBreak>();
        if (!NameKey.IsId(entity.Id))
            breaks.Add(new("id", RefusalCode.InvalidId,
                $"'{entity.Id}' is no id: lower-case letters and digits joined by single hyphens, at most {Limits.IdLength} characters."));
        CheckNames(entity, breaks);
        CheckKindColumns(entity, breaks);
        InRange("latitude", entity.Latitude, 90, breaks);
        InRange("longitude", entity.Longitude, 180, breaks);
        if (entity.Url?.Length > Limits.TextLength) breaks.Add(TooLong("url", Limits.TextLength));
        return breaks;
    }

    private static void CheckNames(Entity entity, List<RuleBreak> breaks)
    {
        if (NameKey.Of(entity.Name).Length == 0) breaks.Add(new("name", RefusalCode.OutOfRange, "A name with at least one letter or digit is required."));
        else if (entity.Name.Length > Limits.NameLength) breaks.Add(TooLong("name", Limits.NameLength));
        if (entity.Aliases.Count > Limits.MaxAliases) breaks.Add(new("aliases", RefusalCode.OutOfRange, $"At most {Limits.MaxAliases} aliases are kept."));
        if (entity.Aliases.Any(a => a.Length > Limits.NameLength)) breaks.Add(TooLong("aliases", Limits.NameLength));
        if (entity.Aliases.FirstOrDefault(a => NameKey.Of(a).Length == 0) is { } blank)
            breaks.Add(new("aliases", RefusalCode.OutOfRange, $"The alias '{blank}' holds no letter or digit, so nothing could resolve to it."));
        if (entity.Aliases.FirstOrDefault(a => a.Contains(Limits.AliasSeparator)) is { } split)
            breaks.Add(new("aliases", RefusalCode.OutOfRange, $"The alias '{split}' holds '{Limits.AliasSeparator}', which separates aliases in files."));
    }

    private static void CheckKindColumns(Entity entity, List<RuleBreak> breaks)
    {
        if (entity.Country is not null) Belongs("country", entity.Kind, EntityKind.Company, breaks);
        if (entity.Stage is not null) Belongs("stage", entity.Kind, EntityKind.Component, breaks);
        CheckCode("iso2", entity.Iso2, 2, entity.Kind, breaks);
        CheckCode("iso3", entity.Iso3, 3, entity.Kind, breaks);
    }

    private static void CheckCode(string field, string? code, int letters, EntityKind kind, List<RuleBreak> breaks)
    {
        if (code is null) return;
        Belongs(field, kind, EntityKind.Country, breaks);
        if (code.Length != letters || !code.All(char.IsAsciiLetterUpper))
            breaks.Add(new(field, RefusalCode.OutOfRange, $"'{code}' is no code of {letters} upper-case letters."));
    }

    private static void Belongs(string field, EntityKind kind, EntityKind owner, List<RuleBreak> breaks)
    {
        if (kind != owner) breaks.Add(new(field, RefusalCode.OutOfRange, $"{field} is a column of kind {Term.Of(owner)}; this is a {Term.Of(kind)}."));
    }

    private static void InRange(string field, double? degrees, double bound, List<RuleBreak> breaks)
    {
        if (degrees is { } d && !(Math.Abs(d) <= bound)) breaks.Add(new(field, RefusalCode.OutOfRange, $"{field} is in degrees, -{bound}..{bound}."));
    }

    private static RuleBreak TooLong(string field, int limit) => new(field, RefusalCode.OutOfRange, $"{field} takes at most {limit} characters.");

    /// <summary>Texts trimmed, empty ones null, aliases once each, ISO codes in upper case: the form that is checked and stored.</summary>
    public static Entity Normalised(Entity entity) => entity with
    {
        Name = entity.Name.Trim(),
        Aliases = [.. entity.Aliases.Select(a => a.Trim()).Where(a => a.Length > 0).Distinct(StringComparer.Ordinal)],
        Country = Text(entity.Country),
        Iso2 = Text(entity.Iso2)?.ToUpperInvariant(),
        Iso3 = Text(entity.Iso3)?.ToUpperInvariant(),
        Url = Text(entity.Url),
    };

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
