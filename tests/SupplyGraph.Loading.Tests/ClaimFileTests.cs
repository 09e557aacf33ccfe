using System.Text;
using SupplyGraph.Loading.Claims;
using SupplyGraph.Model;

namespace SupplyGraph.Loading.Tests;

public sealed class ClaimFileTests
{
    private const string Header = "type,from,to,component,role,status,valid_from,valid_to,amount,unit,publisher,source_date,confidence";

    [Fact]
    public async Task Every_field_is_read_as_what_it_means()
    {
        var row = Assert.Single(await Given.Claims(
            $"{Header}\noperates_in,BYD,Pakistan,,assembly,announced,2026,2027-03,25000.50,vehicles/yr,Dawn,2025-08-06,0.85\n"));

        var expected = new Claim(RelationshipType.OperatesIn, "BYD", "Pakistan")
        {
            Role = Role.Assembly,
            Status = Status.Announced,
            ValidFrom = new(2026),
            ValidTo = new(2027, 3),
            Amount = 25000.5m,
            Unit = "vehicles/yr",
            Publisher = "Dawn",
            SourceDate = new(2025, 8, 6),
            Confidence = 0.85,
        };
        Assert.Equal(expected, row.Value!.Claim);
    }

    [Fact]
    public async Task What_is_left_out_takes_the_defaults()
    {
        var claim = Assert.Single(await Given.Claims("type,from,to,source_url\nowns,a,b,https://x.example\n")).Value!.Claim;

        Assert.Equal((Status.Established, 0.5), (claim.Status, claim.Confidence));
    }

    [Fact]
    public async Task All_bad_fields_of_a_row_are_reported_at_once()
    {
        var row = Assert.Single(await Given.Claims($"{Header}\nsupplies,BYD,,,painting,done,2026-13,soon,\"25,000\",,,06/08/2025,1.5\n"));

        Assert.Null(row.Value);
        Assert.Equal(
            ["amount", "component", "confidence", "publisher", "role", "source_date", "status", "to", "valid_from", "valid_to"],
            row.Errors.Select(e => e.Column).Order(StringComparer.Ordinal));
        Assert.Equal("25,000", row.Errors.Single(e => e.Column == "amount").Value);
        Assert.Contains("2025-08", row.Errors.Single(e => e.Column == "valid_from").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-0.1")]
    [InlineData("1.01")]
    [InlineData("NaN")]
    [InlineData("sure")]
    public async Task A_confidence_is_above_0_and_at_most_1(string confidence)
    {
        var row = Assert.Single(await Given.Claims($"type,from,to,publisher,confidence\nowns,a,b,P,{confidence}\n"));

        Assert.Equal("confidence", Assert.Single(row.Errors).Column);
    }

    [Fact]
    public async Task A_bad_row_does_not_keep_the_next_ones_from_being_read()
    {
        var rows = await Given.Claims("type,from,to,publisher\nlikes,a,b,P\nowns,a,b\nowns,a,b,P\n");

        Assert.Equal([RowErrorCode.UnknownTerm, RowErrorCode.FieldCount], rows.Take(2).Select(row => Assert.Single(row.Errors).Code));
        Assert.NotNull(rows[2].Value);
    }

    [Theory]
    [InlineData(FileFormat.Csv)]
    [InlineData(FileFormat.Ndjson)]
    public async Task What_is_written_reads_back_the_same(FileFormat format)
    {
        Claim[] claims =
        [
            new(RelationshipType.Supplies, "a", "b")
            {
                Component = "cell", Status = Status.Potential, ValidFrom = new(2025), ValidTo = new(2026, 2), Amount = 0.50m, Unit = "GWh/yr",
                Statement = "He said \"yes\",\r\nthen no.", SourceTitle = "标题", Publisher = "Ж",
                SourceUrl = "https://x.example/?a=1&b=<2>", SourceDate = new(2025, 8, 6), Confidence = 1.0 / 3,
            },
            new(RelationshipType.PartnersWith, "a", "b") { Role = Role.JointVenture, Publisher = "P", Amount = -79228162514264337593543950335m },
        ];
        using var file = new MemoryStream();
        await ClaimFile.WriteAsync(file, format, claims.ToAsyncEnumerable(), CancellationToken.None);

        var rows = await Given.Claims(Encoding.UTF8.GetString(file.ToArray()), format);

        Assert.Equal(claims, rows.Select(row => row.Value!.Claim));
        Assert.Equal(claims.Select(c => c.Id), rows.Select(row => row.Value!.Claim.Id));
    }

    [Fact]
    public async Task Exports_have_the_columns_of_the_design_and_plain_numbers()
    {
        using var file = new MemoryStream();
        var claim = new Claim(RelationshipType.Owns, "a", "b") { Amount = 50.00m, Unit = "%", Publisher = "P", Confidence = 0.85 };
        await ClaimFile.WriteAsync(file, FileFormat.Csv, new[] { claim }.ToAsyncEnumerable(), CancellationToken.None);

        Assert.Equal(
            "type,from,to,component,role,status,valid_from,valid_to,amount,unit,statement,source_title,publisher,source_url,source_date,confidence\n"
            + "owns,a,b,,,established,,,50,%,,,P,,,0.85\n",
            Encoding.UTF8.GetString(file.ToArray()));
    }
}
