using SupplyGraph.Model;

namespace SupplyGraph.Storage;

/// <summary>What one commit changes. Applied in this order: claims removed, entities removed, entities put, claims put.</summary>
public sealed record ChangeSet
{
    /// <summary>Entities to add or replace, by id.</summary>
    public IReadOnlyList<Entity> Entities { get; init; } = [];

    /// <summary>Claims to add; one with a known identity takes the new confidence, publisher and title. Ends and component are ids.</summary>
    public IReadOnlyList<Claim> Claims { get; init; } = [];

    /// <summary>Ids of claims to remove; with its last claim a relationship goes.</summary>
    public IReadOnlyList<string> RemovedClaims { get; init; } = [];

    /// <summary>Ids of entities to remove; refused while a relationship, or a company's country, uses one.</summary>
    public IReadOnlyList<string> RemovedEntities { get; init; } = [];

    /// <summary>The import that brings the claims, if any; a load says so itself.</summary>
    public string? Import { get; init; }
}

/// <summary>What a commit did.</summary>
/// <param name="Version">The version in which the changes are visible; the one before, where nothing changed.</param>
/// <param name="ClaimIds">The id of each claim put, in the order given; empty for a load.</param>
public sealed record CommitResult(long Version, IReadOnlyList<string> ClaimIds)
{
    public int EntitiesCreated { get; init; }
    public int EntitiesChanged { get; init; }
    public int EntitiesRemoved { get; init; }
    public int ClaimsCreated { get; init; }
    public int ClaimsChanged { get; init; }
    public int ClaimsUnchanged { get; init; }
    public int ClaimsRemoved { get; init; }
    public int RelationshipsCreated { get; init; }
    public int RelationshipsRemoved { get; init; }
    public int SourcesCreated { get; init; }
}

/// <summary>What taking an import back did.</summary>
/// <param name="Version">The version without it; the one before, where there was nothing to remove.</param>
public sealed record ImportUndone(long Version)
{
    /// <summary>Claims that only this import stated.</summary>
    public int ClaimsRemoved { get; init; }

    /// <summary>Claims that it stated and something else states too.</summary>
    public int ClaimsKept { get; init; }

    public int RelationshipsRemoved { get; init; }

    /// <summary>Entities that it created and nothing uses.</summary>
    public int EntitiesRemoved { get; init; }

    /// <summary>Entities that it created and something uses.</summary>
    public int EntitiesKept { get; init; }

    public int SourcesRemoved { get; init; }
}

/// <summary>Why one change of a set was refused.</summary>
/// <param name="Part">The list it stands in: <c>entities</c>, <c>claims</c>, <c>removedClaims</c> or <c>removedEntities</c>.</param>
/// <param name="Index">Its place in that list, from 0.</param>
/// <param name="Field">The field at fault, in the names of the files: <c>from</c>, <c>component</c> …</param>
/// <param name="Code">A stable code, see <see cref="RefusalCode"/>.</param>
/// <param name="Message">What is wrong and what would be accepted.</param>
public sealed record Refusal(string Part, int Index, string Field, string Code, string Message);

/// <summary>A change set was refused as a whole; nothing was written.</summary>
public sealed class ChangesRefusedException(IReadOnlyList<Refusal> refusals) : Exception($"{refusals.Count} change(s) refused: {refusals[0].Message}")
{
    /// <summary>Every broken rule, at least one.</summary>
    public IReadOnlyList<Refusal> Refusals { get; } = refusals;
}
