using SupplyGraph.Analysis;
using SupplyGraph.Api.Features.Routes;
using SupplyGraph.Api.Http.Caching;
using SupplyGraph.Model;

namespace SupplyGraph.Api.Features.Evidence;

/// <summary>A relationship that an answer rests on, with who says so.</summary>
/// <param name="Id">`type~from~to~component~role`; /v1/relationships/{id} has all of it.</param>
/// <param name="Status">Its status.</param>
/// <param name="Confidence">Its confidence, 0..0.99.</param>
/// <param name="Claims">The ids of the claims that state it.</param>
/// <param name="Sources">The publications that state it.</param>
public sealed record RelationshipEvidence(
    string Id, Status Status, double Confidence, IReadOnlyList<string> Claims, IReadOnlyList<SourceShown> Sources);

/// <summary>A publication that states a relationship.</summary>
/// <param name="Id">The source's id.</param>
/// <param name="Publisher">Who published it.</param>
/// <param name="Title">Its title.</param>
/// <param name="Url">Where it is.</param>
/// <param name="Date">When it was published, as precisely as is known.</param>
public sealed record SourceShown(string Id, string? Publisher, string? Title, string? Url, PartialDate? Date)
{
    /// <summary>The publications of some claims, each once.</summary>
    internal static IReadOnlyList<SourceShown> Of(IEnumerable<Claim> claims) =>
        [.. claims.Select(c => new SourceShown(c.SourceId, c.Publisher, c.SourceTitle, c.SourceUrl, c.SourceDate)).DistinctBy(s => s.Id)];
}

/// <summary>Puts claims and sources to the relationships that an answer rests on.</summary>
internal sealed class EvidenceReading(RecentClaims recent)
{
    /// <summary>The evidence of relationships, in the order given, each once.</summary>
    /// <param name="version">The version of the graph that they were counted in.</param>
    public Task<IReadOnlyList<RelationshipEvidence>> ReadAsync(IEnumerable<Counted> relationships, long version, CancellationToken cancel) =>
        ReadAsync(relationships, version, (_, stored) => stored, cancel);

    /// <summary>The same under a scenario.</summary>
    public Task<IReadOnlyList<RelationshipEvidence>> ReadAsync(
        IEnumerable<Counted> relationships, long version, Assumed assumed, CancellationToken cancel) =>
        ReadAsync(relationships, version, assumed.ClaimsOf, cancel);

    private async Task<IReadOnlyList<RelationshipEvidence>> ReadAsync(
        IEnumerable<Counted> relationships, long version, Func<RelationshipKey, IReadOnlyList<Claim>, IReadOnlyList<Claim>> holding, CancellationToken cancel)
    {
        var counted = relationships.DistinctBy(r => r.Key.Id).ToList();
        var claims = await recent.OfAsync([.. counted.Select(r => r.Key.Id)], version, cancel);
        return [.. counted.Select(r => Show(r, holding(r.Key, claims[r.Key.Id])))];
    }

    private static RelationshipEvidence Show(Counted relationship, IReadOnlyList<Claim> claims) => new(
        relationship.Key.Id, relationship.Status, relationship.Confidence, [.. claims.Select(c => c.Id)], SourceShown.Of(claims));
}
