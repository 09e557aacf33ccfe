using System.Text.Json;
using System.Text.Json.Serialization;
using SupplyGraph.Model;

namespace SupplyGraph.Storage.Neo4j.Reads;

/// <summary>
/// What an entity or a claim was before a commit replaced or removed it, so that an export under way still finds its version:
/// <c>(:SupplyGraphPast {what, key, since, until, data})</c> was true for versions from <c>since</c> to before <c>until</c>. The same statement that replaces a
/// thing sets its property <c>changed</c> to the new version, writes the past one with <c>until</c> = that version and <c>since</c> = the earlier
/// <c>coalesce(changed, since)</c>.
/// Whoever deletes past things first raises <c>pastFrom</c> of the graph's node, in the same statement: those with <c>until</c> below it are gone. An export
/// that needs one of them ends with an error and never with a hole.
/// </summary>
internal static class PastThing
{
    /// <summary><c>what</c> of an entity.</summary>
    public const string Entity = "entity";

    /// <summary><c>what</c> of a claim.</summary>
    public const string Claim = "claim";

    // No id holds it, and it stands before all characters of ids: keys have the order of relationship id, then claim id.
    private const char Separator = ' ';

    private static readonly JsonSerializerOptions Flat = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private sealed record EntityData(
        string Id, string Kind, string Name, IReadOnlyList<string>? Aliases, string? Country, string? Iso2, string? Iso3, double? Latitude, double? Longitude,
        string? Stage, string? Url);

    private sealed record ClaimData(
        string Relationship, string Status, string? ValidFrom, string? ValidTo, string? Amount, string? Unit, string? Statement, string? Title,
        string? Publisher, string? Url, string? SourceDate, double Confidence);

    /// <summary>Where a claim stands in an export.</summary>
    public static string Key(string relationship, string claim) => $"{relationship}{Separator}{claim}";

    /// <summary>The relationship and the claim of a claim's key; both empty for the empty key, which stands before all.</summary>
    public static (string Relationship, string Claim) PartsOfKey(string key) =>
        key.IndexOf(Separator, StringComparison.Ordinal) is var at and >= 0 ? (key[..at], key[(at + 1)..]) : ("", "");

    /// <summary>The whole entity, as the <c>data</c> of its past.</summary>
    public static string ToJson(Entity entity) => JsonSerializer.Serialize(
        new EntityData(
            entity.Id, Term.Of(entity.Kind), entity.Name, entity.Aliases.Count == 0 ? null : entity.Aliases, entity.Country, entity.Iso2, entity.Iso3,
            entity.Latitude, entity.Longitude, Term.Of(entity.Stage), entity.Url),
        Flat);

    /// <summary>The whole claim, as the <c>data</c> of its past.</summary>
    public static string ToJson(Claim claim) => JsonSerializer.Serialize(
        new ClaimData(
            claim.Key.Id, Term.Of(claim.Status), claim.ValidFrom?.ToString(), claim.ValidTo?.ToString(), PlainNumber.Of(claim.Amount), claim.Unit,
            claim.Statement, claim.SourceTitle, claim.Publisher, claim.SourceUrl, claim.SourceDate?.ToString(), claim.Confidence),
        Flat);

    /// <summary>Reads what <see cref="ToJson(Model.Entity)"/> wrote.</summary>
    public static Entity ReadEntity(string json)
    {
        var data = Read<EntityData>(json);
        return new Entity(data.Id, StoredValues.Member<EntityKind>(data.Kind), data.Name)
        {
            Aliases = data.Aliases ?? [],
            Country = data.Country,
            Iso2 = data.Iso2,
            Iso3 = data.Iso3,
            Latitude = data.Latitude,
            Longitude = data.Longitude,
            Stage = data.Stage is null ? null : StoredValues.Member<Stage>(data.Stage),
            Url = data.Url,
        };
    }

    /// <summary>Reads what <see cref="ToJson(Model.Claim)"/> wrote.</summary>
    public static Claim ReadClaim(string json)
    {
        var data = Read<ClaimData>(json);
        var key = StoredValues.Key(data.Relationship);
        return new Claim(key.Type, key.From, key.To)
        {
            Component = key.Component,
            Role = key.Role,
            Status = StoredValues.Member<Status>(data.Status),
            ValidFrom = StoredValues.Date(data.ValidFrom),
            ValidTo = StoredValues.Date(data.ValidTo),
            Amount = StoredValues.Amount(data.Amount),
            Unit = data.Unit,
            Statement = data.Statement,
            SourceTitle = data.Title,
            Publisher = data.Publisher,
            SourceUrl = data.Url,
            SourceDate = StoredValues.Date(data.SourceDate),
            Confidence = data.Confidence,
        };
    }

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Flat)!;
}
