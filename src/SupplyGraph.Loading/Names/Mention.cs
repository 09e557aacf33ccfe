using SupplyGraph.Model;

namespace SupplyGraph.Loading.Names;

/// <summary>A field of a row that names an entity.</summary>
/// <param name="Column">The field.</param>
/// <param name="Name">What stands there.</param>
/// <param name="Kind">The kind that the row states: it narrows what the name may stand for.</param>
/// <param name="Likely">Kinds among which near matches are looked for.</param>
internal readonly record struct Mention(string Column, string Name, EntityKind? Kind, IReadOnlyList<EntityKind> Likely)
{
    /// <summary>The column by which the row could state the kind.</summary>
    public string? KindColumn { get; init; }

    /// <summary>The column that names the home of a company that is created, and the name there.</summary>
    public (string Column, string Name)? Country { get; init; }

    public IReadOnlyCollection<EntityKind>? Kinds => Kind is { } only ? [only] : null;

    public string Noun => Kind is { } kind ? Term.Of(kind) : "entity";
}

/// <summary>Collects what is wrong with one row.</summary>
internal sealed class RowErrors(int row, int line)
{
    private List<RowError>? errors;

    public IReadOnlyList<RowError> All => errors ?? (IReadOnlyList<RowError>)[];

    public bool Any => errors is not null;

    public void Add(string column, string code, string? value, string message) => (errors ??= []).Add(new(row, line, column, code, value, message));
}
