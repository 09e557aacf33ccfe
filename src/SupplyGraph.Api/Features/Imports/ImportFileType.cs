using System.Diagnostics.CodeAnalysis;
using Microsoft.Net.Http.Headers;
using SupplyGraph.Api.Features.Export;
using SupplyGraph.Api.Http.Problems;
using SupplyGraph.Loading;

namespace SupplyGraph.Api.Features.Imports;

/// <summary>What a request says that its body is.</summary>
/// <param name="Format">How the rows stand in it.</param>
/// <param name="Gzip">Whether it is compressed.</param>
internal sealed record ImportFileType(FileFormat Format, bool Gzip)
{
    private const string Accepted = $"An import takes {GetExport.Csv} or {GetExport.Ndjson} in UTF-8, with Content-Encoding gzip or none";

    /// <summary>Reads Content-Type and Content-Encoding.</summary>
    /// <exception cref="ProblemException">415: none of those that are taken.</exception>
    public static ImportFileType Of(HttpRequest request)
    {
        if (!TryReadFormat(request, out var format, out var type)) throw Unsupported($"not '{request.ContentType}'");
        var charset = HeaderUtilities.RemoveQuotes(type.Charset);
        if (charset.HasValue && !charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)) throw Unsupported($"not the charset '{charset}'");
        return request.Headers.ContentEncoding.ToString().Trim().ToLowerInvariant() switch
        {
            "" or "identity" => new ImportFileType(format, Gzip: false),
            "gzip" => new ImportFileType(format, Gzip: true),
            var other => throw Unsupported($"not the encoding '{other}'"),
        };
    }

    /// <summary>Whether the request says that its body is NDJSON.</summary>
    public static bool IsNdjson(HttpRequest request) => TryReadFormat(request, out var format, out _) && format == FileFormat.Ndjson;

    private static bool TryReadFormat(HttpRequest request, out FileFormat format, [NotNullWhen(true)] out MediaTypeHeaderValue? type)
    {
        var read = MediaTypeHeaderValue.TryParse(request.ContentType, out type);
        format = read && type!.MediaType.Equals(GetExport.Ndjson, StringComparison.OrdinalIgnoreCase) ? FileFormat.Ndjson : FileFormat.Csv;
        return read && (format == FileFormat.Ndjson || type!.MediaType.Equals(GetExport.Csv, StringComparison.OrdinalIgnoreCase));
    }

    private static ProblemException Unsupported(string given) => new(ProblemKind.UnsupportedMediaType, $"{Accepted}; {given}.");
}
