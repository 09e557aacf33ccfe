namespace SupplyGraph.Loading.Imports.Jobs;

/// <summary>Why an import was not accepted.</summary>
public enum TurnedAway
{
    /// <summary>The file has more bytes than a file may have.</summary>
    TooLarge,

    /// <summary>The file has no bytes.</summary>
    Empty,

    /// <summary>Too many imports wait for their turn.</summary>
    QueueFull,

    /// <summary>The idempotency key came before with another file or other options.</summary>
    KeyReused,
}

/// <summary>An import was not accepted; nothing of it is left.</summary>
public sealed class ImportTurnedAwayException(TurnedAway reason, string message) : Exception(message)
{
    public TurnedAway Reason { get; } = reason;
}
