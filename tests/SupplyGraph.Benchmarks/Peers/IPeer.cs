namespace SupplyGraph.Benchmarks.Peers;

/// <summary>Another engine that holds a generated graph and answers via questions of it.</summary>
internal interface IPeer : IDisposable
{
    /// <summary>How long it may take for a question.</summary>
    static readonly TimeSpan TimeOut = TimeSpan.FromSeconds(10);

    /// <summary>Its name and version.</summary>
    string Name { get; }

    /// <summary>Answers one question.</summary>
    PeerAnswer Ask(WorkloadQuestion question);
}

/// <summary>What a peer answered.</summary>
/// <param name="Milliseconds">How long it took by the clock nearest to the engine: the start of a process does not count.</param>
/// <param name="Weights">The weights of the best routes, best first; null past the time-out.</param>
internal sealed record PeerAnswer(double Milliseconds, IReadOnlyList<double>? Weights);

/// <summary>An engine is not on this machine.</summary>
internal sealed class PeerMissingException(string peer, string reason, string package) : Exception($"{peer} is left out: {reason} (Debian package {package}).");
