using Microsoft.Playwright;

namespace SupplyGraph.Explorer.Tests.Browser;

/// <summary>What each state of the explorer owes whoever looks at it.</summary>
internal static class Fit
{
    /// <summary>Fails where the page as it is now has a barrier, or is wider than the screen; saves its picture.</summary>
    /// <param name="state">What the page shows: <c>routes-found</c>.</param>
    public static async Task FitsAsync(this IPage page, string state)
    {
        await page.SaveAsync(state);
        var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
        Assert.True(wide <= 0, $"{state} is {wide} pixels wider than the screen.");
        await page.FindsNothingSeriousAsync();
    }
}
