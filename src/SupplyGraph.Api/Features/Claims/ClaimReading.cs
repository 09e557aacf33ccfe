using FluentValidation;
using FluentValidation.Results;
using SupplyGraph.Api.Http.Names;
using SupplyGraph.Api.Http.Problems;
using SupplyGraph.Loading;
using SupplyGraph.Loading.Claims;
using SupplyGraph.Loading.Names;
using SupplyGraph.Model;

namespace SupplyGraph.Api.Features.Claims;

/// <summary>
/// The claims of one request over ids, with the entities that they create. The same reading as that of files: what one claim creates, the next ones know.
/// </summary>
/// <param name="Claims">The claims, in the order given; those with errors left out.</param>
/// <param name="Created">The entities that they name for the first time.</param>
/// <param name="Errors">Every name that does not resolve, and every rule of the graph that is broken.</param>
public sealed record ClaimReading(IReadOnlyList<Claim> Claims, IReadOnlyList<Entity> Created, IReadOnlyList<ClaimError> Errors)
{
    /// <summary>Reads claims, null ones left out.</summary>
    public static ClaimReading Of(IReadOnlyList<ClaimRequest?> requests, NameResolver names)
    {
        var resolver = new ClaimResolver(names.View.Names);
        var claims = new List<Claim>(requests.Count);
        var errors = new List<ClaimError>();
        for (var i = 0; i < requests.Count; i++)
        {
            if (requests[i] is not { From: { Length: > 0 }, To: { Length: > 0 } } request) continue;
            var row = resolver.Resolve(new FileRow<NamedClaim>(i, i, request.ToClaim(), []));
            if (row.Value is not null) claims.Add(row.Value);
            foreach (var error in row.Errors) errors.Add(new ClaimError(i, Refusals.Camel(error.Column), Say(error, names)));
        }
        return new ClaimReading(claims, resolver.Created, errors);
    }

    /// <summary>Whether a broken rule is about one field by itself (400), and not about what a claim says together (422).</summary>
    internal static bool IsOfOneField(string code) => code is RefusalCode.OutOfRange or RefusalCode.SourceRequired or RefusalCode.InvalidId;

    /// <summary>Records every name that does not resolve.</summary>
    /// <param name="path">Where the claims stand in the request.</param>
    internal void FailUnresolved<T>(ValidationContext<T> context, string path)
    {
        foreach (var error in Errors.Where(e => e.Says.Code is ErrorCode.UnknownName or ErrorCode.AmbiguousName))
        {
            var (code, message) = error.Says;
            context.AddFailure(new ValidationFailure($"{path}[{error.Index}].{error.Field}", message) { ErrorCode = code, CustomState = error.Says.Near });
        }
    }

    /// <summary>Ends the request where a claim breaks a rule of the graph.</summary>
    /// <param name="path">Where the claims stand in the request.</param>
    /// <exception cref="ProblemException">422 with every broken rule.</exception>
    internal void ThrowIfRefused(string path)
    {
        if (Errors.Count == 0) return;
        var errors = new FieldErrors();
        foreach (var error in Errors) errors.Add($"{path}[{error.Index}].{error.Field}", error.Says);
        throw errors.ToException(ProblemKind.ChangesRefused);
    }

    private static FieldError Say(RowError error, NameResolver names) => error.Code switch
    {
        RefusalCode.UnknownEntity => new FieldError(ErrorCode.UnknownName, error.Message) { Near = names.Near(error.Value ?? "", []) },
        RowErrorCode.AmbiguousName => new FieldError(ErrorCode.AmbiguousName, error.Message)
        {
            Near = [.. names.View.Names.Resolve(error.Value ?? "").Entities.Select(EntityReference.Of)],
        },
        _ => new FieldError(error.Code, error.Message),
    };
}

/// <summary>What is wrong with one field of one claim.</summary>
/// <param name="Index">The claim's place, from 0.</param>
/// <param name="Field">The field as JSON names it.</param>
public readonly record struct ClaimError(int Index, string Field, FieldError Says);
