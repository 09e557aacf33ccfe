using SupplyGraph.Model;

namespace SupplyGraph.Storage.Changes;

internal sealed partial class EntityChanges
{
    /// <summary>Judges every entity of a set, then writes the good ones.</summary>
    public void Put(IReadOnlyList<Entity> given, Refusals refusals, CancellationToken cancel)
    {
        if (given.Count == 0) return;
        var plan = new EntityPlan(given, refusals);
        var stored = new Dictionary<int, StoredEntity>();
        foreach (var place in plan.Order)
        {
            cancel.ThrowIfCancellationRequested();
            if (rows.ReadEntity(plan[place].Id) is { } found) stored.Add(place, found);
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

    private void Judge(EntityPlan plan, int place, StoredEntity? stored)
    {
        var entity = plan[place];
        plan.Refuse(place, EntityRules.Check(entity));
        if (stored is null && rows.Taken(entity.Id) is { } why) plan.Refuse(place, "id", RefusalCode.DuplicateName, why);
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
        var others = rows.NamedAlike(entity.Kind, key, except: entity.Id);
        return others.FirstOrDefault(id => plan.Find(id) is not { } renamed || (renamed.Kind == entity.Kind && NameKey.Of(renamed.Name) == key));
    }

    private void Remember(Entity refused)
    {
        if (refused.Id.Length == 0 || Find(refused.Id) is not null) return;
        Hold(refused.Id, new KnownEntity(0, refused.Kind));
    }

    private void Write(Entity entity, StoredEntity? stored)
    {
        if (stored is not { } before) Insert(entity);
        else if (!before.Entity.Equals(entity)) Update(before, entity);
        else Hold(entity.Id, new KnownEntity(before.N, entity.Kind, Put: true));
    }

    private void Insert(Entity entity)
    {
        var n = numbers.Next(ChangedThing.Entity);
        rows.InsertEntity(n, entity, CountryOf(entity), imports.Origin);
        Hold(entity.Id, new KnownEntity(n, entity.Kind, Put: true));
        feed.Created(ChangedThing.Entity, n);
        view.Put(entity);
        Created++;
    }

    private void Update(StoredEntity stored, Entity entity)
    {
        rows.UpdateEntity(stored.N, entity, CountryOf(entity));
        Hold(entity.Id, new KnownEntity(stored.N, entity.Kind, Put: true));
        feed.Changed(ChangedThing.Entity, stored.N);
        view.Put(entity);
        Changed++;
    }

    private long? CountryOf(Entity entity) => entity.Country is { } id ? Find(id)!.Value.N : null;
}
