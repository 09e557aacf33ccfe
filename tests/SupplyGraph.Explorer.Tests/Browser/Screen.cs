using Microsoft.Playwright;

namespace SupplyGraph.Explorer.Tests.Browser;

/// <summary>What a visitor looks at and has asked the system for.</summary>
/// <param name="Width">Of the page, in CSS pixels.</param>
/// <param name="Height">Of the part that shows at once, in CSS pixels.</param>
/// <param name="Dark">Prefers dark colours.</param>
/// <param name="Still">Prefers reduced motion.</param>
public sealed record Screen(int Width = 1280, int Height = 800, bool Dark = false, bool Still = false)
{
    public static Screen Desktop { get; } = new();

    public static Screen Phone { get; } = new(390, 844);

    /// <summary>Turns a page into one on this screen.</summary>
    internal async Task ShowAsync(IPage page)
    {
        await page.SetViewportSizeAsync(Width, Height);
        await page.EmulateMediaAsync(new() { ColorScheme = Dark ? ColorScheme.Dark : ColorScheme.Light });
    }

    internal BrowserNewContextOptions Options => new()
    {
        ViewportSize = new ViewportSize { Width = Width, Height = Height },
        ColorScheme = Dark ? ColorScheme.Dark : ColorScheme.Light,
        ReducedMotion = Still ? ReducedMotion.Reduce : ReducedMotion.NoPreference,
    };
}
