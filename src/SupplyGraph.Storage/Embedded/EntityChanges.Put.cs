using SupplyGraph.Model;

namespace SupplyGraph.Storage.Embedded;

internal sealed partial class EntityChanges
{
    public void Put(IReadOnlyList<Entity> given, CancellationToken cancel)
    {
        var entities = given.Select(EntityRules.Normalised).ToList();
        var written = new List<(int Index, Entity Entity, long N)>();
        // A company's country may stand behind it in the set: those that have none go first.
        foreach (var index in Distinct(entities).OrderBy(i => entities[i].Country is null ? 0 : 1))
        {
            cancel.ThrowIfCancellationRequested();
            if (PutOne(index, entities[index]) is { } n) written.Add((index, entities[index], n));
        }
        foreach (var (index, entity, n) in written) CheckName(index, entity, n);
    }

    /// <summary>The places of the entities, each id once; the same id with different contents is refused.</summary>
    private List<int> Distinct(List<Entity> entities)
    {
        var first = new Dictionary<string, Entity>(StringComparer.Ordinal);
        var places = new List<int>();
        for (var i = 0; i < entities.Count; i++)
        {
            if (first.TryAdd(entities[i].Id, entities[i])) places.Add(i);
            else if (!first[entities[i].Id].Equals(entities[i]))
                refusals.Add(Refusals.Entities, i, "id", RefusalCode.DuplicateName, $"'{entities[i].Id}' stands twice in the set, with different contents.");
        }
        return places;
    }

    private long? PutOne(int index, Entity entity)
    {
        var broken = refusals.Add(Refusals.Entities, index, EntityRules.Check(entity));
        long? country = null;
        if (entity is { Kind: EntityKind.Company, Country: { } named })
        {
            country = CountryOf(index, named);
            broken |= country is null;
        }
        if (broken)
        {
            if (entity.Id.Length > 0 && Find(entity.Id) is null) known[entity.Id] = new Known(0, entity.Kind);
            return null;
        }
        var stored = db.First(Rows.Entity + " WHERE e.id = $1", row => new Stored(row.GetInt64(0), Rows.ReadEntity(row)), entity.Id);
        if (stored.N == 0) return Insert(entity, country);
        if (!stored.Entity.Equals(entity)) Update(index, stored, entity, country);
        return stored.N;
    }

    private long? CountryOf(int index, string id)
    {
        if (Find(id) is not { } country)
            refusals.Add(Refusals.Entities, index, "country", RefusalCode.UnknownEntity, $"There is no entity '{id}'.");
        else if (country.Kind != EntityKind.Country)
            refusals.Add(Refusals.Entities, index, "country", RefusalCode.KindMismatch, $"'{id}' is a {Term.Of(country.Kind)}, not a country.");
        else if (country.N > 0)
            return country.N;
        return null;
    }

    private long Insert(Entity entity, long? country)
    {
        var n = numbers.Next(ChangedThing.Entity);
        db.Execute("""
            INSERT INTO entities (n, id, kind, name, name_key, aliases, country_n, iso2, iso3, latitude, longitude, stage, url)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            """, [n, entity.Id, .. Values(entity, country)]);
        known[entity.Id] = new Known(n, entity.Kind);
        feed.Created(ChangedThing.Entity, n);
        view.PutEntities.Add(entity);
        Created++;
        return n;
    }

    private void Update(int index, Stored stored, Entity entity, long? country)
    {
        if (stored.Entity.Kind != entity.Kind && UsesOf(stored.N) is { } uses)
        {
            refusals.Add(Refusals.Entities, index, "kind", RefusalCode.KindFixed,
                $"'{entity.Id}' stays a {Term.Of(stored.Entity.Kind)}: it is used by {uses}.");
            return;
        }
        db.Execute("""
            UPDATE entities SET kind = $2, name = $3, name_key = $4, aliases = $5, country_n = $6, iso2 = $7, iso3 = $8, latitude = $9, longitude = $10,
            stage = $11, url = $12
            WHERE n = $1
            """, [stored.N, .. Values(entity, country)]);
        known[entity.Id] = new Known(stored.N, entity.Kind);
        feed.Changed(ChangedThing.Entity, stored.N);
        view.PutEntities.Add(entity);
        Changed++;
    }

    private static object?[] Values(Entity entity, long? country) =>
    [
        (long)entity.Kind, entity.Name, NameKey.Of(entity.Name), Columns.Pack(entity.Aliases), country, entity.Iso2, entity.Iso3,
        entity.Latitude, entity.Longitude, entity.Stage is { } stage ? (long)stage : null, entity.Url,
    ];

    // After all are written: names may change hands within one set.
    private void CheckName(int index, Entity entity, long n)
    {
        var other = db.First("SELECT id FROM entities WHERE kind = $1 AND name_key = $2 AND n <> $3 ORDER BY id", row => row.GetString(0),
            (long)entity.Kind, NameKey.Of(entity.Name), n);
        if (other is not null)
            refusals.Add(Refusals.Entities, index, "name", RefusalCode.DuplicateName,
                $"The {Term.Of(entity.Kind)} '{other}' bears the same name as '{entity.Id}': '{entity.Name}'.");
    }
}
