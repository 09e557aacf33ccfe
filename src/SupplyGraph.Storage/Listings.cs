using SupplyGraph.Model;

namespace SupplyGraph.Storage;

/// <summary>Which part of a listing: at most <paramref name="Limit"/> items after the cursor of the page before.</summary>
/// <param name="Limit">1..<see cref="Limits.MaxPageSize"/>.</param>
/// <param name="After">The <see cref="Page{T}.Next"/> of the page before: the key of its last item.</param>
public sealed record PageRequest(int Limit = Limits.DefaultPageSize, string? After = null);

/// <summary>One page; <paramref name="Next"/> is null on the last.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Null and empty mean no restriction; values of a list are alternatives; entity ids are exact.</summary>
public sealed record EntityFilter
{
    public IReadOnlyList<EntityKind> Kinds { get; init; } = [];

    /// <summary>Companies whose <c>country</c> column is one of these. Homes given by headquartered_in count too: see <see cref="Ids"/>.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>Only these, where it is not null.</summary>
    public IReadOnlyCollection<string>? Ids { get; init; }
}

/// <summary>Null and empty mean no restriction; values of a list are alternatives; entity ids are exact.</summary>
public sealed record RelationshipFilter
{
    public IReadOnlyList<RelationshipType> Types { get; init; } = [];
    public string? From { get; init; }
    public string? To { get; init; }

    /// <summary>Either end.</summary>
    public string? Entity { get; init; }

    public string? Component { get; init; }
    public IReadOnlyList<Status> Statuses { get; init; } = [];
    /// <summary>The least confidence, 0..1.</summary>
    public double? MinConfidence { get; init; }

    /// <summary>Valid on this day by the rule of routes (design, section 4).</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>At least one claim of this publisher, compared like a name.</summary>
    public string? Publisher { get; init; }

    /// <summary>Only those whose claims disagree (true), or only the others (false).</summary>
    public bool? Disputed { get; init; }
}

/// <summary>Null means no restriction.</summary>
public sealed record ClaimFilter
{
    /// <summary>A relationship id.</summary>
    public string? Relationship { get; init; }

    /// <summary>A source id.</summary>
    public string? Source { get; init; }

    /// <summary>An import id.</summary>
    public string? Import { get; init; }
}

/// <summary>Null means no restriction.</summary>
public sealed record SourceFilter
{
    /// <summary>The publisher, compared like a name.</summary>
    public string? Publisher { get; init; }
}

/// <summary>What happened to one thing in one version.</summary>
/// <param name="Cursor">Its place in the feed; pages continue after it.</param>
/// <param name="What"><c>entity</c>, <c>relationship</c> or <c>claim</c>.</param>
/// <param name="Action"><c>created</c>, <c>changed</c> or <c>removed</c>.</param>
public sealed record Change(long Version, string Cursor, DateTimeOffset At, string What, string Action, string Id);

/// <summary>How much of everything there is.</summary>
public sealed record GraphStatistics(
    long Version,
    DateTimeOffset? ChangedAt,
    long Entities,
    long Relationships,
    long Claims,
    long Sources,
    long Disputed,
    IReadOnlyDictionary<string, long> EntitiesByKind,
    IReadOnlyDictionary<string, long> RelationshipsByType,
    IReadOnlyDictionary<string, long> RelationshipsByStatus);
