using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using SupplyGraph.Api.Features.Sources;
using SupplyGraph.Api.Http.Names;
using SupplyGraph.Api.Http.Problems;
using SupplyGraph.Api.Http.Validation;
using SupplyGraph.Model;
using SupplyGraph.Storage;

namespace SupplyGraph.Api.Features.Claims;

/// <summary>Which claim is asked for.</summary>
public sealed record OneClaimRequest : IRequest
{
    [Path("id", "The claim's id.", Example = "02a4b04de8c02cb3fa48")]
    public required string Id { get; init; }

    IValidator IRequest.Validator => OneClaimValidator.Instance;
}

internal sealed class OneClaimValidator : AbstractValidator<OneClaimRequest>
{
    public static readonly OneClaimValidator Instance = new();

    private OneClaimValidator() => RuleFor(r => r.Id).IsNoLongerThan(Limits.IdLength);
}

/// <summary>A claim with its source.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Source">The source that it cites.</param>
/// <param name="Version">The version of the graph.</param>
public sealed record ClaimDetail(ClaimAnswer Claim, SourceAnswer? Source, long Version);

/// <summary>Shows one claim.</summary>
internal static class GetClaim
{
    public static async Task<Ok<ClaimDetail>> Handle([AsParameters] OneClaimRequest request, NameResolver names, IGraphStore store, CancellationToken cancel)
    {
        var claims = await store.GetClaimsAsync([request.Id], cancel);
        var claim = claims.GetValueOrDefault(request.Id) ?? throw ProblemException.NotFound("claim", request.Id);
        var source = (await store.GetSourcesAsync([claim.SourceId], cancel)).GetValueOrDefault(claim.SourceId);
        return TypedResults.Ok(new ClaimDetail(ClaimAnswer.Of(claim), source is null ? null : SourceAnswer.Of(source), names.Snapshot.Version));
    }
}

/// <summary>Removes one claim, and with its last claim the relationship.</summary>
internal static class DeleteClaim
{
    public static async Task<NoContent> Handle([AsParameters] OneClaimRequest request, IGraphStore store, CancellationToken cancel)
    {
        await store.CommitAsync(new ChangeSet { RemovedClaims = [request.Id] }, cancel);
        return TypedResults.NoContent();
    }
}
