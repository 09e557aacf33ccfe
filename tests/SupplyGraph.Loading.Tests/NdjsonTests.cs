using SupplyGraph.Model;

namespace SupplyGraph.Loading.Tests;

public sealed class NdjsonTests
{
    [Fact]
    public async Task Texts_numbers_and_nulls_are_read_under_the_names_of_the_columns()
    {
        var claim = Assert.Single(await Given.Claims(
            """{"confidence":0.85,"amount":25000.0,"unit":null,"source_date":2025,"publisher":"Dawn","to":"b","from":"a","type":"owns"}""",
            FileFormat.Ndjson)).Value!.Claim;

        Assert.Equal((0.85, 25000m, new PartialDate(2025), null), (claim.Confidence, claim.Amount, claim.SourceDate!.Value, claim.Unit));
    }

    [Fact]
    public async Task Rows_know_their_lines_past_byte_order_mark_and_blank_lines()
    {
        var rows = await Given.Entities("\uFEFF{\"kind\":\"company\",\"name\":\"A\"}\r\n\r\n{\"kind\":\"company\",\"name\":\"B\"}", FileFormat.Ndjson);

        Assert.Equal([(1, 1, "A"), (2, 3, "B")], rows.Select(row => (row.Number, row.Line, row.Value!.Name)));
    }

    [Theory]
    [InlineData("{\"kind\":\"company\",")]
    [InlineData("[1]")]
    [InlineData("{\"kind\":\"company\",\"name\":\"A\"} {}")]
    [InlineData("{\"kind\":\"company\",\"name\":\"\\ud800\"}")]
    public async Task A_line_that_is_no_object_is_an_error_of_that_line_only(string bad)
    {
        var rows = await Given.Entities($"{bad}\n{{\"kind\":\"company\",\"name\":\"good\"}}\n", FileFormat.Ndjson);

        Assert.Equal(RowErrorCode.Malformed, Assert.Single(rows[0].Errors).Code);
        Assert.Equal("good", rows[1].Value!.Name);
    }

    [Fact]
    public async Task Unknown_repeated_and_nested_fields_are_named()
    {
        var row = Assert.Single(await Given.Entities("""{"kind":"company","name":{"en":["x"]},"colour":[1,{"a":2}],"kind":"region"}""", FileFormat.Ndjson));

        Assert.Equal(
            [("name", RowErrorCode.Malformed), ("colour", RowErrorCode.UnknownColumn), ("kind", RowErrorCode.DuplicateColumn)],
            row.Errors.Select(e => (e.Column, e.Code)));
    }

    [Fact]
    public async Task A_line_without_end_is_refused_before_it_fills_the_memory()
    {
        var endless = $"{{\"name\":\"{new string('x', 2 * Limits.MaxRowLength)}";

        var refused = await Assert.ThrowsAsync<UnreadableFileException>(() => Given.Entities(endless, FileFormat.Ndjson));

        Assert.Equal(1, Assert.Single(refused.Errors).Line);
    }
}
