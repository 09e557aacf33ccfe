namespace SupplyGraph.Api.Tests.Imports.Kills;

/// <summary>What a kill met.</summary>
internal sealed record KillFound
{
    public required KillMoment Aim { get; init; }

    /// <summary>How long after the moment had begun.</summary>
    public required TimeSpan Delay { get; init; }

    /// <summary>What the server was at, by what it left; null where it had nothing to do.</summary>
    public required KillMoment? Met { get; init; }

    /// <summary>Acknowledged imports that waited for their turn.</summary>
    public required int Waiting { get; init; }

    /// <summary>The version that the killed server left.</summary>
    public required long Version { get; init; }

    /// <summary>The version when all that was sent has landed.</summary>
    public required long Wanted { get; init; }

    /// <summary>Bytes of SQLite's log that the next server had to look through.</summary>
    public required long LogBytes { get; init; }

    public string MetInWords => Met?.ToString() ?? "nothing to do";

    public override string ToString() => $"aimed at {Aim}, {Delay.TotalMilliseconds:0} ms in; met {MetInWords}; {Waiting} waiting; "
        + $"version {Version} of {Wanted}; {LogBytes / 1024:N0} KiB in SQLite's log";
}
