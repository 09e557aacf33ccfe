namespace SupplyGraph.Model.Tests;

public sealed class PartialDateTests
{
    [Theory]
    [InlineData("2025", "2025-01-01", "2025-12-31")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2025-08-06", "2025-08-06", "2025-08-06")]
    public void A_date_is_the_period_that_it_names(string text, string first, string last)
    {
        var date = PartialDate.Parse(text);
        Assert.Equal(text, date.ToString());
        Assert.Equal((first, last), ($"{date.FirstDay:yyyy-MM-dd}", $"{date.LastDay:yyyy-MM-dd}"));
    }

    [Theory]
    [InlineData("25")]
    [InlineData("0000")]
    [InlineData("2025-13")]
    [InlineData("2025-02-29")]
    [InlineData("2025/02")]
    [InlineData("2025-8")]
    [InlineData("+025")]
    [InlineData("")]
    [InlineData(null)]
    public void Anything_else_is_no_date(string? text) => Assert.False(PartialDate.TryParse(text, out _));

    [Fact]
    public void Dates_stand_by_first_day_and_the_coarse_before_the_fine()
    {
        string[] ordered = ["2024", "2024-01", "2024-01-01", "2024-01-02", "2024-02", "2025"];
        Assert.Equal(ordered, ordered.Reverse().Select(PartialDate.Parse).Order().Select(d => d.ToString()));
    }

    [Theory]
    [InlineData("2024", "2024-05-06", true)]
    [InlineData("2024-05", "2024-05-06", true)]
    [InlineData("2024-05-06", "2024-05-06", true)]
    [InlineData("2024-05-06", "2024-05", false)]
    [InlineData("2024-04", "2024-05-06", false)]
    public void A_coarse_date_contains_the_finer_ones_in_it(string coarse, string fine, bool contains) =>
        Assert.Equal(contains, PartialDate.Parse(coarse).Contains(PartialDate.Parse(fine)));
}
