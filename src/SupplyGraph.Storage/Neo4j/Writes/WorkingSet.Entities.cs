using SupplyGraph.Model;
using SupplyGraph.Storage.Changes;

namespace SupplyGraph.Storage.Neo4j.Writes;

internal sealed partial class WorkingSet
{
    private readonly Dictionary<string, EntityRow> entities = new(StringComparer.Ordinal);
    private readonly Dictionary<long, EntityRow> entitiesByN = [];

    // Ids by kind and name; ids of those that bear it no longer may be among them.
    private readonly Dictionary<(EntityKind, string), HashSet<string>> entitiesByName = [];

    // How far what uses an entity differs from what was read: a load's own rows do not stay in the working set.
    private readonly Dictionary<string, EntityUses> usesSince = new(StringComparer.Ordinal);

    public IReadOnlyCollection<EntityRow> Entities => entities.Values;

    public void Add(EntityRow row)
    {
        entities[row.Id] = row;
        entitiesByN[row.N] = row;
        NoteName(row);
    }

    public EntityRow? HeldEntity(string id) => entities.GetValueOrDefault(id);

    public KnownEntity? FindEntity(string id) => entities.TryGetValue(id, out var row) && !row.Gone ? new KnownEntity(row.N, row.Kind) : null;

    public StoredEntity? ReadEntity(string id) => entities.TryGetValue(id, out var row) && !row.Gone
        ? new StoredEntity(row.N, row.Entity ?? throw new InvalidOperationException($"'{id}' was read by its number only."))
        : null;

    /// <summary>Ids that nodes of other people bear.</summary>
    public HashSet<string> Foreign { get; } = new(StringComparer.Ordinal);

    public string? Taken(string id) => Foreign.Contains(id)
        ? $"The database holds a node of somebody else that is labelled Entity and has the id '{id}': give the entity another id, or that node another label."
        : null;

    public IEnumerable<KeyValuePair<string, KnownEntity>> AllEntities() => [];

    public IReadOnlyList<string> NamedAlike(EntityKind kind, string nameKey, string except) =>
    [
        .. (entitiesByName.GetValueOrDefault((kind, nameKey)) ?? []).Select(id => entities[id])
            .Where(e => !e.Gone && e.Id != except && e.Kind == kind && NameKey.Of(e.Name) == nameKey).Select(e => e.Id).Order(StringComparer.Ordinal),
    ];

    private void NoteName(EntityRow row)
    {
        if (row.Name is not { } name) return;
        var key = (row.Kind, NameKey.Of(name));
        if (!entitiesByName.TryGetValue(key, out var ids)) entitiesByName.Add(key, ids = new(StringComparer.Ordinal));
        ids.Add(row.Id);
    }

    public EntityUses UsesOf(long n)
    {
        var row = entitiesByN[n];
        var read = row.State == RowState.New ? default : row.Uses ?? throw new InvalidOperationException($"What uses '{row.Id}' was not read.");
        var since = usesSince.GetValueOrDefault(row.Id);
        return new EntityUses(read.Relationships + since.Relationships, read.Companies + since.Companies);
    }

    public void InsertEntity(long n, Entity entity, long? country, long? origin)
    {
        Add(new EntityRow { N = n, Id = entity.Id, Kind = entity.Kind, Entity = entity, Name = entity.Name, Import = ImportOf(origin)?.Id, State = RowState.New });
        Use(entity.Country, companies: 1);
        NewRows++;
    }

    public void UpdateEntity(long n, Entity entity, long? country)
    {
        var row = entitiesByN[n];
        Use(row.Entity!.Country, companies: -1);
        Use(entity.Country, companies: 1);
        (row.Kind, row.Entity, row.Name) = (entity.Kind, entity, entity.Name);
        row.Change();
        NoteName(row);
        changed[(ChangedThing.Entity, n)] = row.Id;
    }

    public void LeaveCountry(long n)
    {
        var row = entitiesByN[n];
        if (row.HasLeft) return;
        Use(row.Entity!.Country, companies: -1);
        row.HasLeft = true;
    }

    public void DeleteEntity(long n)
    {
        LeaveCountry(n);
        entitiesByN[n].State = RowState.Removed;
    }

    private void Use(string? id, int relationships = 0, int companies = 0)
    {
        if (id is null) return;
        var uses = usesSince.GetValueOrDefault(id);
        usesSince[id] = new EntityUses(uses.Relationships + relationships, uses.Companies + companies);
    }
}
