namespace SupplyGraph.Cli.Server;

/// <summary>Problem details (RFC 9457) as the server gives them.</summary>
internal sealed record ProblemAnswer
{
    /// <summary>The code of an id that names nothing.</summary>
    public const string NotFound = "not_found";

    public string? Title { get; init; }
    public string? Detail { get; init; }
    public string? Code { get; init; }
    public string? TraceId { get; init; }
    public IReadOnlyDictionary<string, IReadOnlyList<FieldAnswer>>? Errors { get; init; }
    public IReadOnlyList<EntityName>? Near { get; init; }
}

/// <summary>One thing that is wrong with one field.</summary>
internal sealed record FieldAnswer(string? Code, string? Message, IReadOnlyList<EntityName>? Near);

/// <summary>An entity, as far as it is named in answers.</summary>
internal sealed record EntityName(string Id, string? Name, string? Kind);
