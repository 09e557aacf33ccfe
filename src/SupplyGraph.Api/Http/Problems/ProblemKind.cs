namespace SupplyGraph.Api.Http.Problems;

/// <summary>One sort of problem.</summary>
/// <param name="Code">Stable; part of the problem's type.</param>
/// <param name="Meaning">When it is given and what to do, in plain words.</param>
public sealed record ProblemKind(string Code, int Status, string Title, string Meaning)
{
    public string Type => $"/problems/{Code}";

    public static readonly ProblemKind InvalidRequest = new("invalid_request", 400, "The request has invalid fields",
        "Parameters or fields of the body are wrong, missing or unknown. All of them are named in errors.");
    public static readonly ProblemKind MalformedJson = new("malformed_json", 400, "The body is not JSON",
        "The body cannot be read as JSON. The detail says where it breaks off.");
    public static readonly ProblemKind BadRequest = new("bad_request", 400, "The request cannot be read",
        "The request breaks the rules of HTTP.");
    public static readonly ProblemKind NotFound = new("not_found", 404, "There is no such thing",
        "The id in the path is unknown. Where it is an entity's, near lists the nearest known ones.");
    public static readonly ProblemKind UnknownPath = new("unknown_path", 404, "There is no such address",
        "The server has nothing at this path. /swagger lists what there is.");
    public static readonly ProblemKind MethodNotAllowed = new("method_not_allowed", 405, "The method does not fit the address",
        "The address exists and takes the methods in the Allow header.");
    public static readonly ProblemKind NotAcceptable = new("not_acceptable", 406, "The answer cannot be had in that format",
        "The Accept header takes none of the formats that the operation answers in. The detail lists them; without the header the answer is JSON.");
    public static readonly ProblemKind InUse = new("in_use", 409, "The entity is in use",
        "Relationships use the entity. Remove their claims first.");
    public static readonly ProblemKind ImportUnfinished = new("import_unfinished", 409, "The import is not finished",
        "What an import brought can be taken back once it is finished. Wait, or cancel it first.");
    public static readonly ProblemKind ImportFinished = new("import_finished", 409, "The import is finished",
        "An import can be cancelled while it waits or runs. What a finished one brought is taken back by DELETE on its claims.");
    public static readonly ProblemKind TooLarge = new("too_large", 413, "The body is too large",
        "Send it in several parts: claims in several requests, a file in several files.");
    public static readonly ProblemKind UnsupportedMediaType = new("unsupported_media_type", 415, "The body's content type is not supported",
        "Send JSON with Content-Type: application/json; to imports, text/csv or application/x-ndjson in UTF-8, as it is or compressed by gzip.");
    public static readonly ProblemKind ChangesRefused = new("changes_refused", 422, "The changes break the graph's rules",
        "Every field is readable, and what they say together is refused: kinds that do not fit a type, a cycle, a missing source. Nothing was written.");
    public static readonly ProblemKind IdempotencyKeyReused = new("idempotency_key_reused", 422, "The idempotency key belongs to another request",
        "The key came before with another file or other parameters. Repeat that request exactly, or take a new key.");
    public static readonly ProblemKind GraphTooLarge = new("graph_too_large", 422, "The question needs the whole graph",
        "It counts relationships of the whole graph, and this server keeps only entities and structure of it in memory. Ask a server with a higher "
        + "Neo4j:MaxProjectedRelationships.");
    public static readonly ProblemKind TooManyRequests = new("too_many_requests", 429, "Too many requests",
        "Wait for the seconds in the Retry-After header.");
    public static readonly ProblemKind InternalError = new("internal_error", 500, "The server failed",
        "The fault is the server's. The trace id names the request in its log.");
    public static readonly ProblemKind NotReady = new("not_ready", 503, "The server is not ready yet",
        "The graph is being opened or seeded. Try again after the seconds in the Retry-After header.");
    public static readonly ProblemKind StoreUnavailable = new("store_unavailable", 503, "The database behind the server does not answer",
        "It is away, or too slow. Nothing is known to be wrong with the request: repeat it after the seconds in the Retry-After header. What it asked for "
        + "may have happened; a claim or an entity that is there already is not stored twice.");

    /// <summary>Every sort of problem that the server gives.</summary>
    public static IReadOnlyList<ProblemKind> All { get; } =
    [
        InvalidRequest, MalformedJson, BadRequest, NotFound, UnknownPath, MethodNotAllowed, NotAcceptable, InUse, ImportUnfinished, ImportFinished,
        TooLarge, UnsupportedMediaType, ChangesRefused, IdempotencyKeyReused, GraphTooLarge, TooManyRequests, InternalError, NotReady,
        StoreUnavailable,
    ];

    /// <summary>What a bare status stands for where nothing more is known.</summary>
    public static ProblemKind Of(int status) => status switch
    {
        404 => UnknownPath,
        405 => MethodNotAllowed,
        406 => NotAcceptable,
        413 => TooLarge,
        415 => UnsupportedMediaType,
        429 => TooManyRequests,
        503 => NotReady,
        >= 400 and < 500 => BadRequest,
        _ => InternalError,
    };
}
