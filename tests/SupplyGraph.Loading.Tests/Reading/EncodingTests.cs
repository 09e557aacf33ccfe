using System.IO.Compression;
using System.Text;
using SupplyGraph.Loading.Entities;
using SupplyGraph.Loading.Tests.Fuzz;

namespace SupplyGraph.Loading.Tests.Reading;

public sealed class EncodingTests
{
    [Theory]
    [InlineData(FileFormat.Csv, "kind,name\r\ncompany,Good\r\ncompany,Caf", 3, 36)]
    [InlineData(FileFormat.Csv, "\uFEFFkind,name\rcompany,比亚迪 ", 2, 31)]
    [InlineData(FileFormat.Ndjson, "{\"kind\":\"company\",\"name\":\"A\"}\n{\"kind\":\"company\",\"name\":\"Caf", 2, 59)]
    public async Task A_file_that_is_not_UTF_8_is_refused_with_byte_and_line(FileFormat format, string before, int line, int offset)
    {
        byte[] file = [.. Encoding.UTF8.GetBytes(before), 0xE9, .. "\",\"x\"\ncompany,more\n"u8];

        // However the bytes arrive: a character may be cut by the end of a piece.
        foreach (var most in (int[])[1, 2, 3, 1000])
        {
            var error = await RefusedAsync(new DrippingStream(file, new Random(most), most), format);

            Assert.Equal((RowErrorCode.NotUtf8, 0, line), (error.Code, error.Row, error.Line));
            Assert.Contains($"0xE9 at offset {offset} (from 0, line {line})", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_file_that_ends_inside_a_character_is_refused()
    {
        var error = await RefusedAsync(new MemoryStream([.. "kind,name\ncompany,"u8, 0xE6, 0xAF]), FileFormat.Csv);

        Assert.Equal(RowErrorCode.NotUtf8, error.Code);
        Assert.Contains("offset 18", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-16", "UTF-16")]
    [InlineData("utf-16BE", "UTF-16")]
    [InlineData("utf-32", "UTF-32")]
    [InlineData("utf-32BE", "UTF-32")]
    public async Task Other_encodings_are_called_by_their_name(string encoding, string name)
    {
        var foreign = Encoding.GetEncoding(encoding);
        foreach (var format in Enum.GetValues<FileFormat>())
        {
            var error = await RefusedAsync(new MemoryStream([.. foreign.GetPreamble(), .. foreign.GetBytes("kind,name\n")]), format);

            Assert.Equal(RowErrorCode.NotUtf8, error.Code);
            Assert.Contains(name, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task UTF_16_without_its_mark_is_suspected()
    {
        var error = await RefusedAsync(new MemoryStream(Encoding.Unicode.GetBytes("kind,name\ncompany,A\n")), FileFormat.Csv);

        Assert.Equal(RowErrorCode.NotUtf8, error.Code);
        Assert.Contains("UTF-16", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_character_may_be_cut_by_the_end_of_a_piece()
    {
        var file = Encoding.UTF8.GetBytes("\uFEFFkind,name\ncompany,é比🚗\n");

        for (var most = 1; most <= file.Length; most++)
        {
            var rows = await EntityFile.ReadAsync(new DrippingStream(file, new Random(most), most), FileFormat.Csv, CancellationToken.None).ToListAsync();
            Assert.Equal("é比🚗", Assert.Single(rows).Value!.Name);
        }
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public async Task All_line_ends_are_taken_and_blank_lines_at_the_end_are_no_rows(string newLine)
    {
        var rows = await Given.Entities(string.Join(newLine, "kind,name", "company,A", "", "company,B", "", "  ", "\t", ""));

        Assert.Equal([(1, 2, "A"), (2, 4, "B")], rows.Select(row => (row.Number, row.Line, row.Value?.Name)));
    }

    [Theory]
    [InlineData(FileFormat.Csv, "kind,name\ncompany,A\0B\ncompany,C\n")]
    [InlineData(FileFormat.Ndjson, "{\"kind\":\"company\",\"name\":\"A\\u0000B\"}\n{\"kind\":\"company\",\"name\":\"C\"}\n")]
    public async Task A_NUL_character_is_an_error_of_its_row(FileFormat format, string file)
    {
        var rows = await Given.Entities(file, format);

        Assert.Contains("NUL", Assert.Single(rows[0].Errors).Message, StringComparison.Ordinal);
        Assert.Equal("C", rows[1].Value!.Name);
    }

    [Fact]
    public async Task A_packed_file_that_is_cut_off_or_none_is_unreadable()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            for (var i = 0; i < 20_000; i++) gzip.Write(Encoding.UTF8.GetBytes(i == 0 ? "kind,name\n" : $"company,{new Random(i).Next()}\n"));
        foreach (var broken in (byte[][])[packed.ToArray()[..^1000], [.. "kind,name\n"u8]])
        {
            using var file = new GZipStream(new MemoryStream(broken), CompressionMode.Decompress);
            Assert.Equal(RowErrorCode.Unreadable, (await RefusedAsync(file, FileFormat.Csv)).Code);
        }
    }

    private static async Task<RowError> RefusedAsync(Stream file, FileFormat format)
    {
        var refused = await Assert.ThrowsAsync<UnreadableFileException>(
            async () => await EntityFile.ReadAsync(file, format, CancellationToken.None).ToListAsync());
        return Assert.Single(refused.Errors);
    }
}
