using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace SupplyGraph.Api.Http.Formats;

/// <summary>The formats that an operation answers in, the one for callers who do not mind first.</summary>
internal sealed class AnswerFormats(params IReadOnlyList<AnswerFormat> offered)
{
    public IReadOnlyList<AnswerFormat> Offered => offered;

    /// <summary>Their media types, for a sentence.</summary>
    public string InWords => string.Join(", ", offered.Select(f => f.MediaType));

    /// <summary>The formats of the operation that a request has reached; null where it has only one.</summary>
    public static AnswerFormats? Of(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<AnswerFormats>();

    /// <summary>What tells a format's ETags from those of the default; null for the default.</summary>
    public string? MarkOf(AnswerFormat format) => ReferenceEquals(format, offered[0]) ? null : format.Name;

    /// <summary>
    /// The format that a request asks for by its Accept header (RFC 9110, section 12.5.1); null where it takes none. The quality of a format is that of the
    /// most specific range that it is within; among equals the more specific range decides, then the one named first, then the order of the offer. So a
    /// browser, which names types of its own and then takes anything, gets the first.
    /// </summary>
    public AnswerFormat? Choose(HttpRequest request)
    {
        if (StringValues.IsNullOrEmpty(request.Headers.Accept)) return offered[0];
        var ranges = request.GetTypedHeaders().Accept;
        return offered.Select(format => (Format: format, Fit: Fit.Of(format, ranges))).Where(choice => choice.Fit.Quality > 0)
            .OrderByDescending(choice => choice.Fit.Quality).ThenByDescending(choice => choice.Fit.Specificity).ThenBy(choice => choice.Fit.Place)
            .Select(choice => choice.Format).FirstOrDefault();
    }

    /// <summary>How well a format fits what a request takes.</summary>
    /// <param name="Quality">0..1; 0 where it is not taken.</param>
    /// <param name="Specificity">Of the range that decides.</param>
    /// <param name="Place">Of that range in the header.</param>
    private readonly record struct Fit(double Quality, int Specificity, int Place)
    {
        public static Fit Of(AnswerFormat format, IList<MediaTypeHeaderValue> ranges)
        {
            var fits = ranges.Select((range, place) => (Range: range, Fit: new Fit(range.Quality ?? 1, SpecificityOf(range), place)));
            return fits.Where(f => format.IsWithin(f.Range)).Select(f => f.Fit).OrderByDescending(f => f.Specificity).FirstOrDefault();
        }

        private static int SpecificityOf(MediaTypeHeaderValue range) =>
            range.MatchesAllTypes ? 0
            : range.MatchesAllSubTypes ? 1
            : range.MatchesAllSubTypesWithoutSuffix ? 2
            : 3 + range.Parameters.Count(p => !p.Name.Equals("q", StringComparison.OrdinalIgnoreCase));
    }
}
