using SupplyGraph.Model;
using SupplyGraph.Storage.Changes;

namespace SupplyGraph.Storage.Neo4j.Writes;

/// <summary>How a row of the working set stands to the database.</summary>
internal enum RowState
{
    /// <summary>As it is stored.</summary>
    Stored,

    /// <summary>Made by the rules; not in the database yet, or staged by the load at hand.</summary>
    New,

    /// <summary>Stored, and changed by the rules.</summary>
    Changed,

    /// <summary>Stored, and removed by the rules.</summary>
    Removed,
}

/// <summary>A row of the working set.</summary>
internal abstract class WorkingRow
{
    public required long N { get; init; }

    public required string Id { get; init; }

    public RowState State { get; set; }

    /// <summary>Whether it belongs to the load at hand alone: readers do not see it before the load is committed.</summary>
    public bool Staged { get; set; }

    /// <summary>The batch of the load that staged it; 0 where it was read.</summary>
    public int Batch { get; set; }

    /// <summary>The version in which it came to be, or was changed last.</summary>
    public long Since { get; init; }

    public bool Gone => State == RowState.Removed;

    public void Change()
    {
        if (State == RowState.Stored) State = RowState.Changed;
    }
}

internal sealed class EntityRow : WorkingRow
{
    public required EntityKind Kind { get; set; }

    /// <summary>All of it; null where only number and kind were read.</summary>
    public Entity? Entity { get; set; }

    /// <summary>Its name; null where only number and kind were read.</summary>
    public string? Name { get; set; }

    /// <summary>As it was read.</summary>
    public Entity? Before { get; init; }

    /// <summary>What used it when it was read; null where nobody asked.</summary>
    public EntityUses? Uses { get; init; }

    public string? Import { get; init; }

    /// <summary>Taken out of its country, to be removed.</summary>
    public bool HasLeft { get; set; }
}

internal sealed class RelationshipRow : WorkingRow
{
    public required Relationship Relationship { get; set; }

    /// <summary>Its claims that are in the working set.</summary>
    public List<ClaimRow> Claims { get; } = [];
}

internal sealed class ClaimRow : WorkingRow
{
    public required RelationshipRow Relationship { get; init; }

    public required SourceRow Source { get; init; }

    public required Claim Claim { get; set; }

    /// <summary>As it was read.</summary>
    public Claim? Before { get; init; }

    /// <summary>The import that brought it; null by hand.</summary>
    public ImportRow? Import { get; set; }

    /// <summary>Further imports that state it, where they were asked for.</summary>
    public List<ImportRow> Restating { get; init; } = [];
}

internal sealed class SourceRow : WorkingRow
{
    /// <summary>As it is; before it was read (see <see cref="IsRead"/>) only its URL and number of claims.</summary>
    public required SourceTotal Total { get; set; }

    public bool IsRead { get; set; }

    /// <summary>How many claims cite it in the graph's newest version.</summary>
    public long StoredClaims { get; init; }

    /// <summary>What the claims add up to that cite it and are not in the working set; null where nobody asked.</summary>
    public SourceTotal? Elsewhere { get; set; }

    /// <summary>Its claims that are in the working set.</summary>
    public HashSet<ClaimRow> Claims { get; } = [];
}

internal sealed class ImportRow : WorkingRow
{
    /// <summary>Grows with each new import; 0 where it is not known, and by hand.</summary>
    public long Order { get; set; }

    /// <summary>Whether it was looked for: one that only a claim names is there, and nothing more is known of it.</summary>
    public bool IsRead { get; set; }

    public long? FirstClaim { get; set; }

    public long? LastClaim { get; set; }

    public string? Report { get; set; }
}
