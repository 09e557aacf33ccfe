using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace SupplyGraph.Explorer.Tests.Browser;

/// <summary>The parts of the explorer's page, as visitors know them.</summary>
internal static class Parts
{
    /// <summary>Waits until the answer to what was asked last is there, whether it is one or says why there is none.</summary>
    public static Task AnsweredAsync(this IPage page) =>
        Assertions.Expect(page.Locator("#answer:not([aria-busy]) > :not(.loading)").First).ToBeAttachedAsync();

    public static ILocator Answer(this IPage page) => page.GetByRole(AriaRole.Region, new() { Name = "The answer" });

    /// <summary>The routes of the answer, best first.</summary>
    public static ILocator Routes(this IPage page) => page.Answer().Routes();

    /// <summary>The routes of a list within a part of the page.</summary>
    public static ILocator Routes(this ILocator part) => part.GetByRole(AriaRole.List, new() { Name = "Routes, the most plausible first" }).Locator("> li");

    /// <summary>A field of the question or of a form, by its label.</summary>
    public static ILocator Field(this IPage page, string label) => page.GetByRole(AriaRole.Combobox, new() { Name = label, Exact = true });

    /// <summary>What a field that takes several holds.</summary>
    public static ILocator Chosen(this IPage page, string label) =>
        page.GetByRole(AriaRole.List, new() { Name = $"{label}: chosen" }).GetByRole(AriaRole.Listitem);

    /// <summary>What a field offers while one types.</summary>
    public static ILocator Offered(this IPage page, string label) =>
        page.GetByRole(AriaRole.Listbox, new() { Name = label, Exact = true }).GetByRole(AriaRole.Option);

    public static ILocator Button(this IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public static ILocator Heading(this IPage page, string name) => page.GetByRole(AriaRole.Heading, new() { Name = name, Exact = true });

    /// <summary>Presses a button and waits for the answer.</summary>
    public static async Task PressAndWaitAsync(this IPage page, string name)
    {
        await page.Button(name).ClickAsync();
        await page.AnsweredAsync();
    }

    /// <summary>The lines on the map.</summary>
    public static ILocator Arcs(this IPage page) => page.Locator("svg.map .arc");

    /// <summary>The ranks of the routes that each line belongs to.</summary>
    public static async Task<IReadOnlyList<int[]>> RanksAsync(this ILocator arcs) =>
        [.. (await arcs.EvaluateAllAsync<string[]>("all => all.map(arc => arc.dataset.ranks)")).Select(ranks => ranks.Split(' ').Select(int.Parse).ToArray())];

    /// <summary>Opens a route of a list.</summary>
    public static async Task<ILocator> OpenedAsync(this ILocator route)
    {
        await route.Locator("> details > summary").ClickAsync();
        await Assertions.Expect(route.Locator(".explanation")).ToBeVisibleAsync();
        return route;
    }

    /// <summary>The query string of the page's address.</summary>
    public static string Question(this IPage page) => Uri.UnescapeDataString(new Uri(page.Url).Query.Replace('+', ' '));

    /// <summary>A share as the page writes it.</summary>
    public static string Share(this JsonNode? value)
    {
        var share = value!.GetValue<double>();
        return share.ToString(share is > 0 and < 0.01 ? "F4" : "F3", CultureInfo.InvariantCulture);
    }

    /// <summary>A text of an answer; empty where it is null.</summary>
    public static string Text(this JsonNode? thing, string member) => thing![member]?.GetValue<string>() ?? "";

    /// <summary>The stops of each route of an answer, as the page writes them.</summary>
    public static IReadOnlyList<string> Stops(this JsonArray routes) => [.. routes.Select(route => string.Join(" → ", route!["stops"].Names()))];

    /// <summary>The names of things in a list of an answer.</summary>
    public static IReadOnlyList<string> Names(this JsonNode? things) => [.. things!.AsArray().Select(thing => thing.Text("name"))];
}
