using System.Text.Json;
using SupplyGraph.Api.Http.Formats;

namespace SupplyGraph.Api.Tests.Formats;

public sealed class LineGeometryTests
{
    private static string? Line(Place? from, Place? to) =>
        LineGeometry.Between(from, to) is { } line ? $"{line.Type} {JsonSerializer.Serialize(line.Coordinates)}" : null;

    private static Place At(double longitude, double latitude) => new(longitude, latitude);

    [Fact]
    public void A_line_leads_from_place_to_place_longitude_first() =>
        Assert.Equal("LineString [[133.78,-25.27],[104.2,35.86]]", Line(At(133.78, -25.27), At(104.2, 35.86)));

    [Fact]
    public void There_is_no_line_without_two_different_places()
    {
        Assert.Null(Line(null, At(1, 2)));
        Assert.Null(Line(At(1, 2), null));
        Assert.Null(Line(null, null));
        Assert.Null(Line(At(1, 2), At(1, 2)));
        Assert.Null(Line(At(180, 2), At(-180, 2)));
    }

    // The example of RFC 7946, section 3.1.9.
    [Fact]
    public void A_line_across_the_antimeridian_is_cut_there_as_the_RFC_shows() =>
        Assert.Equal("MultiLineString [[[170,45],[180,45]],[[-180,45],[-170,45]]]", Line(At(170, 45), At(-170, 45)));

    [Fact]
    public void It_is_cut_at_the_latitude_where_it_crosses_whichever_way_it_goes()
    {
        Assert.Equal("MultiLineString [[[170,10],[180,15]],[[-180,15],[-160,25]]]", Line(At(170, 10), At(-160, 25)));
        Assert.Equal("MultiLineString [[[-160,25],[-180,15]],[[180,15],[170,10]]]", Line(At(-160, 25), At(170, 10)));
        Assert.Equal("MultiLineString [[[179,0],[180,0.333333]],[[-180,0.333333],[-178,1]]]", Line(At(179, 0), At(-178, 1)));
    }

    [Fact]
    public void Half_the_globe_is_not_cut_and_a_little_more_is()
    {
        Assert.Equal("LineString [[-90,0],[90,0]]", Line(At(-90, 0), At(90, 0)));
        Assert.StartsWith("MultiLineString", Line(At(-90, 0), At(90.5, 0)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_on_the_antimeridian_lies_on_the_side_of_the_other_end()
    {
        Assert.Equal("LineString [[-180,1],[-170,2]]", Line(At(180, 1), At(-170, 2)));
        Assert.Equal("LineString [[170,2],[180,1]]", Line(At(170, 2), At(-180, 1)));
        Assert.Equal("LineString [[180,1],[0,2]]", Line(At(180, 1), At(0, 2)));
    }
}
