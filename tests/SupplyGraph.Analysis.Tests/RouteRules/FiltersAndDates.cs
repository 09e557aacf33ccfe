using SupplyGraph.Analysis.Routes;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Tests.RouteRules;

/// <summary>Which relationships count as legs.</summary>
public sealed class FiltersAndDates
{
    private static readonly RouteQuestion AToB = new() { From = ["a"], To = ["b"], AsOf = new DateOnly(2026, 6, 15) };

    private static GraphBuilder Graph() => new GraphBuilder().Companies("a", "b").Countries("x", "y").Components("cell", "pack");

    [Fact]
    public void Types_statuses_and_confidence_each_choose_legs()
    {
        var graph = Graph().Supplies("a", "b", "cell", 0.7).Add(RelationshipType.Owns, "a", "b", status: Status.Announced);
        Assert.Equal(RelationshipType.Supplies, Assert.Single(graph.Ask(AToB)).Legs[0].Type);
        Assert.Equal(RelationshipType.Owns, Assert.Single(graph.Ask(AToB with { Types = [RelationshipType.Owns] })).Legs[0].Type);
        Assert.Equal(RelationshipType.Owns, Assert.Single(graph.Ask(AToB with { Statuses = [Status.Announced, Status.Potential] })).Legs[0].Type);
        Assert.Equal(RelationshipType.Owns, Assert.Single(graph.Ask(AToB with { MinConfidence = 0.71 })).Legs[0].Type);
    }

    [Fact]
    public void The_least_confidence_itself_passes() =>
        Assert.Single(Graph().Supplies("a", "b", "cell", 0.7).Ask(AToB with { MinConfidence = 0.7 }));

    [Fact]
    public void What_does_not_pass_is_no_alternative()
    {
        var graph = Graph().Supplies("a", "b", "cell", 0.9).Supplies("a", "b", "pack", 0.5);
        Assert.Equal(["supplies~a~b~pack~"], Assert.Single(graph.Ask(AToB)).Legs[0].Alternatives);
        Assert.Empty(Assert.Single(graph.Ask(AToB with { MinConfidence = 0.6 })).Legs[0].Alternatives);
    }

    [Theory]
    [InlineData("2026-06-15", true)]
    [InlineData("2026-06", true)]
    [InlineData("2026", true)]
    [InlineData("2026-06-14", false)]
    [InlineData("2026-05", false)]
    [InlineData("2025", false)]
    public void A_contract_counts_to_the_last_day_of_the_period_in_which_it_ends(string validTo, bool counts) =>
        Assert.Equal(counts, Graph().Add(RelationshipType.Supplies, "a", "b", "cell", validTo: validTo).Ask(AToB).Count > 0);

    [Theory]
    [InlineData("2023-06-15", true)]
    [InlineData("2023-06", true)]
    [InlineData("2023", true)]
    [InlineData("2023-06-14", false)]
    [InlineData("2022", false)]
    public void Last_years_statistic_of_exports_and_output_still_counts_for_36_months(string observed, bool counts)
    {
        var exports = Graph().Add(RelationshipType.ExportsTo, "x", "y", "cell", validTo: observed);
        var output = Graph().Add(RelationshipType.Produces, "a", "cell", validTo: observed);
        Assert.Equal(counts, exports.Ask(AToB with { From = ["x"], To = ["y"] }).Count > 0);
        Assert.Equal(counts, output.Ask(AToB with { From = ["cell"], To = ["a"] }).Count > 0);
    }

    // The day 36 months before 29 February 2024 is 28 February 2021: what was observed then is not more than 36 months old.
    [Fact]
    public void Thirty_six_months_before_a_leap_day_end_on_the_last_of_February()
    {
        var question = AToB with { From = ["x"], To = ["y"], AsOf = new DateOnly(2024, 2, 29) };
        Assert.Single(Graph().Add(RelationshipType.ExportsTo, "x", "y", "cell", validTo: "2021-02").Ask(question));
        Assert.Empty(Graph().Add(RelationshipType.ExportsTo, "x", "y", "cell", validTo: "2021-02-27").Ask(question));
    }

    [Theory]
    [InlineData("2026-06-15", true)]
    [InlineData("2026-06", true)]
    [InlineData("2026", true)]
    [InlineData("2026-06-16", false)]
    [InlineData("2027", false)]
    public void What_is_established_counts_from_the_first_day_of_its_period(string validFrom, bool counts) =>
        Assert.Equal(counts, Graph().Add(RelationshipType.Supplies, "a", "b", "cell", validFrom: validFrom).Ask(AToB).Count > 0);

    [Theory]
    [InlineData(Status.Announced)]
    [InlineData(Status.Potential)]
    public void What_is_announced_or_hoped_for_may_begin_later(Status status) =>
        Assert.Single(Graph().Add(RelationshipType.Supplies, "a", "b", "cell", status: status, validFrom: "2030").Ask(AToB));

    [Fact]
    public void What_was_announced_and_has_ended_does_not_count() =>
        Assert.Empty(Graph().Add(RelationshipType.Supplies, "a", "b", "cell", status: Status.Announced, validTo: "2025").Ask(AToB));

    [Fact]
    public void Part_of_that_fails_a_filter_is_no_leg_but_still_tells_what_advances()
    {
        var graph = new GraphBuilder().Companies("a", "m", "b").Components("cell", "pack").Add(RelationshipType.PartOf, "cell", "pack", confidence: 0.2)
            .Supplies("a", "m", "cell").Supplies("m", "b", "pack");
        Assert.Equal("a > m > b", graph.Chains(AToB with { MinConfidence = 0.5 }));
        Assert.Empty(graph.Chains(AToB with { From = ["cell"], To = ["pack"], MinConfidence = 0.5 }));
    }
}
