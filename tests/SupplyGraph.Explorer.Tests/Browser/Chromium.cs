namespace SupplyGraph.Explorer.Tests.Browser;

/// <summary>
/// The browser that tests use: the one that SUPPLYGRAPH_CHROMIUM names, or one of those that a Linux distribution installs. Playwright's own is never
/// downloaded.
/// </summary>
internal static class Chromium
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly string? Named = Environment.GetEnvironmentVariable("SUPPLYGRAPH_CHROMIUM") is { Length: > 0 } named ? named : null;

    /// <summary>Its path; null where there is none.</summary>
    public static string? Path { get; } = (Named is null ? Places : [Named]).FirstOrDefault(File.Exists);

    /// <summary>Why tests are skipped; null where there is a browser.</summary>
    public static string? Missing { get; } = Path is not null ? null
        : Named is not null ? $"No Chromium: SUPPLYGRAPH_CHROMIUM names {Named}, which is not there."
        : "No Chromium: install it (Debian: apt-get install chromium) or set SUPPLYGRAPH_CHROMIUM to the path of a Chromium or Chrome.";

    /// <summary>How to start it. No name is looked up, so that no request reaches a network; Chromium refuses to run as root in its sandbox.</summary>
    public static IReadOnlyList<string> Arguments { get; } =
        ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", .. Environment.IsPrivilegedProcess ? ["--no-sandbox"] : (string[])[]];
}

/// <summary>A test that needs a browser, and is skipped where there is none.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.Missing;
}

/// <summary>The same for a theory.</summary>
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Chromium.Missing;
}
