using SupplyGraph.Model;

namespace SupplyGraph.Loading.Tests;

public sealed class CsvTests
{
    [Fact]
    public async Task Unknown_repeated_and_missing_columns_are_refused_by_name_all_at_once()
    {
        var refused = await Assert.ThrowsAsync<UnreadableFileException>(() => Given.Claims("type,from,From,colour\n"));

        Assert.Equal(
            [
                ("From", RowErrorCode.DuplicateColumn), ("colour", RowErrorCode.UnknownColumn),
                ("to", RowErrorCode.MissingColumn), ("publisher", RowErrorCode.MissingColumn),
            ],
            refused.Errors.Select(e => (e.Column, e.Code)));
        Assert.Contains("source_url", refused.Errors[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_file_is_refused_with_the_header_it_should_have()
    {
        var refused = await Assert.ThrowsAsync<UnreadableFileException>(() => Given.Entities(""));

        Assert.Contains("id,kind,name,aliases", Assert.Single(refused.Errors).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task Rows_know_their_lines_past_byte_order_mark_blank_lines_and_quoted_line_breaks(string newLine)
    {
        var text = string.Join(newLine, "\uFEFFkind,name", "company,\"two", "lines, \"\"quoted\"\"\"", "", "company,Last");

        var rows = await Given.Entities(text);

        Assert.Equal([(1, 2, $"two{newLine}lines, \"quoted\""), (2, 5, "Last")], rows.Select(row => (row.Number, row.Line, row.Value!.Name)));
    }

    [Theory]
    [InlineData("company,a\"b")]
    [InlineData("company,\"a\"b")]
    public async Task Stray_quotation_marks_are_an_error_of_their_row_only(string bad)
    {
        var rows = await Given.Entities($"kind,name\n{bad}\ncompany,good\n");

        Assert.Equal(RowErrorCode.Malformed, Assert.Single(rows[0].Errors).Code);
        Assert.Equal("good", rows[1].Value!.Name);
    }

    [Fact]
    public async Task A_quotation_mark_that_is_never_closed_is_named_with_its_line()
    {
        var rows = await Given.Entities("kind,name\ncompany,good\ncompany,\"open\ncompany,more\n");

        var error = Assert.Single(rows[1].Errors);
        Assert.Equal((RowErrorCode.Malformed, 3), (error.Code, error.Line));
    }

    [Fact]
    public async Task A_row_without_end_is_refused_before_it_fills_the_memory()
    {
        var endless = $"kind,name\ncompany,\"{new string('x', 4 * Limits.MaxRowLength)}";

        var refused = await Assert.ThrowsAsync<UnreadableFileException>(() => Given.Entities(endless));

        Assert.Contains("quotation mark", Assert.Single(refused.Errors).Message, StringComparison.Ordinal);
    }
}
