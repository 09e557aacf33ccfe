using SupplyGraph.Loading.Claims;
using SupplyGraph.Loading.Imports;
using SupplyGraph.Loading.Rows;
using SupplyGraph.Model;

namespace SupplyGraph.Loading.Tests.Reading;

public sealed class LayoutTests
{
    private static readonly FileLayout Suppliers = new()
    {
        Map = new Dictionary<string, string> { ["from"] = "supplier", ["from_country"] = "Supplier Country", ["to"] = " Customer " },
        Defaults = new Dictionary<string, string> { ["type"] = "owns", ["publisher"] = "Own research", ["confidence"] = "0.7" },
        IgnoreUnknownColumns = true,
    };

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public async Task The_delimiter_is_found_by_the_header(char delimiter)
    {
        var file = $"type;from;to;publisher\nowns;a;\"b{delimiter}c\";P\n".Replace(';', delimiter);

        var (rows, understood) = await ReadAsync(file, FileLayout.Own);

        Assert.Equal(delimiter, understood.Delimiter);
        Assert.Equal($"b{delimiter}c", Assert.Single(rows).Value!.Claim.To);
    }

    [Fact]
    public async Task A_named_delimiter_is_taken_as_it_is()
    {
        var layout = Suppliers with { Delimiter = '|', Map = new Dictionary<string, string> { ["from"] = "type,from,to,publisher", ["to"] = "x" } };

        var (rows, _) = await ReadAsync("type,from,to,publisher|x\na,b|c\n", layout);

        Assert.Equal(("a,b", "c"), (rows[0].Value!.Claim.From, rows[0].Value!.Claim.To));
    }

    [Fact]
    public async Task Delimiters_inside_quoted_headers_are_not_counted()
    {
        var layout = Suppliers with { Map = new Dictionary<string, string> { ["from"] = "A, B, C, D", ["to"] = "Customer" } };

        var (rows, understood) = await ReadAsync("\"A, B, C, D\";Customer;\"Notes, and more\nnotes\"\nx;y;z\n", layout);

        Assert.Equal(';', understood.Delimiter);
        Assert.Equal(("x", "y", 3), (rows[0].Value!.Claim.From, rows[0].Value!.Claim.To, rows[0].Line));
    }

    [Fact]
    public async Task A_foreign_file_loads_unchanged_and_says_how_it_was_understood()
    {
        var (rows, understood) = await ReadAsync("Supplier;Supplier Country;Customer;Notes;Confidence\nCATL;China;Tesla;hm;\nLG;;GM;;0.9\n", Suppliers);

        Assert.Equal([("CATL", "China", "Tesla", 0.7), ("LG", null, "GM", 0.9)],
            rows.Select(row => (row.Value!.Claim.From, row.Value.FromCountry, row.Value.Claim.To, row.Value.Claim.Confidence)));
        Assert.All(rows, row => Assert.Equal((RelationshipType.Owns, "Own research"), (row.Value!.Claim.Type, row.Value.Claim.Publisher)));
        Assert.Equal(["Notes"], understood.IgnoredColumns);
        Assert.Equal(
            [
                new UnderstoodColumn("type", null, "owns"), new("from", "Supplier", null), new("to", "Customer", null), new("publisher", null, "Own research"),
                new("confidence", "Confidence", "0.7"), new("from_country", "Supplier Country", null),
            ],
            understood.Columns);
    }

    [Fact]
    public async Task The_same_layout_reads_foreign_properties()
    {
        var (rows, understood) = await ReadAsync(
            "{\"Supplier\":\"CATL\",\"customer\":\"Tesla\",\"Notes\":{\"a\":[1]}}\n{\"Customer\":\"GM\",\"Supplier\":\"LG\",\"confidence\":null}\n",
            Suppliers, FileFormat.Ndjson);

        Assert.Equal([("CATL", "Tesla", 0.7), ("LG", "GM", 0.7)], rows.Select(row => (row.Value!.Claim.From, row.Value.Claim.To, row.Value.Claim.Confidence)));
        Assert.Equal(["type", "from", "to", "publisher", "confidence"], understood.Columns.Select(column => column.Column));
        Assert.Equal(["Notes"], understood.IgnoredColumns);
        Assert.Null(understood.Delimiter);
    }

    [Fact]
    public async Task One_header_may_give_two_columns_and_is_not_read_under_its_own_name()
    {
        var layout = new FileLayout { Map = new Dictionary<string, string> { ["publisher"] = "statement", ["source_title"] = "statement" } };

        var (rows, _) = await ReadAsync("type,from,to,statement\nowns,a,b,X\n", layout);

        Assert.Equal(("X", "X", null), (rows[0].Value!.Claim.Publisher, rows[0].Value!.Claim.SourceTitle, rows[0].Value!.Claim.Statement));
    }

    [Fact]
    public async Task Everything_wrong_with_a_header_is_named_at_once_with_what_was_understood()
    {
        var layout = new FileLayout { Map = new Dictionary<string, string> { ["to"] = "Custommer" } };
        using var reader = ClaimFile.Open(Given.File("from;Customer;confidnce;From\nx;y;1;z\n"), FileFormat.Csv, layout);

        var refused = await Assert.ThrowsAsync<UnreadableFileException>(async () => await reader.ReadBatchAsync(1, CancellationToken.None));

        Assert.Equal(
            [
                ("Customer", RowErrorCode.UnknownColumn), ("confidnce", RowErrorCode.UnknownColumn), ("From", RowErrorCode.DuplicateColumn),
                ("to", RowErrorCode.MissingColumn), ("type", RowErrorCode.MissingColumn), ("publisher", RowErrorCode.MissingColumn),
            ],
            refused.Errors.Select(error => (error.Column, error.Code)));
        Assert.Contains("is it confidence?", refused.Errors[1].Message, StringComparison.Ordinal);
        Assert.Contains("map.confidence=confidnce", refused.Errors[1].Message, StringComparison.Ordinal);
        Assert.Contains("is it 'Customer'?", refused.Errors[3].Message, StringComparison.Ordinal);
        Assert.All(refused.Errors, error => Assert.Equal((0, 1), (error.Row, error.Line)));
        Assert.Equal(';', reader.Understood!.Delimiter);
        Assert.Equal([new UnderstoodColumn("from", "from", null)], reader.Understood.Columns);
    }

    [Fact]
    public async Task Our_own_header_is_unknown_where_its_column_is_mapped_to_another()
    {
        var layout = new FileLayout { Map = new Dictionary<string, string> { ["from"] = "Supplier" } };

        var refused = await Assert.ThrowsAsync<UnreadableFileException>(() => ReadAsync("type,from,Supplier,to,publisher\n", layout));

        var error = Assert.Single(refused.Errors);
        Assert.Equal(("from", RowErrorCode.UnknownColumn), (error.Column, error.Code));
        Assert.Contains("mapped to 'Supplier'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_columns_than_the_limit_are_refused()
    {
        var header = string.Join(',', Enumerable.Range(0, Limits.MaxImportColumns).Select(i => $"x{i}"));

        var refused = await Assert.ThrowsAsync<UnreadableFileException>(() => ReadAsync($"type,from,to,publisher,{header}\n", Suppliers));

        Assert.Contains(refused.Errors, error => error.Code == RowErrorCode.TooManyColumns);
    }

    [Theory]
    [InlineData("map.colour", "map", "colour", "x", RowErrorCode.UnknownColumn)]
    [InlineData("map.from", "map", "from", " ", RowErrorCode.Required)]
    [InlineData("map.from", "map", "from", "error_code", RowErrorCode.UnknownColumn)]
    [InlineData("map.type", "map", "from", "type", RowErrorCode.MissingColumn)]
    [InlineData("default.typ", "default", "typ", "owns", RowErrorCode.UnknownColumn)]
    [InlineData("default.type", "default", "type", "likes", RowErrorCode.UnknownTerm)]
    [InlineData("default.valid_from", "default", "valid_from", "soon", RowErrorCode.InvalidDate)]
    [InlineData("default.confidence", "default", "confidence", "85", RefusalCode.OutOfRange)]
    [InlineData("default.amount", "default", "amount", "5 GWh", RowErrorCode.InvalidNumber)]
    public async Task A_wrong_layout_is_found_before_any_file_is_read(string parameter, string kind, string column, string value, string code)
    {
        var settings = new Dictionary<string, string> { [column] = value };
        var layout = kind == "map" ? new FileLayout { Map = settings } : new FileLayout { Defaults = settings };

        var error = Assert.Single(layout.Check(FileContent.Claims));

        Assert.Equal((parameter, code), (error.Column, error.Code));
        foreach (var format in Enum.GetValues<FileFormat>())
        {
            var refused = await Assert.ThrowsAsync<UnreadableFileException>(() => ReadAsync("type,from,to,publisher\n", layout, format));
            Assert.Contains(error, refused.Errors);
        }
    }

    [Fact]
    public void A_column_or_delimiter_that_is_none_is_refused_with_those_there_are()
    {
        var layout = new FileLayout { Delimiter = ':', Map = new Dictionary<string, string> { ["Kind"] = "a", ["kind"] = "b" } };

        Assert.Equal(
            [("delimiter", RowErrorCode.UnknownTerm), ("map.kind", RowErrorCode.DuplicateColumn)],
            layout.Check(FileContent.Entities).Select(error => (error.Column, error.Code)));
        Assert.Empty(Suppliers.Check(FileContent.Claims));
    }

    private static async Task<(IReadOnlyList<FileRow<NamedClaim>> Rows, UnderstoodFile Understood)> ReadAsync(
        string file, FileLayout layout, FileFormat format = FileFormat.Csv)
    {
        using var reader = ClaimFile.Open(Given.File(file), format, layout);
        var rows = await reader.ReadAllAsync(CancellationToken.None).ToListAsync();
        return (rows, reader.Understood!);
    }
}
