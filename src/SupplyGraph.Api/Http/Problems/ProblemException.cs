using SupplyGraph.Api.Http.Names;

namespace SupplyGraph.Api.Http.Problems;

/// <summary>Ends a request with a problem.</summary>
public sealed class ProblemException(ProblemKind kind, string detail) : Exception(detail)
{
    public ProblemKind Kind { get; } = kind;
    public IReadOnlyDictionary<string, IReadOnlyList<FieldError>>? Errors { get; init; }
    public IReadOnlyList<EntityReference>? Near { get; init; }

    /// <summary>When to try again, in whole seconds; null where waiting does not help.</summary>
    public int? RetryAfterSeconds { get; init; }

    /// <summary>One bad field of the request that only the handler can judge.</summary>
    public static ProblemException Invalid(string field, string code, string message)
    {
        var errors = new FieldErrors();
        errors.Add(field, new FieldError(code, message));
        return errors.ToException();
    }

    /// <summary>An id in the path that names nothing.</summary>
    public static ProblemException NotFound(string what, string id) => new(ProblemKind.NotFound, $"There is no {what} '{id}'.");
}
