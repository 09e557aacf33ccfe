using System.Globalization;
using CsvHelper;
using Microsoft.OpenApi;
using SupplyGraph.Api.Http.Swagger;
using SupplyGraph.Model;

namespace SupplyGraph.Api.Features.Routes;

/// <summary>The legs of an answer for routes as CSV, a row each. What is said of the answer as a whole stands in headers.</summary>
internal static class RouteCsv
{
    private const string Version = "SupplyGraph-Version", Complete = "SupplyGraph-Complete";
    private const string StoppedBy = "SupplyGraph-Stopped-By", Obstacle = "SupplyGraph-Obstacle";

    /// <summary>The columns, in their order: spelt like those of files that are loaded.</summary>
    private static readonly string[] Columns =
    [
        "route", "leg", "from", "from_name", "to", "to_name", "relationship", "type", "role", "along", "component", "stage", "status", "confidence",
        "plausibility", "joint", "pool", "route_plausibility", "route_status", "claims", "publishers", "source_titles", "source_urls", "source_dates",
    ];

    // A name, a publisher or a title is another's text: no spreadsheet may run it.
    private static readonly CsvWriterOptions Options = new() { NewLine = "\n", Injection = CsvInjection.Escape };

    public static IReadOnlyList<AnswerHeader> Headers { get; } =
    [
        new(Version, JsonSchemaType.Integer, "text/csv only: the version of the graph."),
        new(Complete, JsonSchemaType.Boolean, "text/csv only: whether these are the legs of the exact best routes."),
        new(StoppedBy, JsonSchemaType.String, "text/csv only: the budget that ended the search, if one did."),
        new(Obstacle, JsonSchemaType.String, "text/csv only: the code of what stands in the way, where there is no route and it is known."),
    ];

    public static async Task WriteAsync(HttpResponse response, RoutesFound found, CancellationToken cancel)
    {
        var page = found.Page;
        response.Headers[Version] = page.Version.ToString(CultureInfo.InvariantCulture);
        response.Headers[Complete] = page.Complete ? "true" : "false";
        if (page.StoppedBy is { } bound) response.Headers[StoppedBy] = Term.Of(bound);
        if (page.Obstacle is { } obstacle) response.Headers[Obstacle] = obstacle.Code;
        await using var csv = CsvWriter.Create(response.Body, Options, leaveOpen: true);
        foreach (var column in Columns) csv.WriteField(column);
        await csv.EndRecordAsync(cancel);
        foreach (var leg in LegOfAnswer.Of(found))
        {
            Write(csv, leg);
            await csv.EndRecordAsync(cancel);
        }
        await csv.FlushAsync(cancel);
    }

    private static void Write(CsvWriter csv, LegOfAnswer row)
    {
        var leg = row.Leg;
        Number(csv, row.Rank);
        Number(csv, row.Number);
        csv.WriteField(row.From.Id);
        csv.WriteField(row.From.Name);
        csv.WriteField(row.To.Id);
        csv.WriteField(row.To.Name);
        csv.WriteField(leg.Relationship);
        csv.WriteField(Term.Of(leg.Type));
        csv.WriteField(Term.Of(leg.Role));
        csv.WriteField(leg.Along ? "true" : "false");
        csv.WriteField(leg.Component);
        csv.WriteField(Term.Of(row.Stage));
        csv.WriteField(Term.Of(leg.Status));
        Number(csv, leg.Confidence);
        Number(csv, leg.Plausibility);
        Number(csv, leg.Joint);
        Number(csv, leg.Pool);
        Number(csv, row.Route.Plausibility);
        csv.WriteField(Term.Of(row.Route.Status));
        csv.WriteField(Joined(leg.Claims));
        csv.WriteField(Joined(leg.Sources.Select(s => s.Publisher)));
        csv.WriteField(Joined(leg.Sources.Select(s => s.Title)));
        csv.WriteField(Joined(leg.Sources.Select(s => s.Url)));
        csv.WriteField(Joined(leg.Sources.Select(s => s.Date?.ToString())));
    }

    private static void Number(CsvWriter csv, double number) => csv.WriteField(number, "R", CultureInfo.InvariantCulture);

    // The lists of sources stay in step: what a source does not say is empty, and a separator inside a text is no separator.
    private static string Joined(IEnumerable<string?> texts) => string.Join(Limits.AliasSeparator, texts.Select(text => (text ?? "")
        .Replace(@"\", @"\\", StringComparison.Ordinal).Replace("|", @"\|", StringComparison.Ordinal)));
}
