using SupplyGraph.Model;

namespace SupplyGraph.Storage.Changes;

/// <summary>The row of an entity; n is 0 for one that was refused: it is known, so that what names it is judged as if it stood.</summary>
/// <param name="Put">Whether this very commit put it.</param>
internal readonly record struct KnownEntity(long N, EntityKind Kind, bool Put = false)
{
    public bool Refused => N == 0;
}

/// <summary>An entity as it is stored.</summary>
internal readonly record struct StoredEntity(long N, Entity Entity);

/// <summary>How much uses an entity: relationships that begin or end at it or name it, and companies that have it as their country.</summary>
internal readonly record struct EntityUses(long Relationships, long Companies);

/// <summary>A relationship as it is stored.</summary>
internal sealed record StoredRelationship(long N, Relationship Relationship);

/// <summary>A claim as it is stored.</summary>
/// <param name="Source">The row of its source.</param>
/// <param name="Origin">The import that created it; null by hand.</param>
internal readonly record struct StoredClaim(long N, string Id, long Source, long? Origin, Claim Claim);

/// <summary>Where a claim belongs.</summary>
/// <param name="Relationship">The relationship's id.</param>
/// <param name="Source">The row of its source.</param>
internal readonly record struct CitedClaim(long N, string Relationship, long Source);

/// <summary>A claim that an import brought.</summary>
/// <param name="Other">Another import that states it too, <see cref="Imports.ByHand"/> for by hand; null for none.</param>
internal readonly record struct ImportedClaim(long N, string Id, string Relationship, long Source, long? Other);

/// <summary>Changes of one sort to rows that follow each other: <paramref name="N"/> and those behind it.</summary>
/// <param name="First">The place of the first in the feed.</param>
internal readonly record struct ChangeRun(long First, long Count, ChangedThing What, ChangeAction Action, long N);
