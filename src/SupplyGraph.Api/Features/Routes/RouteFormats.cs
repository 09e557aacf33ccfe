using SupplyGraph.Api.Http.Formats;
using SupplyGraph.Storage;

namespace SupplyGraph.Api.Features.Routes;

/// <summary>The formats of an answer for routes: the whole of it, its legs on a map, its legs as rows.</summary>
internal static class RouteFormats
{
    public static readonly AnswerFormat Json = new("json", "application/json; charset=utf-8", typeof(RoutePage), RouteExamples.Json);
    public static readonly AnswerFormat GeoJson = new("geojson", "application/geo+json", typeof(RouteMap), RouteExamples.GeoJson);
    public static readonly AnswerFormat Csv = new("csv", "text/csv; charset=utf-8; header=present", typeof(string), RouteExamples.Csv);

    public static AnswerFormats All { get; } = new(Json, GeoJson, Csv);

    /// <summary>The answer in one of the formats.</summary>
    public static async Task<IResult> ShowAsync(RoutesFound found, AnswerFormat format, IGraphStore store, CancellationToken cancel)
    {
        if (format == GeoJson) return ShowMap(found, await RoutePlaces.ReadAsync(found.Page, store, cancel));
        return format == Csv ? ShowRows(found) : TypedResults.Ok(found.Page);
    }

    private static FileAnswer ShowMap(RoutesFound found, RoutePlaces places)
    {
        var map = RouteMap.Of(found, places);
        return new(map, GeoJson, "routes.geojson",
            (response, cancel) => response.WriteAsJsonAsync(map, options: null, GeoJson.ContentType, cancel));
    }

    private static FileAnswer ShowRows(RoutesFound found) =>
        new(found.Page, Csv, "routes.csv", (response, cancel) => RouteCsv.WriteAsync(response, found, cancel));
}
