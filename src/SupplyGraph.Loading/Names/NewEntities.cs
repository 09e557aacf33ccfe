using SupplyGraph.Model;
using SupplyGraph.Storage.Names;

namespace SupplyGraph.Loading.Names;

/// <summary>The entities that rows of one file have created so far, found by id and by name.</summary>
internal sealed class NewEntities(NameIndex names, NameLookup lookup)
{
    private readonly List<Entity> created = [];
    private readonly Dictionary<string, Entity> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Entity>> byName = new(StringComparer.Ordinal);

    public IReadOnlyList<Entity> All => created;

    /// <summary>Those that the field names: one, none, or several where the row does not state the kind.</summary>
    public IReadOnlyList<NamedEntity> Find(Mention mention)
    {
        if (byId.TryGetValue(mention.Name.Trim(), out var exact) && Fits(exact)) return [Named(exact)];
        return byName.TryGetValue(NameKey.Of(mention.Name), out var named) ? [.. named.Where(Fits).Select(Named)] : [];

        bool Fits(Entity entity) => mention.Kind is null || mention.Kind == entity.Kind;
    }

    /// <summary>Creates what the field names, of the kind that the row states; null with errors where it cannot be.</summary>
    public NamedEntity? Create(Mention mention, EntityKind kind, RowErrors errors)
    {
        var home = mention.Country is { } country ? lookup.Find(errors, new(country.Column, country.Name, EntityKind.Country, [EntityKind.Country])) : null;
        var entity = EntityRules.Normalised(new(NameKey.Slug(mention.Name), kind, mention.Name) { Country = home?.Id });
        var breaks = EntityRules.Check(entity);
        foreach (var broken in breaks)
            errors.Add(broken.Field == "country" ? mention.Country!.Value.Column : mention.Column, broken.Code, mention.Name, broken.Message);
        var taken = names.Get(entity.Id) ?? (byId.TryGetValue(entity.Id, out var other) ? Named(other) : null);
        if (taken is not null)
            errors.Add(mention.Column, RefusalCode.KindFixed, mention.Name,
                $"The id '{entity.Id}' is taken by the {Term.Of(taken.Kind)} '{taken.Name}'; "
                + (taken.Kind == kind
                    ? "if the row means that one, write its id, or give it this name as an alias."
                    : $"a new {Term.Of(kind)} needs another name."));
        if (errors.Any) return null;
        Add(entity);
        return Named(entity);
    }

    /// <summary>Forgets what was created after the first <paramref name="count"/>.</summary>
    public void BackTo(int count)
    {
        for (var i = created.Count - 1; i >= count; i--)
        {
            byId.Remove(created[i].Id);
            byName[NameKey.Of(created[i].Name)].Remove(created[i]);
            created.RemoveAt(i);
        }
    }

    private void Add(Entity entity)
    {
        created.Add(entity);
        byId.Add(entity.Id, entity);
        var key = NameKey.Of(entity.Name);
        if (!byName.TryGetValue(key, out var named)) byName[key] = named = [];
        named.Add(entity);
    }

    private static NamedEntity Named(Entity entity) => new(entity.Id, entity.Kind, entity.Name);
}
