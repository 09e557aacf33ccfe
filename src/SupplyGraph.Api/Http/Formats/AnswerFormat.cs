using Microsoft.Net.Http.Headers;
using SupplyGraph.Api.Http.Problems;

namespace SupplyGraph.Api.Http.Formats;

/// <summary>A form in which an operation gives its answer. A handler that takes it gets the one that the request asks for.</summary>
/// <param name="Name">Tells it from the other formats wherever answers are kept.</param>
/// <param name="ContentType">The media type with its parameters, as it is sent.</param>
/// <param name="Shape">What is written, for the documentation.</param>
/// <param name="Example">An answer on the seed graph: JSON of the shape, or text.</param>
internal sealed record AnswerFormat(string Name, string ContentType, Type Shape, string Example)
{
    private readonly MediaTypeHeaderValue sent = InUtf8(ContentType);

    /// <summary>The media type alone.</summary>
    public string MediaType => sent.MediaType.Value!;

    /// <summary>Reads what a request asks for; called by the framework.</summary>
    /// <exception cref="ProblemException">406: it takes none of the formats.</exception>
    public static ValueTask<AnswerFormat?> BindAsync(HttpContext http)
    {
        var formats = AnswerFormats.Of(http) ?? throw new InvalidOperationException("The operation does not say which formats it answers in.");
        return formats.Choose(http.Request) is { } chosen
            ? ValueTask.FromResult<AnswerFormat?>(chosen)
            : throw new ProblemException(ProblemKind.NotAcceptable, $"The answer can be had as {formats.InWords}; the Accept header takes none of these.");
    }

    /// <summary>Whether what is sent is within a media range such as <c>text/*</c>. Another subtype is another format, whatever its suffix.</summary>
    public bool IsWithin(MediaTypeHeaderValue range) =>
        sent.IsSubsetOf(range)
        && (range.MatchesAllSubTypes || range.MatchesAllSubTypesWithoutSuffix || range.SubType.Equals(sent.SubType, StringComparison.OrdinalIgnoreCase));

    private static MediaTypeHeaderValue InUtf8(string contentType)
    {
        var sent = MediaTypeHeaderValue.Parse(contentType);
        sent.Charset = "utf-8";
        return sent;
    }
}
