using Microsoft.Playwright;

namespace SupplyGraph.Explorer.Tests.Browser;

/// <summary>Pictures of pages for people to look at, in the folder that SUPPLYGRAPH_PICTURES names; none where it names none.</summary>
internal static class Pictures
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("SUPPLYGRAPH_PICTURES") is { Length: > 0 } named ? named : null;

    /// <summary>Saves the page as it is now, down to its end, as <c>NAME-WIDTH-light.png</c> or <c>-dark.png</c>.</summary>
    /// <param name="state">What the page shows: <c>routes-found</c>.</param>
    public static async Task SaveAsync(this IPage page, string state)
    {
        if (Folder is null) return;
        var scheme = await page.EvaluateAsync<bool>("matchMedia('(prefers-color-scheme: dark)').matches") ? "dark" : "light";
        var path = Path.Combine(Folder, $"{state}-{page.ViewportSize!.Width}-{scheme}.png");
        await page.ScreenshotAsync(new() { Path = path, FullPage = true });
    }
}
