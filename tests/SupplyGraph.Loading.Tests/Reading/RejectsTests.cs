using System.Text;
using SupplyGraph.Loading.Claims;
using SupplyGraph.Loading.Entities;
using SupplyGraph.Loading.Rows;

namespace SupplyGraph.Loading.Tests.Reading;

public sealed class RejectsTests
{
    [Fact]
    public async Task Rejected_rows_come_back_as_they_came_with_their_reasons()
    {
        var rejects = await RejectsAsync(
            "\uFEFFkind;\"name\";latitude\r\ncompany;Good;\r\ncompany;\"A; \"\"B\"\"\";\"1\r\n2\"\r\ncompany;C;95\r\ncompany\r\n");

        Assert.Equal(
            """"
            kind;"name";latitude;error_column;error_code;error_message
            company;"A; ""B""";"1
            2";latitude;invalid_number;"latitude is a plain number such as 0.85, no separators, no unit; '1
            2' is not."
            company;C;95;latitude;out_of_range;latitude is in degrees, -90..90.
            company;;;;field_count;The row has 1 fields, the header 3.

            """",
            rejects.TrimStart('\uFEFF').ReplaceLineEndings("\n"));
        Assert.StartsWith("\uFEFFkind", rejects, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_errors_of_a_row_stand_in_one_row()
    {
        var rejects = await RejectsAsync("kind,name,latitude\ncompany,,north\n");

        Assert.StartsWith(
            "company,,north,name|latitude,required|invalid_number,\"name is required. latitude is a", rejects.Split('\n')[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_written_where_nothing_is_rejected() => Assert.Equal("", await RejectsAsync("kind,name\ncompany,A\n"));

    [Fact]
    public async Task A_mended_file_of_rejects_loads_as_it_is()
    {
        var rejects = await RejectsAsync("kind,name,stage\nfirm,A,\ncompany,,\n");

        rejects = rejects.Replace("firm,A", "company,A", StringComparison.Ordinal).Replace("company,,", "company,B,", StringComparison.Ordinal);
        var mended = await Given.Entities(rejects);

        Assert.Equal(["A", "B"], mended.Select(row => row.Value?.Name));
    }

    [Fact]
    public async Task Rows_of_a_file_of_rejects_may_leave_its_columns_out()
    {
        var row = Assert.Single(await Given.Entities("kind,name,error_column,error_code,error_message\ncompany,A\n"));

        Assert.Equal("A", row.Value?.Name);
    }

    [Fact]
    public async Task Errors_of_rejects_that_fail_again_are_replaced()
    {
        var once = await RejectsAsync("kind,name\nfirm,A\ncompany,A,too much\n");
        var twice = await RejectsAsync(once.Replace("firm", "shop", StringComparison.Ordinal));

        Assert.Equal(once.Replace("firm", "shop", StringComparison.Ordinal).Split('\n')[..2], twice.Split('\n')[..2]);
        Assert.StartsWith("company,A,too much,,field_count,", twice.Split('\n')[2], StringComparison.Ordinal);
        Assert.Equal(1, twice.Split("field_count").Length - 1);
    }

    [Fact]
    public async Task Old_errors_in_the_middle_make_room_for_new_ones_at_the_end()
    {
        var rejects = await RejectsAsync("kind,error_code,name\nfirm,old,A\n");

        Assert.StartsWith("kind,name,error_column,error_code,error_message\nfirm,A,kind,unknown_term,", rejects, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_whose_quotation_mark_is_never_closed_is_rejected_once_more_until_it_is_mended()
    {
        var rejects = await RejectsAsync("kind,name,stage\ncompany,\"open\ncompany,more,\n");

        var again = await Given.Entities(rejects);

        Assert.Equal(RowErrorCode.Malformed, Assert.Single(Assert.Single(again).Errors).Code);
    }

    [Fact]
    public async Task Rejected_lines_of_NDJSON_come_back_as_CSV_with_the_line()
    {
        const string file = "{\"kind\":\"firm\",\"name\":\"A, \\\"B\\\"\",\"aliases\":[\"x\",\"y\"],\"latitude\":1.50}\n{broken\n";

        var rejects = await RejectsAsync(file, FileFormat.Ndjson);

        var lines = rejects.Split('\n');
        Assert.Equal($"{string.Join(',', FileColumns.Entities.Names)},error_column,error_code,error_message,error_line", lines[0]);
        Assert.StartsWith(",firm,\"A, \"\"B\"\"\",x|y,,,,1.50,,,,kind,unknown_term,", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",{broken", lines[2], StringComparison.Ordinal);
        var mended = await Given.Entities(rejects.Replace(",firm,", ",company,", StringComparison.Ordinal));
        Assert.Equal(("A, \"B\"", 1.5), (mended[0].Value!.Name, mended[0].Value!.Latitude!.Value));
        Assert.Equal(["x", "y"], mended[0].Value!.Aliases);
    }

    [Fact]
    public async Task Rejects_of_mapped_NDJSON_load_by_the_same_layout()
    {
        var layout = new FileLayout { Map = new Dictionary<string, string> { ["from"] = "Supplier", ["to"] = "from" } };
        using var reader = ClaimFile.Open(Given.File("{\"type\":\"likes\",\"Supplier\":\"a\",\"from\":\"b\",\"publisher\":\"P\"}"), FileFormat.Ndjson, layout);

        var rejects = await RejectsAsync(reader);

        using var again = ClaimFile.Open(Given.File(rejects.Replace("likes", "owns", StringComparison.Ordinal)), FileFormat.Csv, layout);
        var claim = Assert.Single(await again.ReadBatchAsync(10, CancellationToken.None)).Value!.Claim;
        Assert.Equal(("a", "b"), (claim.From, claim.To));
    }

    private static async Task<string> RejectsAsync(string file, FileFormat format = FileFormat.Csv)
    {
        using var reader = EntityFile.Open(Given.File(file), format, FileLayout.Own);
        return await RejectsAsync(reader);
    }

    private static async Task<string> RejectsAsync<T>(RowReader<T> reader) where T : class
    {
        var rows = await reader.ReadAllAsync(CancellationToken.None).ToListAsync();
        using var file = new MemoryStream();
        var writer = new RejectsWriter(file, reader.Understood!);
        foreach (var row in rows.Where(row => row.Value is null)) await writer.WriteAsync(row.Raw, row.Errors, CancellationToken.None);
        await writer.FlushAsync(CancellationToken.None);
        return Encoding.UTF8.GetString(file.ToArray());
    }
}
