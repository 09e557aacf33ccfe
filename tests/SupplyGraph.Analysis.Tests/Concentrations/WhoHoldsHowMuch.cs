using SupplyGraph.Analysis.Concentrations;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Tests.Concentrations;

/// <summary>Concentration of cells, graphite and cobalt as an analyst would reckon it.</summary>
public sealed class WhoHoldsHowMuch
{
    private readonly GraphBuilder cells = new GraphBuilder().Countries("china", "hungary", "south-korea")
        .Company("catl", "china").Company("gotion", "china").Company("samsung-sdi", "south-korea")
        .Components("cell", "lfp-cell", "pack").Kind("lfp-cell", "cell")
        .Operates("catl", "china", Role.Manufacturing, "cell").Operates("catl", "hungary", Role.Manufacturing, "lfp-cell")
        .Produces("gotion", "lfp-cell").Operates("samsung-sdi", "hungary", Role.Manufacturing, "cell");

    [Fact]
    public void A_country_holds_the_companies_at_work_there_and_a_producer_works_at_home()
    {
        var answer = Ask(cells, "cell");
        Assert.Equal("china 2, hungary 2", Shares(answer));
        Assert.Equal(5000, answer.HerfindahlHirschman);
        Assert.Equal(["operates_in~catl~china~cell~manufacturing", "produces~gotion~lfp-cell~~"], answer.Shares[0].Relationships);
    }

    [Fact]
    public void A_company_holds_the_countries_that_it_works_in() =>
        Assert.Equal("catl 2, gotion 1, samsung-sdi 1", Shares(Ask(cells, "cell", ConcentrationBy.Company)));

    [Fact]
    public void Kinds_count_for_what_they_are_a_kind_of_and_not_the_other_way_round() => Assert.Equal("china 1, hungary 1", Shares(Ask(cells, "lfp-cell")));

    [Fact]
    public void A_maker_counts_once_in_a_country_whatever_it_does_there()
    {
        cells.Operates("catl", "hungary", Role.Assembly, "cell").Produces("catl", "cell");
        Assert.Equal("china 2, hungary 2", Shares(Ask(cells, "cell")));
    }

    [Fact]
    public void Research_showrooms_and_other_components_make_nothing()
    {
        cells.Operates("gotion", "hungary", Role.Research, "cell").Operates("gotion", "south-korea", Role.Distribution, "cell")
            .Operates("gotion", "hungary", Role.Assembly, "pack").Supplies("gotion", "samsung-sdi", "cell");
        var answer = Ask(cells, "cell");
        Assert.Equal("china 2, hungary 2", Shares(answer));
        Assert.Equal((4, 4), (answer.Coverage.CouldCount, answer.Coverage.Counted));
    }

    [Fact]
    public void A_maker_without_a_home_and_what_a_country_makes_are_left_out_with_the_reason()
    {
        cells.Company("nobody").Produces("nobody", "cell").Produces("hungary", "cell");
        var answer = Ask(cells, "cell");
        Assert.Equal((6, 4), (answer.Coverage.CouldCount, answer.Coverage.Counted));
        Assert.Equal(
            ["OfACountry produces~hungary~cell~~", "NoHome produces~nobody~cell~~"],
            answer.Coverage.LeftOut.Select(l => $"{l.Reason} {Assert.Single(l.Relationships)}"));
    }

    [Fact]
    public void Exporters_are_compared_by_distinct_destinations()
    {
        var graph = new GraphBuilder().Countries("china", "japan", "mozambique", "germany").Components("graphite", "natural-graphite")
            .Kind("natural-graphite", "graphite").Exports("china", "japan", "graphite").Exports("china", "japan", "natural-graphite")
            .Exports("china", "germany", "graphite").Exports("mozambique", "germany", "natural-graphite");
        var answer = Ask(graph, "graphite", measure: ConcentrationMeasure.Exports);
        Assert.Equal("china 2, mozambique 1", Shares(answer));
        Assert.Equal(10_000.0 * 5 / 9, answer.HerfindahlHirschman!.Value, 6);
        Assert.Equal(3, answer.Shares[0].Relationships.Count);
    }

    [Fact]
    public void Companies_do_not_export() =>
        Assert.Throws<ArgumentException>(() => Ask(cells, "cell", ConcentrationBy.Company, ConcentrationMeasure.Exports));

    [Fact]
    public void Amounts_of_the_most_frequent_unit_are_added_up_and_others_left_out()
    {
        var answer = Capacity(cells, ConcentrationBy.Country,
            ("operates_in~catl~china~cell~manufacturing", 120, "GWh/yr"), ("operates_in~samsung-sdi~hungary~cell~manufacturing", 60, "GWh/yr"),
            ("produces~gotion~lfp-cell~~", 5_000_000, "USD"));
        Assert.Equal(("GWh/yr", "china 120, hungary 60"), (answer.Unit, Shares(answer)));
        Assert.Equal(["NoAmount", "OtherUnit"], answer.Coverage.LeftOut.Select(l => l.Reason.ToString()));
        Assert.Equal(["GWh/yr 2", "USD 1"], answer.Coverage.Units.Select(u => $"{u.Unit} {u.Relationships}"));
    }

    [Fact]
    public void A_plant_that_is_stated_twice_counts_once()
    {
        cells.Operates("catl", "hungary", Role.Manufacturing, "cell");
        var answer = Capacity(cells, ConcentrationBy.Country,
            ("operates_in~catl~hungary~lfp-cell~manufacturing", 100, "GWh/yr"), ("operates_in~catl~hungary~cell~manufacturing", 100, "GWh/yr"),
            ("operates_in~samsung-sdi~hungary~cell~manufacturing", 100, "GWh/yr"));
        Assert.Equal("hungary 200", Shares(answer));
        Assert.Equal(3, answer.Coverage.Counted);
    }

    [Fact]
    public void What_a_company_makes_altogether_counts_as_far_as_it_is_more_than_its_plants_and_at_its_home()
    {
        cells.Produces("catl", "cell");
        (string, decimal, string)[] amounts = [("operates_in~catl~hungary~lfp-cell~manufacturing", 100, "GWh/yr"), ("produces~catl~cell~~", 700, "GWh/yr")];
        Assert.Equal("china 600, hungary 100", Shares(Capacity(cells, ConcentrationBy.Country, amounts)));
        Assert.Equal("catl 700", Shares(Capacity(cells, ConcentrationBy.Company, amounts)));

        amounts[1].Item2 = 80;
        var answer = Capacity(cells, ConcentrationBy.Country, amounts);
        Assert.Equal("hungary 100", Shares(answer));
        Assert.Contains(answer.Coverage.LeftOut, l => l.Reason == LeftOutReason.InOthers && l.Relationships.SequenceEqual(["produces~catl~cell~~"]));
    }

    [Fact]
    public void What_a_country_makes_altogether_holds_what_its_companies_make()
    {
        var graph = new GraphBuilder().Countries("dr-congo", "indonesia").Company("cmoc").Components("cobalt")
            .Produces("dr-congo", "cobalt").Produces("indonesia", "cobalt").Operates("cmoc", "dr-congo", Role.Mining, "cobalt");
        var answer = Ask(graph, "cobalt", ConcentrationBy.Country, ConcentrationMeasure.Capacity,
            ("produces~dr-congo~cobalt~~", 220_000, "t/yr"), ("operates_in~cmoc~dr-congo~cobalt~mining", 90_000, "t/yr"),
            ("produces~indonesia~cobalt~~", 20_000, "t/yr"));
        Assert.Equal("dr-congo 220000, indonesia 20000", Shares(answer));
    }

    [Fact]
    public void Without_any_amount_there_is_no_share_and_no_index()
    {
        var answer = Capacity(cells, ConcentrationBy.Company);
        Assert.Empty(answer.Shares);
        Assert.Null(answer.HerfindahlHirschman);
        Assert.Equal((4, 0), (answer.Coverage.CouldCount, answer.Coverage.Counted));
    }

    private static ConcentrationAnswer Capacity(GraphBuilder graph, ConcentrationBy by, params (string, decimal, string)[] amounts) =>
        Ask(graph, "cell", by, ConcentrationMeasure.Capacity, amounts);

    private static ConcentrationAnswer Ask(
        GraphBuilder graph, string component, ConcentrationBy by = ConcentrationBy.Country, ConcentrationMeasure measure = ConcentrationMeasure.Makers,
        params (string Id, decimal Value, string Unit)[] amounts)
    {
        var question = new ConcentrationQuestion { Component = component, By = by, Measure = measure, Filters = new LegFilters { AsOf = GraphBuilder.Today } };
        return Concentration.Of(graph.Graph.ToSnapshot(), question, amounts.ToDictionary(a => a.Id, a => new StatedAmount(a.Value, a.Unit)));
    }

    private static string Shares(ConcentrationAnswer answer) => string.Join(", ", answer.Shares.Select(s => $"{s.Entity} {s.Value:0.###}"));
}
