using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SupplyGraph.Explorer.Tests.Browser;

/// <summary>Looks for barriers to people who see, hear or move differently, by axe-core's rules for WCAG 2.0, 2.1 and 2.2, levels A and AA.</summary>
internal static class Axe
{
    // axe-core has no rule for what 2.2 adds to level A, hence no tag.
    private static readonly string[] Tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    private static readonly string[] Failing = ["serious", "critical"];

    private static readonly AxeRunOptions Options = new() { RunOnly = new RunOnlyOptions { Type = "tag", Values = [.. Tags] } };

    /// <summary>Fails where the page, as it is now, has a serious or critical barrier; says which rule, and where.</summary>
    public static async Task FindsNothingSeriousAsync(this IPage page)
    {
        var result = await page.RunAxe(Options);
        // A page on which no rule applies is not the page that was meant.
        Assert.NotEmpty(result.Passes);
        var barriers = result.Violations.Where(violation => Failing.Contains(violation.Impact)).Select(InWords).ToList();
        // Assert.Equal would cut the text short.
        if (barriers.Count > 0) Assert.Fail(string.Join('\n', barriers));
    }

    private static string InWords(AxeResultItem violation)
    {
        var places = violation.Nodes.Select(node => $"  {node.Target}: {node.Html}");
        return $"{violation.Id} ({violation.Impact}): {violation.Help}\n{string.Join('\n', places)}";
    }
}
