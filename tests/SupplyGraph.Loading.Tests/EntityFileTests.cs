using System.Text;
using SupplyGraph.Loading.Entities;
using SupplyGraph.Model;

namespace SupplyGraph.Loading.Tests;

public sealed class EntityFileTests
{
    [Fact]
    public async Task Columns_may_stand_in_any_order_and_only_kind_and_name_are_required()
    {
        var row = Assert.Single(await Given.Entities("name,kind\nBYD Auto,company\n"));

        Assert.Equal(new Entity("byd-auto", EntityKind.Company, "BYD Auto"), row.Value);
        Assert.Equal((1, 2), (row.Number, row.Line));
    }

    [Fact]
    public async Task Every_column_is_read()
    {
        var rows = await Given.Entities("""
            id,kind,name,aliases,country,iso2,iso3,latitude,longitude,stage,url
            byd,company,BYD,Build Your Dreams| BYD Auto ||BYD Auto,China,,,22.68,114.34,,https://byd.example
            pakistan,country,Pakistan,,,pk,PAK,30.38,69.35,,
            lfp-cell,component,LFP cell,,,,,,,cells,
            """);

        Assert.All(rows, row => Assert.Empty(row.Errors));
        Assert.Equal(["Build Your Dreams", "BYD Auto"], rows[0].Value!.Aliases);
        var byd = rows[0].Value!;
        Assert.Equal(("China", 22.68, 114.34, "https://byd.example"), (byd.Country, byd.Latitude, byd.Longitude, byd.Url));
        Assert.Equal(("PK", "PAK"), (rows[1].Value!.Iso2, rows[1].Value!.Iso3));
        Assert.Equal(Stage.Cells, rows[2].Value!.Stage);
    }

    [Fact]
    public async Task All_bad_fields_of_a_row_are_reported_with_what_would_be_accepted()
    {
        var row = Assert.Single(await Given.Entities("id,kind,name,iso2,latitude,longitude,stage\nNot A Slug,component,Cell,P1,95,east,celling\n"));

        Assert.Null(row.Value);
        Assert.Equal(["id", "iso2", "latitude", "longitude", "stage"], row.Errors.Select(e => e.Column).Distinct().Order());
        Assert.All(row.Errors, e => Assert.Equal((1, 2), (e.Row, e.Line)));
        Assert.Contains("mining, refining, active-materials", row.Errors.Single(e => e.Column == "stage").Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_without_kind_or_name_says_which_kinds_there_are()
    {
        var row = Assert.Single(await Given.Entities("kind,name\n,\" \"\n"));

        Assert.Equal([("kind", RowErrorCode.Required), ("name", RowErrorCode.Required)], row.Errors.Select(e => (e.Column, e.Code)));
        Assert.Contains("company, component, country", row.Errors[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("München AG", "munchen-ag")]
    [InlineData("比亚迪", "比亚迪")]
    [InlineData("С. П. Королёв", "с-п-королев")]
    public async Task Names_keep_the_letters_of_every_script(string name, string id)
    {
        var row = Assert.Single(await Given.Entities($"kind,name\ncompany,{name}\n"));

        Assert.Equal((id, name), (row.Value!.Id, row.Value.Name));
    }

    [Theory]
    [InlineData(FileFormat.Csv)]
    [InlineData(FileFormat.Ndjson)]
    public async Task What_is_written_reads_back_the_same(FileFormat format)
    {
        Entity[] entities =
        [
            new("a", EntityKind.Company, "A, \"quoted\"") { Aliases = ["first", "zweite Größe"], Country = "pakistan", Url = "https://a.example/?x=1&y=2" },
            new("b", EntityKind.Country, "Two\nlines") { Iso2 = "PK", Iso3 = "PAK", Latitude = 0.1 + 0.2, Longitude = -180 },
            new("c", EntityKind.Component, "=1+1 🚗") { Stage = Stage.TwoThreeWheelers },
        ];
        using var file = new MemoryStream();
        await EntityFile.WriteAsync(file, format, entities.ToAsyncEnumerable(), CancellationToken.None);

        var rows = await Given.Entities(Encoding.UTF8.GetString(file.ToArray()), format);

        Assert.Equal(entities, rows.Select(row => row.Value));
    }

    [Fact]
    public async Task An_alias_that_a_file_would_split_is_refused_in_a_list()
    {
        var row = Assert.Single(await Given.Entities("""{"kind":"company","name":"A","aliases":["x|y"]}""", FileFormat.Ndjson));

        Assert.Equal("aliases", Assert.Single(row.Errors).Column);
    }
}
