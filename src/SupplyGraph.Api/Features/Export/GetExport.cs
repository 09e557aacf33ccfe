using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using SupplyGraph.Api.Http;
using SupplyGraph.Api.Http.Validation;
using SupplyGraph.Loading;
using SupplyGraph.Loading.Claims;
using SupplyGraph.Loading.Entities;
using SupplyGraph.Model;
using SupplyGraph.Storage;

namespace SupplyGraph.Api.Features.Export;

/// <summary>What is exported, and how.</summary>
public sealed record ExportRequest : IRequest
{
    [Query("what", "What is exported.", Terms = typeof(FileContent), Default = "claims", Example = "entities")]
    public string? What { get; init; }

    [Query("format", "The file's format: RFC 4180 with a header row, or one JSON object a line.",
        Terms = typeof(FileFormat), Default = "csv", Example = "ndjson")]
    public string? Format { get; init; }

    IValidator IRequest.Validator => ExportValidator.Instance;
}

internal sealed class ExportValidator : AbstractValidator<ExportRequest>
{
    public static readonly ExportValidator Instance = new();

    private ExportValidator()
    {
        RuleFor(r => r.What).IsTermOf<ExportRequest, FileContent>();
        RuleFor(r => r.Format).IsTermOf<ExportRequest, FileFormat>();
    }
}

/// <summary>Streams the whole graph as a file, in the columns that loading takes.</summary>
internal static class GetExport
{
    public const string Csv = "text/csv", Ndjson = "application/x-ndjson";

    public static RouteGroupBuilder MapExport(this IEndpointRouteBuilder app)
    {
        var export = app.MapV1("/export", "Export");
        export.MapGet("", Handle).WithName("exportGraph").WithSummary("Export all entities or claims as a file")
            .WithDescription("Streams every entity or every claim of one version of the graph, in the columns in which files are loaded, entities named by id.")
            .Produces<string>(StatusCodes.Status200OK, Csv, Ndjson);
        return export;
    }

    private static PushStreamHttpResult Handle([AsParameters] ExportRequest request, IGraphStore store, CancellationToken cancel)
    {
        var what = Given.Term<FileContent>(request.What) ?? FileContent.Claims;
        var format = Given.Term<FileFormat>(request.Format) ?? FileFormat.Csv;
        return TypedResults.Stream(
            stream => what == FileContent.Claims
                ? ClaimFile.WriteAsync(stream, format, store.ExportClaimsAsync(cancel), cancel)
                : EntityFile.WriteAsync(stream, format, store.ExportEntitiesAsync(cancel), cancel),
            format == FileFormat.Csv ? Csv + "; charset=utf-8" : Ndjson,
            $"{Term.Of(what)}.{Term.Of(format)}");
    }
}
