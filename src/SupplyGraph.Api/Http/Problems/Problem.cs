using System.Text.Json.Serialization;
using SupplyGraph.Api.Http.Names;

namespace SupplyGraph.Api.Http.Problems;

/// <summary>What went wrong, as RFC 9457 problem details.</summary>
public sealed record Problem
{
    /// <summary>The sort of problem as a link, relative to the server; it answers with what the code means.</summary>
    /// <example>/problems/invalid_request</example>
    public required string Type { get; init; }

    /// <summary>The sort of problem in words; the same for every occurrence.</summary>
    /// <example>The request has invalid fields</example>
    public required string Title { get; init; }

    /// <summary>The HTTP status.</summary>
    /// <example>400</example>
    public required int Status { get; init; }

    /// <summary>This occurrence in words.</summary>
    /// <example>1 field is invalid: limit.</example>
    public required string Detail { get; init; }

    /// <summary>The sort of problem as a stable code for programs.</summary>
    /// <example>invalid_request</example>
    public required string Code { get; init; }

    /// <summary>Names this request in the server's log.</summary>
    /// <example>4bf92f3577b34da6a3ce929d0e0e4736</example>
    public required string TraceId { get; init; }

    /// <summary>Every bad field with all that is wrong with it; fields of a body by their path, such as <c>claims[3].from</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, IReadOnlyList<FieldError>>? Errors { get; init; }

    /// <summary>The nearest known entities, where an id in the path is unknown or ambiguous.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<EntityReference>? Near { get; init; }
}

/// <summary>One thing that is wrong with one field.</summary>
/// <param name="Code">A stable code for programs.</param>
/// <param name="Message">What is wrong and what would be accepted.</param>
public sealed record FieldError(string Code, string Message)
{
    /// <summary>The nearest known entities, where a name is unknown; all that it names, where it is ambiguous.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<EntityReference>? Near { get; init; }
}
