using SupplyGraph.Api.Features.Export;
using SupplyGraph.Api.Http;
using SupplyGraph.Api.Http.Problems;
using SupplyGraph.Api.Http.Swagger;

namespace SupplyGraph.Api.Features.Imports;

/// <summary>Files of claims or entities, loaded as a whole.</summary>
internal static class ImportEndpoints
{
    private static readonly FileBody File = new(
        "The file: CSV with a header row (RFC 4180), or one JSON object a line; UTF-8, as it is or compressed (Content-Encoding: gzip). "
            + "The examples load with the examples of all parameters; NDJSON has no delimiter.",
        new Dictionary<string, string>
        {
            [GetExport.Csv] = "Supplier;Customer;Part;As of;Notes\nCATL;BYD;lithium-ion battery cell;2026-10;seen at a fair\n",
            [GetExport.Ndjson] = """{"Supplier":"CATL","Customer":"BYD","Part":"lithium-ion battery cell","As of":"2026-10","Notes":"seen at a fair"}""" + "\n",
        });

    public static RouteGroupBuilder MapImports(this IEndpointRouteBuilder app)
    {
        var imports = app.MapV1BesideTheGraph("/imports", "Imports");
        imports.MapPost("", PostImport.Handle).WithName("importFile").WithSummary("Import a file of claims or entities")
            .WithDescription("Takes the file in and imports it beside other requests, one import at a time. 202 with the import and its address as soon as the "
                + "file is on disk: from then on a restart of the server does not lose it. With wait=true, and for a repeated Idempotency-Key, 200 with the "
                + "finished import; whether its rows were taken says its state. Loading a file twice changes nothing.")
            .WithMetadata(File).WithoutBodyLimit().Produces<ImportAnswer>(StatusCodes.Status202Accepted).Produces<ImportAnswer>()
            .WithProblems(ProblemKind.TooLarge, ProblemKind.UnsupportedMediaType, ProblemKind.IdempotencyKeyReused);
        imports.MapGet("", ListImports.Handle).WithName("listImports").WithSummary("List imports")
            .WithDescription("Imports, newest first: those that wait or run, and the last 1,000 finished ones.");
        imports.MapGet("/{id}", GetImport.Handle).WithName("getImport").WithSummary("Show one import")
            .WithDescription("How far it has come; once it is finished, what it found and did: the first 100 errors and warnings, and counts of everything.")
            .WithProblems(ProblemKind.NotFound);
        imports.MapGet("/{id}/rejects", GetRejects.Handle).WithName("getRejects").WithSummary("Get the rejected rows back")
            .WithDescription("A CSV file of every rejected row as it came, with error_column, error_code and error_message added: mend it and import it again. "
                + "404 until the import is finished, and where no row was rejected.")
            .Produces<string>(StatusCodes.Status200OK, GetExport.Csv).WithProblems(ProblemKind.NotFound);
        imports.MapDelete("/{id}", CancelImport.Handle).WithName("cancelImport").WithSummary("Cancel an import")
            .WithDescription("An import that waits is cancelled at once (200); one that runs winds down (202), and nothing of it stays. "
                + "Cancelling twice is no mistake.")
            .Produces<ImportAnswer>().Produces<ImportAnswer>(StatusCodes.Status202Accepted).WithProblems(ProblemKind.NotFound, ProblemKind.ImportFinished);
        imports.MapDelete("/{id}/claims", UndoImport.Handle).WithName("undoImport").WithSummary("Take back what an import brought")
            .WithDescription("Removes the claims that this import alone stated and the entities that it created and nothing else uses, in one version. "
                + "A confidence that it changed stays.")
            .WithProblems(ProblemKind.NotFound, ProblemKind.ImportUnfinished);
        return imports;
    }
}
