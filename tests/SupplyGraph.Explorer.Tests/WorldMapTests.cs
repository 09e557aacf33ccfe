using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SupplyGraph.Explorer.Tests;

/// <summary>The world map: docs/map/README.md says what is in it.</summary>
public sealed partial class WorldMapTests
{
    private static readonly JsonNode Map = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "world.json")))!;

    private static double Width => Map["width"]!.GetValue<double>();

    private static double Height => Map["height"]!.GetValue<double>();

    // Rough centres as in the seed, and capes at the edges of their countries.
    [Theory]
    [InlineData("PK", 30.38, 69.35)]
    [InlineData("CN", 35.86, 104.20)]
    [InlineData("CL", -35.68, -71.54)]
    [InlineData("AU", -25.27, 133.78)]
    [InlineData("GL", 83, -35)]
    [InlineData("RU", 66, -171)]
    [InlineData("NZ", -45, 169)]
    public void A_place_lies_within_its_country(string iso2, double latitude, double longitude)
    {
        var (x, y) = Placed(latitude, longitude);
        var shape = Rings(Map["countries"]!.AsArray().Single(country => country!["iso2"]?.GetValue<string>() == iso2)!["d"]!.GetValue<string>());

        Assert.True(shape.Sum(ring => Crossings(ring, x, y)) % 2 == 1, $"({x:0.0}, {y:0.0}) lies outside.");
    }

    [Fact]
    public void Every_country_lies_within_the_picture_and_is_named_once()
    {
        var countries = Map["countries"]!.AsArray();
        Assert.True(countries.Count > 170, $"Only {countries.Count} countries.");
        var points = countries.SelectMany(country => Rings(country!["d"]!.GetValue<string>())).SelectMany(ring => ring);
        Assert.All(points, point => Assert.True(point.X >= 0 && point.X <= Width && point.Y >= 0 && point.Y <= Height, $"{point}"));

        string[] members = ["iso2", "name"];
        foreach (var names in members.Select(member => countries.Select(country => country![member]?.GetValue<string>()).Where(name => name is not null).ToList()))
            Assert.Equal(names.Distinct(), names);
    }

    /// <summary>Equal Earth (Šavrič, Patterson and Jenny 2018) with the map's constants.</summary>
    private static (double X, double Y) Placed(double latitude, double longitude)
    {
        const double a1 = 1.340264, a2 = -0.081106, a3 = 0.000893, a4 = 0.003796;
        var theta = Math.Asin(Math.Sqrt(3) / 2 * Math.Sin(double.DegreesToRadians(latitude)));
        var slope = 9 * a4 * Math.Pow(theta, 8) + 7 * a3 * Math.Pow(theta, 6) + 3 * a2 * Math.Pow(theta, 2) + a1;
        var x = 2 * Math.Sqrt(3) * double.DegreesToRadians(longitude) * Math.Cos(theta) / (3 * slope);
        var y = a4 * Math.Pow(theta, 9) + a3 * Math.Pow(theta, 7) + a2 * Math.Pow(theta, 3) + a1 * theta;
        var scale = Map["scale"]!.GetValue<double>();
        return (Map["translate"]![0]!.GetValue<double>() + scale * x, Map["translate"]![1]!.GetValue<double>() - scale * y);
    }

    /// <summary>Reads path data of closed rings in relative commands.</summary>
    private static List<List<(double X, double Y)>> Rings(string path)
    {
        var rings = new List<List<(double X, double Y)>>();
        var (x, y) = (0.0, 0.0);
        foreach (var ring in path.Split('z', StringSplitOptions.RemoveEmptyEntries))
        {
            Assert.StartsWith("m", ring, StringComparison.Ordinal);
            var points = new List<(double X, double Y)>();
            foreach (var step in Numbers().Matches(ring).Select(number => double.Parse(number.Value, CultureInfo.InvariantCulture)).Chunk(2))
            {
                (x, y) = (Math.Round(x + step[0], 1), Math.Round(y + step[1], 1));
                points.Add((x, y));
            }
            (x, y) = points[0];
            rings.Add(points);
        }
        return rings;
    }

    /// <summary>How often a line from the point to the right meets the ring.</summary>
    private static int Crossings(List<(double X, double Y)> ring, double x, double y) => ring.Zip(ring.Skip(1).Append(ring[0]))
        .Count(side => side.First.Y > y != side.Second.Y > y
            && x < side.First.X + (y - side.First.Y) / (side.Second.Y - side.First.Y) * (side.Second.X - side.First.X));

    [GeneratedRegex(@"-?(\d+\.\d+|\d+|\.\d+)")]
    private static partial Regex Numbers();
}
