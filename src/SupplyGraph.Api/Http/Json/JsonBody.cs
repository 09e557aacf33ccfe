using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Metadata;
using SupplyGraph.Api.Http.Problems;
using SupplyGraph.Api.Http.Validation;
using SupplyGraph.Model;

namespace SupplyGraph.Api.Http.Json;

/// <summary>A body as the request policy sees it, whatever its type.</summary>
internal interface IJsonBody
{
    /// <summary>Unknown fields and values of the wrong JSON type.</summary>
    FieldErrors Errors { get; }

    /// <summary>What could be read, with bad fields left out; null where the body is no object.</summary>
    IRequest? Request { get; }
}

/// <summary>
/// The JSON body of a request. Unlike the framework's own binding it reads on after the first bad field, so that all of them are reported at once; the request
/// policy does so, and a handler sees only good bodies.
/// </summary>
// The framework finds both static members by name on the parameter's type; nobody else calls them.
#pragma warning disable CA1000
public sealed class JsonBody<T> : IJsonBody, IEndpointParameterMetadataProvider where T : class, IRequest
{
    private readonly T? request;
    private readonly FieldErrors errors;

    private JsonBody(T? request, FieldErrors errors)
    {
        this.request = request;
        this.errors = errors;
    }

    /// <summary>The body, once the request policy has passed it.</summary>
    public T Request => request!;

    FieldErrors IJsonBody.Errors => errors;
    IRequest? IJsonBody.Request => request;

    /// <summary>Reads the body of a request; called by the framework.</summary>
    /// <exception cref="ProblemException">No JSON (400), another content type (415) or too large (413).</exception>
    public static async ValueTask<JsonBody<T>?> BindAsync(HttpContext context)
    {
        if (!context.Request.HasJsonContentType())
            throw new ProblemException(ProblemKind.UnsupportedMediaType, $"The body must be application/json, not '{context.Request.ContentType}'.");
        var node = Parse(await ReadAsync(context.Request, context.RequestAborted));
        try
        {
            var errors = new FieldErrors();
            JsonShape.Prune(node, typeof(T), errors);
            return new JsonBody<T>(node is JsonObject ? node.Deserialize<T>(JsonSetup.Options) : null, errors);
        }
        catch (InvalidOperationException broken)
        {
            // Texts are read when they are looked at; one that holds half a surrogate pair is no text.
            throw new ProblemException(ProblemKind.MalformedJson, broken.Message);
        }
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T)));

    // Counted here as well as by the server: not every host enforces the limit.
    private static async Task<MemoryStream> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(buffer, cancel)) > 0;)
        {
            if (body.Length + read > Limits.MaxBodyBytes)
                throw new ProblemException(ProblemKind.TooLarge, $"A body may have {Limits.MaxBodyBytes:N0} bytes. {ProblemKind.TooLarge.Meaning}");
            body.Write(buffer, 0, read);
        }
        body.Position = 0;
        return body;
    }

    private static JsonNode? Parse(MemoryStream body)
    {
        try
        {
            return JsonNode.Parse(body, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (InvalidOperationException broken)
        {
            throw new ProblemException(ProblemKind.MalformedJson, broken.Message);
        }
        catch (JsonException bad)
        {
            var place = bad.LineNumber is { } line ? $"Line {line + 1}, byte {bad.BytePositionInLine + 1}: " : "";
            var reason = bad.Message.Split(" LineNumber:")[0].Split(" Path:")[0];
            throw new ProblemException(ProblemKind.MalformedJson, place + reason);
        }
    }
}
