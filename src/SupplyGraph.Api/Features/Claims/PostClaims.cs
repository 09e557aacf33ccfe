using System.Text.Json.Serialization;
using FluentValidation;
using SupplyGraph.Api.Http.Json;
using SupplyGraph.Api.Http.Names;
using SupplyGraph.Api.Http.Problems;
using SupplyGraph.Api.Http.Swagger;
using SupplyGraph.Api.Http.Validation;
using SupplyGraph.Model;
using SupplyGraph.Storage;

namespace SupplyGraph.Api.Features.Claims;

/// <summary>Claims to add, all or none.</summary>
[BodyExample("""
    { "claims": [ { "type": "exports_to", "from": "CN", "to": "Pakistan", "component": "lithium-ion battery", "status": "established", "validFrom": "2025",
      "statement": "An example of a claim.", "sourceTitle": "Battery trade in 2025", "publisher": "Example Press",
      "sourceUrl": "https://example.org/battery-trade-2025", "sourceDate": "2025-11-20", "confidence": 0.7 } ] }
    """)]
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PostClaimsRequest : IRequest
{
    /// <summary>1 to 1,000 claims.</summary>
    public ClaimRequest?[]? Claims { get; init; }

    IValidator IRequest.Validator => PostClaimsValidator.Instance;
}

internal sealed class PostClaimsValidator : AbstractValidator<PostClaimsRequest>
{
    public static readonly PostClaimsValidator Instance = new();

    private PostClaimsValidator()
    {
        RuleFor(r => r.Claims).Custom((claims, context) =>
        {
            if (claims is null or []) context.Fail(ErrorCode.Required, $"Required: a list of 1 to {Limits.MaxClaimsPerRequest} claims.");
        });
        RuleFor(r => r.Claims).HasAtMost(Limits.MaxClaimsPerRequest);
        RuleForEach(r => r.Claims).SetValidator(ClaimRequestValidator.Instance!);
        RuleFor(r => r.Claims).Custom((claims, context) => ClaimReading.Of(claims ?? [], context.Names()).FailUnresolved(context, context.PropertyPath));
    }
}

/// <summary>What became of claims that were posted.</summary>
/// <param name="Version">The version of the graph in which they stand.</param>
/// <param name="Claims">Each claim with the relationship that it speaks of, in the order given.</param>
/// <param name="Created">How much is new.</param>
/// <param name="Changed">Claims that were there and took the new confidence, publisher or title.</param>
/// <param name="Unchanged">Claims that were there already.</param>
public sealed record PostClaimsAnswer(long Version, IReadOnlyList<PostedClaim> Claims, CreatedCounts Created, int Changed, int Unchanged);

/// <summary>A claim as it stands.</summary>
/// <param name="Id">The claim's id.</param>
/// <param name="Relationship">The id of the relationship that it speaks of.</param>
public sealed record PostedClaim(string Id, string Relationship);

/// <summary>How much is new.</summary>
/// <param name="Claims">Claims.</param>
/// <param name="Relationships">Relationships that had no claim before.</param>
/// <param name="Entities">Entities named for the first time.</param>
/// <param name="Sources">Sources cited for the first time.</param>
public sealed record CreatedCounts(int Claims, int Relationships, int Entities, int Sources);

/// <summary>Adds claims.</summary>
internal static class PostClaims
{
    public static async Task<IResult> Handle(JsonBody<PostClaimsRequest> body, NameResolver names, IGraphStore store, CancellationToken cancel)
    {
        var reading = ClaimReading.Of(body.Request.Claims!, names);
        reading.ThrowIfRefused("claims");
        var result = await CommitAsync(reading, body.Request.Claims!, store, cancel);
        var created = new CreatedCounts(result.ClaimsCreated, result.RelationshipsCreated, result.EntitiesCreated, result.SourcesCreated);
        var posted = reading.Claims.Select((claim, i) => new PostedClaim(result.ClaimIds[i], claim.Key.Id));
        var answer = new PostClaimsAnswer(result.Version, [.. posted], created, result.ClaimsChanged, result.ClaimsUnchanged);
        return result.ClaimsCreated > 0 ? TypedResults.Created((string?)null, answer) : TypedResults.Ok(answer);
    }

    private static async Task<CommitResult> CommitAsync(ClaimReading reading, ClaimRequest?[] requests, IGraphStore store, CancellationToken cancel)
    {
        try
        {
            return await store.CommitAsync(new ChangeSet { Entities = reading.Created, Claims = reading.Claims }, cancel);
        }
        catch (ChangesRefusedException refused)
        {
            throw Refusals.ToProblem(refused, FieldOf);
        }

        string FieldOf(Refusal refusal) => refusal.Part == "entities"
            ? FirstToName(reading.Created[refusal.Index], requests)
            : $"claims[{refusal.Index}].{Refusals.Camel(refusal.Field)}";
    }

    /// <summary>The field by which a claim created an entity.</summary>
    private static string FirstToName(Entity created, ClaimRequest?[] requests)
    {
        for (var i = 0; i < requests.Length; i++)
        {
            if (Names(requests[i]?.From)) return $"claims[{i}].from";
            if (Names(requests[i]?.To)) return $"claims[{i}].to";
            if (Names(requests[i]?.Component)) return $"claims[{i}].component";
        }
        return "claims";

        bool Names(string? text) => NameKey.Of(text) == NameKey.Of(created.Name);
    }
}
