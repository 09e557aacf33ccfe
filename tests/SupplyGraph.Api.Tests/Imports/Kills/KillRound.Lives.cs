using System.Diagnostics;

namespace SupplyGraph.Api.Tests.Imports.Kills;

/// <summary>The lives of servers, and their ends.</summary>
internal sealed partial class KillRound
{
    /// <summary>Runs a load and a small one with nobody in the way but readers; how long each moment lasts.</summary>
    public async Task<MomentLengths> MeasureAsync()
    {
        var lengths = new MomentLengths();
        var watch = Stopwatch.StartNew();
        using var server = await StartAsync();
        var client = server.Client;
        lengths[KillMoment.Opening] = watch.Elapsed;
        var readers = StartReaders(client);
        var (large, small) = Plan();
        watch.Restart();
        await SendAsync(client, large, File(large.File()));
        lengths[KillMoment.Upload] = watch.Elapsed;
        var answers = readers.Answers;
        var beside = SendAsync(client, small, File(small.File()));
        await client.UntilAsync(large, KillMoment.Closing);
        var (closing, closingAt) = (watch.Elapsed, DateTime.UtcNow);
        await client.UntilAsync(large, KillMoment.Committed);
        var committed = watch.Elapsed;
        await client.UntilAsync(large.Id!, Moments.IsFinished);
        var finishedAt = watch.Elapsed;
        Assert.True(readers.Answers > answers, "Some reader had no answer while the load went on.");
        var reading = closingAt - (await client.GetJsonAsync($"/v1/imports/{large.Id}"))["startedAt"]!.GetValue<DateTime>();
        lengths[KillMoment.Queued] = lengths[KillMoment.Reading] = reading;
        // Seen from outside it has begun a while ago.
        lengths[KillMoment.Closing] = (committed - closing) / 2;
        lengths[KillMoment.Committed] = finishedAt - committed;
        await beside;
        await EndAsync(client);
        await readers.EndAsync();
        await StopAsync(server);
        return lengths;
    }

    /// <summary>Starts a server, gives it work, and kills it at a random time of the moment.</summary>
    /// <param name="lasts">How long the moment lasts.</param>
    public async Task<KillFound> KillAsync(KillMoment moment, TimeSpan lasts)
    {
        var delay = lasts * random.NextDouble();
        using var server = moment == KillMoment.Opening ? new ServerProcess(folder) : await StartAsync();
        if (moment == KillMoment.Opening)
        {
            await Task.Delay(delay);
            server.Kill();
        }
        else await WorkAndKillAsync(server, moment, delay);
        Assert.Empty(server.Errors);
        return Look(moment, delay);
    }

    /// <summary>Starts a server, gives it work, and asks it to stop while it reads.</summary>
    public async Task StopAmidAsync()
    {
        using var server = await StartAsync();
        var readers = StartReaders(server.Client);
        var (large, _) = Plan();
        await SendAsync(server.Client);
        await server.Client.UntilAsync(large, KillMoment.Reading);
        readers.LetGo();
        await StopAsync(server);
        await readers.EndAsync();
        Look(KillMoment.Reading, TimeSpan.Zero);
    }

    /// <summary>Starts a server and leaves it in peace until every load is through.</summary>
    public async Task RecoverAsync()
    {
        using var server = await StartAsync();
        var readers = StartReaders(server.Client);
        await SendAsync(server.Client);
        await EndAsync(server.Client);
        await readers.EndAsync();
        await StopAsync(server);
    }

    private async Task WorkAndKillAsync(ServerProcess server, KillMoment moment, TimeSpan delay)
    {
        var client = server.Client;
        var readers = StartReaders(client);
        await SendAsync(client);
        var (large, small) = again && last is { } before && !finished.ContainsKey(before.Large.Key) ? before : Plan();
        using var part = moment == KillMoment.Upload ? Part(large) : null;
        var sending = SendAsync(client, large, small, part);
        await (moment == KillMoment.Queued ? sending : part?.Sent ?? client.UntilAsync(large, moment));
        await WatchAsync(client, delay);
        readers.LetGo();
        server.Kill();
        part?.GiveUp();
        await readers.EndAsync();
        await EndOfAsync(sending);
    }

    // As often as not it arrives whole, and only its answer is missing.
    private PartOfFile Part(KillLoad load)
    {
        var file = load.File();
        return new PartOfFile(file, random.Next(2 * file.Length));
    }

    private static async Task SendAsync(HttpClient client, KillLoad large, KillLoad small, PartOfFile? part)
    {
        if (large.Id is null) await SendAsync(client, large, (HttpContent?)part ?? File(large.File()));
        if (small.Id is null) await SendAsync(client, small, File(small.File()));
    }

    private static async Task EndOfAsync(Task sending)
    {
        try
        {
            await sending;
        }
        catch (HttpRequestException)
        {
            // Not acknowledged: the next server is sent it again.
        }
    }

    private KillReaders StartReaders(HttpClient client) => new(client, Expected, whole);
}
