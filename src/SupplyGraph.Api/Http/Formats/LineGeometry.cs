using Microsoft.OpenApi;

namespace SupplyGraph.Api.Http.Formats;

/// <summary>A straight line between two places as GeoJSON (RFC 7946).</summary>
public sealed class LineGeometry
{
    /// <summary>The meridian on which a line is cut: 180 degrees, east and west.</summary>
    private const double Antimeridian = 180;

    /// <summary>Decimals of a degree that are kept where a line is cut: some 10 cm.</summary>
    private const int Decimals = 6;

    private LineGeometry(string type, object coordinates) => (Type, Coordinates) = (type, coordinates);

    /// <summary>LineString, or MultiLineString for a line that is cut at the antimeridian.</summary>
    public string Type { get; }

    /// <summary>Positions, each a longitude and a latitude; lists of them where the line is cut.</summary>
    public object Coordinates { get; }

    /// <summary>The line between two places; null where one is unknown, or where they are the same point and there is no line.</summary>
    internal static LineGeometry? Between(Place? start, Place? end)
    {
        if (start is not { } from || end is not { } to) return null;
        // On the antimeridian a place has two longitudes: the one that is nearer to the other end is meant.
        from = Toward(from, to);
        to = Toward(to, from);
        if (from == to) return null;
        var length = to.Longitude - from.Longitude;
        return Math.Abs(length) > Antimeridian ? Cut(from, to, length) : new("LineString", Line(from, to));
    }

    /// <summary>How it is documented.</summary>
    internal static OpenApiSchema Schema()
    {
        var position = ListOf(new OpenApiSchema { Type = JsonSchemaType.Number }, 2, 2);
        var line = ListOf(position, 2, 2);
        return new OpenApiSchema
        {
            Description = "From place to place; null where one is unknown, or both are the same.",
            OneOf = [Geometry("LineString", line), Geometry("MultiLineString", ListOf(line, 2, 2)), new OpenApiSchema { Type = JsonSchemaType.Null }],
        };
    }

    // RFC 7946, section 3.1.9: no part crosses the antimeridian. The way round the other side is the shorter one.
    private static LineGeometry Cut(Place from, Place to, double length)
    {
        var edge = Math.CopySign(Antimeridian, from.Longitude);
        var share = (Antimeridian - Math.Abs(from.Longitude)) / ((2 * Antimeridian) - Math.Abs(length));
        var latitude = Math.Round(from.Latitude + (share * (to.Latitude - from.Latitude)), Decimals);
        return new("MultiLineString", new[] { Line(from, new(edge, latitude)), Line(new(-edge, latitude), to) });
    }

    private static Place Toward(Place place, Place other) =>
        Math.Abs(place.Longitude) == Antimeridian && other.Longitude != 0
        ? place with { Longitude = Math.CopySign(Antimeridian, other.Longitude) }
        : place;

    private static double[][] Line(Place from, Place to) => [[from.Longitude, from.Latitude], [to.Longitude, to.Latitude]];

    private static OpenApiSchema Geometry(string type, OpenApiSchema coordinates) => new()
    {
        Type = JsonSchemaType.Object,
        Required = new HashSet<string> { "type", "coordinates" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [type] },
            ["coordinates"] = coordinates,
        },
    };

    private static OpenApiSchema ListOf(OpenApiSchema items, int least, int most) =>
        new() { Type = JsonSchemaType.Array, Items = items, MinItems = least, MaxItems = most };
}

/// <summary>A point on the globe.</summary>
/// <param name="Longitude">Degrees east, -180..180.</param>
/// <param name="Latitude">Degrees north, -90..90.</param>
internal readonly record struct Place(double Longitude, double Latitude);
