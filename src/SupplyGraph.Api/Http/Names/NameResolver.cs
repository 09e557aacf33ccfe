using SupplyGraph.Api.Http.Problems;
using SupplyGraph.Graph;
using SupplyGraph.Model;
using SupplyGraph.Storage;

namespace SupplyGraph.Api.Http.Names;

/// <summary>
/// Names in, ids out: what people type (an id, a name, an alias, an ISO code) against the graph that this request sees. One per request, so that validation
/// and answer rest on one version.
/// </summary>
public sealed class NameResolver(IGraphStore store)
{
    private GraphView? view;

    /// <summary>The graph that this request sees; the newest one at its start.</summary>
    public GraphView View => view ?? throw new InvalidOperationException("The request policy opens the view before anything asks for it.");

    public Snapshot Snapshot => View.Snapshot;

    /// <summary>The same, for questions that no part of the graph answers.</summary>
    /// <exception cref="ProblemException">The graph is too large to be held whole.</exception>
    public Snapshot WholeGraph => View.IsWhole ? Snapshot : throw new ProblemException(ProblemKind.GraphTooLarge, ProblemKind.GraphTooLarge.Meaning);

    /// <summary>The same names and those of entities that are assumed for this request alone.</summary>
    public NameResolver Assuming(IReadOnlyCollection<Entity> entities) =>
        entities.Count == 0 ? this : new NameResolver(store) { view = View with { Names = View.Names.With(entities, []) } };

    /// <summary>Whether the graph holds a relationship.</summary>
    public async ValueTask<bool> HoldsAsync(RelationshipKey key, CancellationToken cancel)
    {
        if (Snapshot.Find(key) >= 0) return true;
        return !View.IsWhole && (await store.GetRelationshipsAsync([key.Id], cancel)).Count > 0;
    }

    /// <summary>Sees the graph as it is now, where it has moved on.</summary>
    internal async ValueTask RenewAsync(CancellationToken cancel) => view = await store.GetViewAsync(cancel);

    internal async ValueTask OpenAsync(CancellationToken cancel) => view ??= await store.GetViewAsync(cancel);

    /// <summary>Finds the one entity that a text names, or says what is wrong with it, offering what could be meant.</summary>
    /// <param name="kinds">The kinds that will do; empty for any.</param>
    public bool TryResolve(string text, IReadOnlyCollection<EntityKind> kinds, out EntityReference entity, out FieldError error)
    {
        var resolution = View.Names.Resolve(text, kinds);
        entity = resolution.Found ? EntityReference.Of(resolution.Entities[0]) : null!;
        error = resolution.Found ? null! : resolution.Ambiguous ? Ambiguous(text, resolution.Entities.Select(EntityReference.Of)) : Unknown(text, kinds);
        return resolution.Found;
    }

    /// <summary>The id that a text names; for texts that a validator has found to resolve.</summary>
    public string Id(string text, params IReadOnlyCollection<EntityKind> kinds) => TryResolve(text, kinds, out var entity, out var error)
        ? entity.Id
        : throw new InvalidOperationException($"Not validated: {error.Message}");

    /// <summary>The same for each of several, without repeats, in the order given.</summary>
    public IReadOnlyList<string> Ids(IEnumerable<string>? texts, params IReadOnlyCollection<EntityKind> kinds) =>
        [.. (texts ?? []).Select(text => Id(text, kinds)).Distinct(StringComparer.Ordinal)];

    /// <summary>The entity that an id in the path names.</summary>
    /// <exception cref="ProblemException">404 with the nearest names; 400 where it is ambiguous.</exception>
    public EntityReference InPath(string id, params IReadOnlyCollection<EntityKind> kinds)
    {
        if (TryResolve(id, kinds, out var entity, out var error)) return entity;
        if (error.Code != ErrorCode.AmbiguousName) return Throw(new ProblemException(ProblemKind.NotFound, error.Message) { Near = error.Near });
        var errors = new FieldErrors();
        errors.Add("id", error);
        return Throw(errors.ToException());
    }

    /// <summary>The entity with an id that the graph holds.</summary>
    public EntityReference Reference(string id) =>
        EntityReference.Of(View.Names.Get(id) ?? throw new InvalidOperationException($"The graph holds no entity '{id}'."));

    /// <summary>The nearest known entities.</summary>
    public IReadOnlyList<EntityReference> Near(string text, IReadOnlyCollection<EntityKind> kinds) =>
        [.. View.Names.Near(text, Limits.NearMatches, kinds).Select(EntityReference.Of)];

    private FieldError Unknown(string text, IReadOnlyCollection<EntityKind> kinds)
    {
        var wanted = kinds.Count == 0 ? "entity" : string.Join(" or ", kinds.Select(Term.Of));
        var near = Near(text, kinds);
        if (kinds.Count > 0 && View.Names.Resolve(text, []) is { Found: true } other)
            return new FieldError(ErrorCode.WrongKind, $"'{text}' is a {Term.Of(other.Entities[0].Kind)}; a {wanted} is needed.") { Near = near };
        var hint = near.Count == 0 ? "" : $" Nearest: {string.Join(", ", near.Select(n => n.Id))}.";
        if (text.Contains(',', StringComparison.Ordinal)) hint += " For several, repeat the parameter.";
        return new FieldError(ErrorCode.UnknownName, $"No {wanted} is named '{text}'.{hint}") { Near = near };
    }

    private static FieldError Ambiguous(string text, IEnumerable<EntityReference> entities)
    {
        var all = entities.ToList();
        var shown = string.Join(", ", all.Select(e => $"{e.Id} ({Term.Of(e.Kind)})"));
        return new FieldError(ErrorCode.AmbiguousName, $"'{text}' names several: {shown}. Give one of these ids.") { Near = all };
    }

    private static EntityReference Throw(ProblemException problem) => throw problem;
}
