using SupplyGraph.Loading.Names;
using SupplyGraph.Model;

namespace SupplyGraph.Loading.Tests;

public sealed class ClaimResolverTests
{
    private const string Header = "type,from,from_kind,from_country,to,to_kind,to_country,component,component_kind,role,publisher\n";

    private readonly ClaimResolver resolver = new(Given.Names);

    [Theory]
    [InlineData("byd", "PK")]
    [InlineData("b.y.d.", "pakistan")]
    [InlineData("Build your dreams", "PAK")]
    public async Task Ids_names_aliases_and_codes_resolve(string from, string to)
    {
        var row = await ResolveOne($"operates_in,{from},,,{to},,,,,assembly,P");

        Assert.Equal(("byd", "pakistan"), (row.Value!.From, row.Value.To));
        Assert.Empty(resolver.Created);
    }

    [Fact]
    public async Task An_unknown_name_is_an_error_with_near_matches_of_a_kind_that_fits()
    {
        var row = await ResolveOne("operates_in,Toyotta,,,Pakstan,,,,,assembly,P");

        Assert.Equal([("from", RefusalCode.UnknownEntity), ("to", RefusalCode.UnknownEntity)], row.Errors.Select(e => (e.Column, e.Code)));
        Assert.Contains("toyota (company Toyota)", row.Errors[0].Message, StringComparison.Ordinal);
        Assert.Contains("pakistan (country Pakistan)", row.Errors[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_ambiguous_name_is_an_error_that_lists_all()
    {
        var row = await ResolveOne("operates_in,Mega,,,pakistan,,,,,assembly,P");

        var error = Assert.Single(row.Errors);
        Assert.Equal(RowErrorCode.AmbiguousName, error.Code);
        Assert.Contains("mega-conglomerate", error.Message, StringComparison.Ordinal);
        Assert.Contains("mega-motor", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_kind_narrows_a_name_that_two_entities_share()
    {
        var row = await ResolveOne("headquartered_in,byd,,,GEORGIA.,country,,,,,P");

        Assert.Equal("georgia", row.Value!.To);
    }

    [Fact]
    public async Task A_stated_kind_creates_what_is_new_once_for_all_rows()
    {
        var rows = await Resolve("supplies,Éclair Cells,company,PK,byd,,,LFP battery cell,,,P", "supplies,eclair cells,,,toyota,,,Solid cell,component,,P");

        Assert.All(rows, row => Assert.Empty(row.Errors));
        Assert.Equal(
            [new("eclair-cells", EntityKind.Company, "Éclair Cells") { Country = "pakistan" }, new Entity("solid-cell", EntityKind.Component, "Solid cell")],
            resolver.Created);
        Assert.Equal("eclair-cells", rows[1].Value!.From);
    }

    [Fact]
    public async Task A_row_with_an_error_creates_nothing()
    {
        var rows = await Resolve("supplies,New Cells,company,,Nobody,,,lfp-battery-cell,,,P", "supplies,New Cells,,,byd,,,lfp-battery-cell,,,P");

        Assert.All(rows, row => Assert.Equal(RefusalCode.UnknownEntity, Assert.Single(row.Errors).Code));
        Assert.Empty(resolver.Created);
    }

    [Fact]
    public async Task A_new_entity_cannot_take_the_id_of_another_kind()
    {
        var row = await ResolveOne("headquartered_in,byd,,,Toyota,country,,,,,P");

        var error = Assert.Single(row.Errors);
        Assert.Equal(("to", RefusalCode.KindFixed), (error.Column, error.Code));
    }

    [Fact]
    public async Task Kinds_that_do_not_fit_the_type_are_refused_with_those_that_would()
    {
        var row = await ResolveOne("supplies,byd,,,pakistan,,,lfp-battery-cell,,,P");

        var error = Assert.Single(row.Errors);
        Assert.Equal(RefusalCode.KindMismatch, error.Code);
        Assert.Contains("company -> company", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_names_of_one_entity_cannot_stand_at_both_ends()
    {
        var row = await ResolveOne("owns,BYD,,,Build Your Dreams,,,,,,P");

        Assert.Equal(RefusalCode.SelfRelationship, Assert.Single(row.Errors).Code);
    }

    [Fact]
    public async Task However_a_row_spells_its_names_it_is_the_same_claim()
    {
        var rows = await Resolve("partners_with,byd,,,toyota,,,,,,P", "partners_with,TOYOTA,,,Build Your Dreams,,,,,,P");

        Assert.Equal(rows[0].Value!.Id, rows[1].Value!.Id);
    }

    private async Task<FileRow<Claim>> ResolveOne(string row) => Assert.Single(await Resolve(row));

    private async Task<List<FileRow<Claim>>> Resolve(params string[] rows) =>
        (await Given.Claims(Header + string.Join('\n', rows))).ConvertAll(resolver.Resolve);
}
