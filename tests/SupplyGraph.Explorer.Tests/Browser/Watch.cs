using Microsoft.Playwright;

namespace SupplyGraph.Explorer.Tests.Browser;

/// <summary>
/// Watches all that the pages of one visitor do, and keeps what no page of ours may: errors that nobody caught, errors in the console, what the page's own
/// content security policy forbids, requests to anywhere but our server, and cookies.
/// </summary>
internal sealed class Watch
{
    // A policy that only reports prints no error; this makes one of each report.
    private const string TellOfPolicy =
        "addEventListener('securitypolicyviolation', e => console.error(`Forbidden by the policy: ${e.effectiveDirective} ${e.blockedURI}`))";

    private readonly IBrowserContext context;
    private readonly Uri origin;
    private readonly List<string> seen = [];
    private readonly List<string> expected = [];

    private Watch(IBrowserContext context, Uri origin) => (this.context, this.origin) = (context, origin);

    /// <summary>Before the visitor opens a page.</summary>
    public static async Task<Watch> OverAsync(IBrowserContext context, Uri origin)
    {
        var watch = new Watch(context, origin);
        await context.AddInitScriptAsync(TellOfPolicy);
        context.WebError += (_, e) => watch.Add($"Uncaught error: {e.Error}");
        context.Console += (_, e) => watch.Hear(e);
        context.Request += (_, e) => watch.Follow(e.Url);
        context.Page += (_, page) => page.WebSocket += (_, socket) => watch.Follow(socket.Url);
        return watch;
    }

    /// <summary>Some error that holds this text is to come: the console tells of each answer that is a problem, even one that the page handles.</summary>
    public void Expect(string text) => expected.Add(text);

    /// <summary>What has happened so far and should not have; what was expected, and has not happened.</summary>
    public async Task<IReadOnlyList<string>> TroublesAsync()
    {
        var cookies = await context.CookiesAsync();
        lock (seen)
            return
            [
                .. seen.Where(trouble => !expected.Any(text => trouble.Contains(text, StringComparison.Ordinal))),
                .. expected.Where(text => !seen.Any(trouble => trouble.Contains(text, StringComparison.Ordinal))).Select(text => $"Expected in vain: {text}"),
                .. cookies.Select(cookie => $"Cookie: {cookie.Name}"),
            ];
    }

    private void Hear(IConsoleMessage message)
    {
        if (message.Type == "error") Add($"Console error: {message.Text} ({message.Location})");
    }

    private void Follow(string address)
    {
        var to = new Uri(address);
        if (to.Scheme is "data" or "blob" or "about") return;
        if (to.Authority != origin.Authority) Add($"Request to elsewhere: {address}");
    }

    private void Add(string trouble)
    {
        // Events come from the driver's thread.
        lock (seen) seen.Add(trouble);
    }
}
