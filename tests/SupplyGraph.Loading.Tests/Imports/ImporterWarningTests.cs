using SupplyGraph.Loading.Imports;
using SupplyGraph.Model;

namespace SupplyGraph.Loading.Tests.Imports;

/// <summary>What an import takes and yet asks about.</summary>
public sealed class ImporterWarningTests
{
    private const string Header = "type,from,from_kind,to,to_kind,component,amount,unit,publisher,confidence\n";

    private static readonly Entity[] known =
    [
        .. ImportedStore.World, new("sdi", EntityKind.Company, "Samsung SDI Co., Ltd."), new("volkswagen", EntityKind.Company, "Volkswagen"),
        new("plant-1", EntityKind.Company, "Gigaplant 1"), new("saic", EntityKind.Company, "SAIC"),
    ];

    private static async Task<IReadOnlyList<RowError>> Warnings(params string[] rows)
    {
        await using var graph = await ImportedStore.OpenAsync(known);
        var (report, rejects) = await graph.Claims(Header + string.Join('\n', rows));
        Assert.Equal((ImportOutcome.Succeeded, ""), (report.Outcome, rejects));
        return report.Warnings;
    }

    private static Task<IReadOnlyList<RowError>> Creating(params string[] names) =>
        Warnings([.. names.Select(name => $"owns,\"{name}\",company,byd,,,,,Reuters,")]);

    [Theory]
    [InlineData("BYD Co., Ltd.", "byd (BYD)")]
    [InlineData("Samsung SDI", "sdi (Samsung SDI Co., Ltd.)")]
    [InlineData("Samsung SDI GmbH", "sdi (Samsung SDI Co., Ltd.)")]
    [InlineData("Volkswagen AG", "volkswagen (Volkswagen)")]
    [InlineData("Volkswagn", "volkswagen (Volkswagen)")]
    public async Task A_new_company_whose_name_is_nearly_known_is_asked_about(string name, string known)
    {
        var warning = Assert.Single(await Creating(name));
        Assert.Equal((1, 2, ImportWarningCode.LikelyDuplicate, name), (warning.Row, warning.Line, warning.Code, warning.Value));
        Assert.Contains($"is it {known}?", warning.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Gigaplant 2")]
    [InlineData("BAIC")]
    [InlineData("Entirely Else")]
    [InlineData("Co")]
    public async Task Names_that_only_look_alike_are_not(string name) => Assert.Empty(await Creating(name));

    [Fact]
    public async Task Two_new_companies_that_differ_by_a_legal_form_are_asked_about_once()
    {
        var warning = Assert.Single(await Creating("Acme Batteries Inc.", "Acme Batteries", "acme batteries", "Acme Batteries Inc."));
        Assert.Equal((2, "Acme Batteries"), (warning.Row, warning.Value));
        Assert.Contains("acme-batteries-inc", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_known_company_is_not_asked_about() => Assert.Empty(await Creating("Toyota", "TOYOTA", "sdi", "samsung sdi co ltd"));

    [Fact]
    public async Task New_entities_of_a_file_of_entities_are_asked_about_and_repeats_are_none()
    {
        await using var graph = await ImportedStore.OpenAsync(known);
        var (report, _) = await graph.Entities("kind,name\ncompany,Toyota Inc\ncompany,Toyota Inc\ncompany,Acme Ltd\ncompany,Acme Ltd\ncompany,BYD\n");
        var warning = Assert.Single(report.Warnings);
        Assert.Equal((1, ImportWarningCode.LikelyDuplicate), (warning.Row, warning.Code));
        Assert.Equal(new ImportRows(5, 2, 3, 0), report.Rows);
    }

    [Fact]
    public async Task A_unit_that_the_graph_does_not_use_is_asked_about_once_with_those_in_use()
    {
        await using var graph = await ImportedStore.OpenAsync(known);
        string Row(string publisher, string unit) => $"supplies,byd,,toyota,,cell,5,{unit},{publisher},\n";
        var (first, _) = await graph.Claims(Header + Row("A", "GWh/yr") + Row("B", "GWh/yr") + Row("C", "t"));
        Assert.Empty(first.Warnings);
        var (second, _) = await graph.Claims(Header + Row("D", "gwh/yr") + Row("E", "gwh/yr") + Row("F", "parsecs") + Row("G", "t"));
        Assert.Equal(["1 unit unusual_unit", "3 unit unusual_unit"], second.Warnings.Codes());
        Assert.Contains("'GWh/yr' (2 claims)", second.Warnings[0].Message, StringComparison.Ordinal);
        Assert.DoesNotContain("'t'", second.Warnings[0].Message, StringComparison.Ordinal);
        Assert.Contains("'GWh/yr' (2 claims), 't' (1 claims)", second.Warnings[1].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("85", "out_of_range", "0.85")]
    [InlineData("85%", "invalid_number", "0.85")]
    public async Task A_confidence_that_looks_like_a_percentage_is_an_error_that_asks(string confidence, string code, string meant)
    {
        await using var graph = await ImportedStore.OpenAsync(known);
        var (report, _) = await graph.Claims(Header + $"owns,byd,,toyota,,,,,Reuters,{confidence}\n");
        var error = Assert.Single(report.Errors);
        Assert.Equal((ImportOutcome.Refused, "confidence", code, confidence), (report.Outcome, error.Column, error.Code, error.Value));
        Assert.Contains("percentage", error.Message, StringComparison.Ordinal);
        Assert.Contains(meant, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_warnings_the_first_are_kept()
    {
        var warnings = await Creating([.. Enumerable.Range(0, 300).SelectMany(i => new[] { $"{Name(i)} Inc.", Name(i) })]);
        Assert.Equal(Limits.MaxKeptRowErrors, warnings.Count);
        Assert.Equal(Enumerable.Range(1, Limits.MaxKeptRowErrors).Select(i => 2 * i), warnings.Select(w => w.Row));

        static string Name(int i) => string.Concat(Enumerable.Repeat($"{(char)('a' + (i % 26))}{(char)('a' + (i / 26))}", 5));
    }
}
