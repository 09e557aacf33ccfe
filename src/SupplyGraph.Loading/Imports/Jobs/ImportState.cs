namespace SupplyGraph.Loading.Imports.Jobs;

/// <summary>How far an import has come.</summary>
public enum ImportState
{
    /// <summary>It is on disk and waits for its turn.</summary>
    Queued,

    /// <summary>Its rows are being read.</summary>
    Running,

    /// <summary>It landed (of a dry run: it would land); with <see cref="ImportMode.Partial"/> there may be rejected rows.</summary>
    Succeeded,

    /// <summary>The file, or a row of an atomic import, could not be taken; nothing changed.</summary>
    Refused,

    /// <summary>The server could not run it; nothing changed.</summary>
    Failed,

    /// <summary>Someone took it back before it landed; nothing changed.</summary>
    Cancelled,
}
