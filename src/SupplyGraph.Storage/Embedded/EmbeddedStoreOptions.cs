namespace SupplyGraph.Storage.Embedded;

/// <summary>Where the embedded store keeps its file.</summary>
public sealed record EmbeddedStoreOptions
{
    /// <summary>The SQLite file; it and its folder are created where missing. Beside it stand <c>-wal</c>, <c>-shm</c> and <c>.lock</c> while it is
    /// open.</summary>
    public required string Path { get; init; }

    /// <summary>What tells the time of a version.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
