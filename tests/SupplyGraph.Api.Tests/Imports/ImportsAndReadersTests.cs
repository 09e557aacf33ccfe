using System.Collections.Concurrent;

namespace SupplyGraph.Api.Tests.Imports;

/// <summary>Imports beside each other and beside readers.</summary>
public sealed class ImportsAndReadersTests
{
    private const int First = 3000, Second = 5000;

    [Fact]
    public async Task No_reader_sees_half_an_import()
    {
        await using var host = await ApiHost.SmallAsync();
        using var client = host.CreateClient();
        var before = await client.ClaimsAsync();
        var seen = new ConcurrentDictionary<int, bool>();
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            while (!done.IsCancellationRequested) seen[await client.ClaimsAsync()] = true;
        })).ToArray();
        var imports = await Task.WhenAll(client.ImportAsync("", ImportCalls.Rows(First, "A ")), client.ImportAsync("", ImportCalls.Rows(Second, "B ")));
        await ImportCalls.UntilAsync(() => Task.FromResult(seen.ContainsKey(before + First + Second)));
        await done.CancelAsync();
        await Task.WhenAll(readers);
        Assert.Equal(["succeeded", "succeeded"], imports.Select(i => i["state"].Text()));
        Assert.Empty(seen.Keys.Except([before, before + First, before + Second, before + First + Second]));
    }
}
