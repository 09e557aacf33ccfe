using SupplyGraph.Loading.Claims;
using SupplyGraph.Model;

namespace SupplyGraph.Loading.Names;

/// <summary>Which fields of a claim name entities, and what may stand there.</summary>
internal static class Mentions
{
    private static readonly string FromField = Term.Of(ClaimColumn.From), ToField = Term.Of(ClaimColumn.To), ComponentField = Term.Of(ClaimColumn.Component);

    public static Mention From(NamedClaim row)
    {
        var rule = Catalogue.Of(row.Claim.Type);
        return new(FromField, row.Claim.From, row.FromKind, rule.TwoWay ? [.. rule.From.Union(rule.To)] : rule.From)
        {
            KindColumn = Term.Of(ClaimColumn.FromKind),
            Country = row.FromCountry is { } country ? (Term.Of(ClaimColumn.FromCountry), country) : null,
        };
    }

    public static Mention To(NamedClaim row)
    {
        var rule = Catalogue.Of(row.Claim.Type);
        return new(ToField, row.Claim.To, row.ToKind, rule.TwoWay ? [.. rule.To.Union(rule.From)] : rule.To)
        {
            KindColumn = Term.Of(ClaimColumn.ToKind),
            Country = row.ToCountry is { } country ? (Term.Of(ClaimColumn.ToCountry), country) : null,
        };
    }

    public static Mention Component(NamedClaim row) =>
        new(ComponentField, row.Claim.Component!, row.ComponentKind, [EntityKind.Component]) { KindColumn = Term.Of(ClaimColumn.ComponentKind) };

    /// <summary>What the row says in one of these fields.</summary>
    public static string? ValueOf(NamedClaim row, string field) =>
        field == FromField ? row.Claim.From : field == ToField ? row.Claim.To : field == ComponentField ? row.Claim.Component : null;
}
