using System.Text.Json.Nodes;

namespace SupplyGraph.Api.Tests.Imports.Kills;

/// <summary>What a server is at when it is killed.</summary>
internal enum KillMoment
{
    /// <summary>It reads rows.</summary>
    Reading,

    /// <summary>It has read all rows: it writes the last, builds indexes and commits.</summary>
    Closing,

    /// <summary>It has committed, and notes so.</summary>
    Committed,

    /// <summary>A file arrives, and is not acknowledged.</summary>
    Upload,

    /// <summary>A file is acknowledged and waits for its turn.</summary>
    Queued,

    /// <summary>It starts again, with what an earlier kill left.</summary>
    Opening,
}

/// <summary>How long each moment of a load lasts where nobody disturbs it.</summary>
internal sealed class MomentLengths
{
    private readonly Dictionary<KillMoment, TimeSpan> lengths = [];

    public TimeSpan this[KillMoment moment]
    {
        set => lengths[moment] = value;
    }

    /// <summary>How long it lasts for a load so many times as long as the measured one.</summary>
    public TimeSpan Of(KillMoment moment, double times) => lengths[moment] * (moment is KillMoment.Opening or KillMoment.Upload ? 1 : times);

    public override string ToString() => string.Join(", ", lengths.Select(l => $"{l.Key} {l.Value.TotalMilliseconds:0} ms"));
}

/// <summary>Seeing from outside which moment has come.</summary>
internal static class Moments
{
    /// <summary>Waits until the load is at the moment, or past it.</summary>
    public static Task UntilAsync(this HttpClient client, KillLoad load, KillMoment moment) => moment switch
    {
        KillMoment.Reading => client.UntilAsync(load, import => import["state"].Text() != "queued"),
        KillMoment.Closing => client.UntilAsync(load, import => IsFinished(import) || import["rows"]!["read"].Number() == load.Rows),
        KillMoment.Committed => ImportCalls.UntilAsync(async () => load.Id is not null
            && (await client.GetJsonAsync($"/v1/claims?import={load.Id}&limit=1"))["items"]!.AsArray().Count > 0),
        _ => Task.CompletedTask,
    };

    // It may still be on its way.
    private static Task UntilAsync(this HttpClient client, KillLoad load, Predicate<JsonNode> wanted) =>
        ImportCalls.UntilAsync(async () => load.Id is { } id && wanted(await client.GetJsonAsync($"/v1/imports/{id}")));

    public static bool IsFinished(JsonNode import) => import["state"].Text() is not ("queued" or "running");
}
