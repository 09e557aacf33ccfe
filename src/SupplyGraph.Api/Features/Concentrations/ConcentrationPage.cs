using SupplyGraph.Analysis.Concentrations;
using SupplyGraph.Api.Features.Evidence;
using SupplyGraph.Api.Http.Names;
using SupplyGraph.Model;

namespace SupplyGraph.Api.Features.Concentrations;

/// <summary>How concentrated a component is.</summary>
/// <param name="Query">The question as it was understood.</param>
/// <param name="Version">The version of the graph.</param>
/// <param name="Components">The ids that count as the component: itself and its kinds.</param>
/// <param name="Unit">The unit of all values where amounts are added up; null where things are counted, or where no amount is stated.</param>
/// <param name="Total">The sum of all values.</param>
/// <param name="HerfindahlHirschman">
/// The Herfindahl-Hirschman index, to 1 decimal: the sum of the squares of all shares in percent, from 10,000 / n for n equal shares to 10,000 for one alone.
/// Null where there is no share.
/// </param>
/// <param name="Shares">The greatest first, then by id.</param>
/// <param name="Coverage">How much of what is known of the component the shares rest on.</param>
/// <param name="Evidence">The relationships that counted, in the order of ids, with who states them.</param>
public sealed record ConcentrationPage(
    ConcentrationQuery Query, long Version, IReadOnlyList<string> Components, string? Unit, decimal Total, double? HerfindahlHirschman,
    IReadOnlyList<ShareShown> Shares, Coverage Coverage, IReadOnlyList<RelationshipEvidence> Evidence);

/// <summary>What one country or company holds.</summary>
/// <param name="Id">The id of the country or company.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is: an exporter's or maker's kind.</param>
/// <param name="Value">How many makers, countries or destinations; or an amount in the answer's unit.</param>
/// <param name="Share">Its part of the total, above 0 and at most 1, to 6 decimals.</param>
/// <param name="Relationships">The ids of the relationships that the value rests on.</param>
public sealed record ShareShown(string Id, string Name, EntityKind Kind, decimal Value, double Share, IReadOnlyList<string> Relationships)
{
    internal static ShareShown Of(Share share, NameResolver names)
    {
        var holder = names.Reference(share.Entity);
        return new ShareShown(holder.Id, holder.Name, holder.Kind, share.Value, Math.Round(share.Part, 6), share.Relationships);
    }
}
