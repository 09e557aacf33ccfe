using SupplyGraph.Model;

namespace SupplyGraph.Storage.Embedded;

internal sealed partial class EntityChanges
{
    private const string InsertEntity = """
        INSERT INTO entities (n, id, kind, name, name_key, aliases, country_n, iso2, iso3, latitude, longitude, stage, url, import_n)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
        """;

    /// <summary>Judges every entity of a set, then writes the good ones.</summary>
    public void Put(IReadOnlyList<Entity> given, Refusals refusals, CancellationToken cancel)
    {
        if (given.Count == 0) return;
        var plan = new EntityPlan(given, refusals);
        var stored = new Dictionary<int, Stored>();
        foreach (var place in plan.Order)
        {
            cancel.ThrowIfCancellationRequested();
            if (FindStored(plan[place].Id) is { } found) stored.Add(place, found);
            Judge(plan, place, stored.TryGetValue(place, out var before) ? before : null);
        }
        // A name or a country that is refused takes what rests on it along.
        while (JudgeNames(plan) | JudgeCountries(plan)) { }
        foreach (var place in plan.Order)
        {
            cancel.ThrowIfCancellationRequested();
            if (plan.IsRefused(place)) Remember(plan[place]);
            else Write(plan[place], stored.TryGetValue(place, out var before) ? before : null);
        }
    }

    private Stored? FindStored(string id) =>
        db.First<Stored?>(Rows.Entity + " WHERE e.id = $1", row => new Stored(row.GetInt64(0), Rows.ReadEntity(row)), id);

    private void Judge(EntityPlan plan, int place, Stored? stored)
    {
        var entity = plan[place];
        plan.Refuse(place, EntityRules.Check(entity));
        if (stored is not { } before) return;
        if (before.Entity.Kind != entity.Kind && UsesOf(before.N) is { } uses)
            plan.Refuse(place, "kind", RefusalCode.KindFixed, $"'{entity.Id}' stays a {Term.Of(before.Entity.Kind)}: it is used by {uses}.");
        if (Find(entity.Id) is { Put: true } && !before.Entity.Equals(entity))
            plan.Refuse(place, "id", RefusalCode.DuplicateName, $"'{entity.Id}' stands twice in the load, with different contents.");
    }

    /// <summary>Refuses companies whose country is none; whether there was any.</summary>
    private bool JudgeCountries(EntityPlan plan)
    {
        var any = false;
        foreach (var place in plan.Order)
        {
            if (plan.IsRefused(place) || plan[place] is not { Kind: EntityKind.Company, Country: { } id }) continue;
            if (KindOf(plan, id) is not { } kind) plan.Refuse(place, "country", RefusalCode.UnknownEntity, $"There is no entity '{id}'.");
            else if (kind != EntityKind.Country) plan.Refuse(place, "country", RefusalCode.KindMismatch, $"'{id}' is a {Term.Of(kind)}, not a country.");
            else continue;
            any = true;
        }
        return any;
    }

    private EntityKind? KindOf(EntityPlan plan, string id) => plan.Find(id)?.Kind ?? (Find(id) is { Refused: false } stored ? stored.Kind : null);

    /// <summary>
    /// Refuses entities whose name another of their kind keeps or takes before them; whether there was any. Names may change hands within a set.
    /// </summary>
    private bool JudgeNames(EntityPlan plan)
    {
        var any = false;
        var taken = new Dictionary<(EntityKind, string), string>();
        foreach (var place in plan.Order.Where(place => !plan.IsRefused(place)))
        {
            var entity = plan[place];
            var key = NameKey.Of(entity.Name);
            var other = taken.TryAdd((entity.Kind, key), entity.Id) ? Keeper(plan, entity, key) : taken[(entity.Kind, key)];
            if (other is null) continue;
            plan.Refuse(place, "name", RefusalCode.DuplicateName,
                $"The {Term.Of(entity.Kind)} '{other}' bears the same name as '{entity.Id}': '{entity.Name}'.");
            any = true;
        }
        return any;
    }

    /// <summary>A stored entity of the same kind and name that the set does not rename, or null.</summary>
    private string? Keeper(EntityPlan plan, Entity entity, string key)
    {
        var others = db.List("SELECT id FROM entities WHERE kind = $1 AND name_key = $2 AND id <> $3 ORDER BY id", row => row.GetString(0),
            (long)entity.Kind, key, entity.Id);
        return others.Find(id => plan.Find(id) is not { } renamed || (renamed.Kind == entity.Kind && NameKey.Of(renamed.Name) == key));
    }

    private void Remember(Entity refused)
    {
        if (refused.Id.Length == 0 || Find(refused.Id) is not null) return;
        Hold(refused.Id, new Known(0, refused.Kind));
    }

    private void Write(Entity entity, Stored? stored)
    {
        if (stored is not { } before) Insert(entity);
        else if (!before.Entity.Equals(entity)) Update(before, entity);
        else Hold(entity.Id, new Known(before.N, entity.Kind, Put: true));
    }

    private void Insert(Entity entity)
    {
        var n = numbers.Next(ChangedThing.Entity);
        db.Execute(InsertEntity, [n, entity.Id, .. Values(entity), imports.Origin]);
        Hold(entity.Id, new Known(n, entity.Kind, Put: true));
        feed.Created(ChangedThing.Entity, n);
        view.Put(entity);
        Created++;
    }

    private void Update(Stored stored, Entity entity)
    {
        db.Execute("""
            UPDATE entities SET kind = $2, name = $3, name_key = $4, aliases = $5, country_n = $6, iso2 = $7, iso3 = $8, latitude = $9, longitude = $10,
            stage = $11, url = $12
            WHERE n = $1
            """, [stored.N, .. Values(entity)]);
        Hold(entity.Id, new Known(stored.N, entity.Kind, Put: true));
        feed.Changed(ChangedThing.Entity, stored.N);
        view.Put(entity);
        Changed++;
    }

    private object?[] Values(Entity entity) =>
    [
        (long)entity.Kind, entity.Name, NameKey.Of(entity.Name), Columns.Pack(entity.Aliases), entity.Country is { } id ? Find(id)!.Value.N : null, entity.Iso2,
        entity.Iso3, entity.Latitude, entity.Longitude, (long?)entity.Stage, entity.Url,
    ];
}
