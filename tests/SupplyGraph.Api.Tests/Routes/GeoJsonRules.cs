using System.Text.Json;
using System.Text.Json.Nodes;

namespace SupplyGraph.Api.Tests.Routes;

/// <summary>The rules of RFC 7946 for a collection of features that are lines.</summary>
internal static class GeoJsonRules
{
    /// <summary>Members of other GeoJSON objects, which none may have beside its own (section 7.1), and crs, which is no more (section 4).</summary>
    private static readonly string[] Geometric = ["coordinates", "geometries", "geometry", "properties", "features", "crs"];

    /// <summary>Fails where a text breaks a rule, and gives what it says.</summary>
    public static JsonObject Check(string text)
    {
        var options = new JsonDocumentOptions { AllowDuplicateProperties = false };
        var collection = JsonNode.Parse(text, documentOptions: options)!.AsObject();
        Assert.Equal("FeatureCollection", collection["type"].Text());
        HasOnly(collection, "features");
        var features = collection["features"]!.AsArray().Select(f => f!.AsObject()).ToList();
        Assert.All(features, CheckFeature);
        Assert.Distinct(features.Select(f => f["id"].Text()));
        return collection;
    }

    private static void CheckFeature(JsonObject feature)
    {
        Assert.Equal("Feature", feature["type"].Text());
        HasOnly(feature, "geometry", "properties");
        Assert.Equal(JsonValueKind.String, feature["id"]!.GetValueKind());
        Assert.IsType<JsonObject>(feature["properties"]);
        if (feature["geometry"] is not { } geometry) return;
        HasOnly(geometry.AsObject(), "coordinates");
        var coordinates = geometry["coordinates"]!.AsArray();
        if (geometry["type"].Text() == "LineString") CheckLine(coordinates);
        else
        {
            Assert.Equal("MultiLineString", geometry["type"].Text());
            Assert.True(coordinates.Count > 1);
            Assert.All(coordinates, line => CheckLine(line!.AsArray()));
        }
    }

    private static void CheckLine(JsonArray line)
    {
        Assert.True(line.Count >= 2, "A line has two positions or more.");
        var positions = line.Select(p => p!.AsArray()).ToList();
        Assert.All(positions, position =>
        {
            Assert.Equal(2, position.Count);
            Assert.InRange(position[0]!.GetValue<double>(), -180, 180);
            Assert.InRange(position[1]!.GetValue<double>(), -90, 90);
        });
        var longitudes = positions.Select(p => p[0]!.GetValue<double>()).ToList();
        Assert.All(longitudes.Zip(longitudes.Skip(1)), step => Assert.True(Math.Abs(step.First - step.Second) <= 180, "A line crosses the antimeridian."));
    }

    private static void HasOnly(JsonObject of, params string[] members)
    {
        Assert.All(members, member => Assert.True(of.ContainsKey(member), $"There is no {member}."));
        Assert.Empty(of.Select(m => m.Key).Intersect(Geometric).Except(members));
    }
}
