using System.Text;
using SupplyGraph.Loading.Entities;
using SupplyGraph.Loading.Tests.Fuzz;
using SupplyGraph.Model;

namespace SupplyGraph.Loading.Tests.Reading;

public sealed class RowReaderTests
{
    private static readonly EntityColumn[] Columns = Enum.GetValues<EntityColumn>();

    [Fact]
    public async Task Batches_hold_what_was_asked_for_and_only_the_end_is_empty()
    {
        using var reader = EntityFile.Open(Given.File("kind,name\ncompany,A\ncompany,B\ncompany,C\n"), FileFormat.Csv, FileLayout.Own);
        Assert.Null(reader.Understood);

        var counts = new List<int>();
        for (var batch = 0; batch < 4; batch++) counts.Add((await reader.ReadBatchAsync(2, CancellationToken.None)).Count);

        Assert.Equal([2, 1, 0, 0], counts);
    }

    [Fact]
    public async Task Rows_are_kept_as_they_came_beyond_their_batch()
    {
        string[] lines = ["company,\"A\r\nB\"", "company , C", "company,"];
        using var reader = EntityFile.Open(Given.File($"kind,name\r\n{string.Join("\r\n", lines)}"), FileFormat.Csv, FileLayout.Own);

        var rows = await reader.ReadAllAsync(CancellationToken.None).ToListAsync();

        Assert.Equal(lines, rows.Select(row => Encoding.UTF8.GetString(row.Raw.Span)));
    }

    [Fact]
    public async Task Long_rows_make_small_batches()
    {
        var row = $"company,{new string('x', Limits.MaxRowLength - 100)}\n";
        using var reader = EntityFile.Open(Given.File($"kind,name\n{string.Concat(Enumerable.Repeat(row, 40))}"), FileFormat.Csv, FileLayout.Own);

        var batch = await reader.ReadBatchAsync(1000, CancellationToken.None);

        Assert.InRange(batch.Sum(read => (long)read.Raw.Length), 1, Limits.MaxBatchBytes + Limits.MaxRowLength);
    }

    [Fact]
    public async Task Rows_before_the_place_where_a_file_breaks_off_are_handed_out_first()
    {
        var file = $"{{\"kind\":\"company\",\"name\":\"A\"}}\n{new string('x', Limits.MaxRowLength + 1)}\n";
        using var reader = EntityFile.Open(Given.File(file), FileFormat.Ndjson, FileLayout.Own);

        Assert.Single(await reader.ReadBatchAsync(10, CancellationToken.None));
        for (var again = 0; again < 2; again++)
        {
            var refused = await Assert.ThrowsAsync<UnreadableFileException>(async () => await reader.ReadBatchAsync(10, CancellationToken.None));
            Assert.Equal((RowErrorCode.RowTooLong, 2), (refused.Errors[0].Code, refused.Errors[0].Line));
        }
    }

    [Theory]
    [InlineData(FileFormat.Csv)]
    [InlineData(FileFormat.Ndjson)]
    public async Task Rows_of_every_length_are_whole_however_their_bytes_arrive(FileFormat format)
    {
        var names = Enumerable.Range(0, 2000).Select(i => new string((char)('a' + (i % 26)), 1 + (i * 37 % 190))).ToList();
        var lines = format == FileFormat.Csv
            ? names.Select(name => $"company,{name}").Prepend("kind,name")
            : names.Select(name => $"{{\"kind\":\"company\",\"name\":\"{name}\"}}");
        var file = Encoding.UTF8.GetBytes(string.Join('\n', lines));

        foreach (var most in (int[])[100, 5000, 100_000, file.Length])
        {
            using var reader = EntityFile.Open(new DrippingStream(file, new Random(most), most), format, FileLayout.Own);
            var rows = await reader.ReadAllAsync(CancellationToken.None).ToListAsync();
            Assert.Equal(names, rows.Select(row => row.Value?.Entity.Name));
        }
    }

    [Fact]
    public async Task A_row_says_which_columns_it_has_and_whether_it_states_its_id()
    {
        var layout = new FileLayout { Defaults = new Dictionary<string, string> { ["kind"] = "company" } };
        using var csv = EntityFile.Open(Given.File("id,name,url\nb,BYD,\n,Tesla,\n"), FileFormat.Csv, layout);
        using var ndjson = EntityFile.Open(Given.File("{\"name\":\"BYD\",\"url\":null}\n{\"id\":\"t\",\"name\":\"Tesla\"}\n"), FileFormat.Ndjson, layout);

        FileRow<StatedEntity>[] rows = [.. await csv.ReadBatchAsync(9, CancellationToken.None), .. await ndjson.ReadBatchAsync(9, CancellationToken.None)];

        Assert.Equal(
            [("b", true, "id kind name url"), ("tesla", false, "id kind name url"), ("byd", false, "kind name url"), ("t", true, "id kind name")],
            rows.Select(row => (row.Value!.Entity.Id, row.Value.IdStated, string.Join(' ', Columns.Where(row.Value.Gives).Select(Term.Of)))));
    }

    [Fact]
    public async Task An_object_with_more_properties_than_the_limit_is_an_error_of_its_row()
    {
        var many = string.Join(',', Enumerable.Range(0, Limits.MaxImportColumns + 1).Select(i => $"\"x{i}\":1"));
        using var reader = EntityFile.Open(
            Given.File($"{{{many}}}\n{{\"kind\":\"company\",\"name\":\"A\"}}"), FileFormat.Ndjson, new() { IgnoreUnknownColumns = true });

        var rows = await reader.ReadBatchAsync(9, CancellationToken.None);

        Assert.Equal(RowErrorCode.TooManyColumns, Assert.Single(rows[0].Errors).Code);
        Assert.Empty(rows[1].Errors);
    }

    [Theory]
    [InlineData("85", RefusalCode.OutOfRange, "85 is above 1: was a percentage meant? 85 % is 0.85.")]
    [InlineData("1.5", RefusalCode.OutOfRange, "1.5 is above 1: was a percentage meant? 1.5 % is 0.015.")]
    [InlineData("85%", RowErrorCode.InvalidNumber, "Was a percentage meant? 85 % is 0.85.")]
    [InlineData("85,5 %", RowErrorCode.InvalidNumber, "Was a percentage meant? 85.5 % is 0.855.")]
    [InlineData("\"0,85\"", RowErrorCode.InvalidNumber, "Was a decimal comma meant? Write 0.85.")]
    public async Task A_confidence_that_is_no_share_asks_what_was_meant(string confidence, string code, string question)
    {
        var row = Assert.Single(await Given.Claims($"type;from;to;publisher;confidence\nowns;a;b;P;{confidence}\n"));

        var error = Assert.Single(row.Errors);
        Assert.Equal(("confidence", code), (error.Column, error.Code));
        Assert.Contains(question, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("25,000", "")]
    [InlineData("25,5", "Was a decimal comma meant? Write 25.5.")]
    [InlineData("40%", "Leave the percent sign out: 40.")]
    public async Task An_amount_is_not_guessed_where_a_comma_may_separate_thousands(string amount, string hint)
    {
        var row = Assert.Single(await Given.Claims($"type;from;to;publisher;amount\nowns;a;b;P;{amount}\n"));

        Assert.EndsWith($"'{amount}' is not.{(hint.Length > 0 ? " " : "")}{hint}", Assert.Single(row.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Long_values_are_cut_in_messages_and_reports()
    {
        var row = Assert.Single(await Given.Claims($"type,from,to,publisher\n{new string('x', 59)}🚗🚗{new string('x', 600)},a,b,P\n"));

        var error = Assert.Single(row.Errors);
        Assert.Contains($"'{new string('x', 59)}…'", error.Message, StringComparison.Ordinal);
        Assert.Equal(Limits.NameLength, error.Value!.Length);
    }

    [Fact]
    public async Task What_a_row_repeats_from_the_row_before_is_read_anew_where_it_changes()
    {
        var rows = await Given.Claims(
            "type,from,to,publisher,source_date,confidence\n"
            + "owns,a,b,P,2025,0.5\nowns,a,b,P,,0.5\n"
            + "likes,a,b,P,2025,0.5\nlikes,a,b,P,2026,2\nowns,a,b,P,2025,\n");

        Assert.Equal([new PartialDate(2025), null, null, null, new PartialDate(2025)], rows.Select(row => row.Value?.Claim.SourceDate));
        Assert.Equal([0, 0, 1, 1, 0], rows.Select(row => row.Errors.Count));
    }
}
