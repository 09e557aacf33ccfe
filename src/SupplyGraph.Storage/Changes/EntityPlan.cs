using SupplyGraph.Model;

namespace SupplyGraph.Storage.Changes;

/// <summary>The entities of one set that are to be put: each id once, those without a country first, since a company's country may stand behind it.</summary>
internal sealed class EntityPlan
{
    private readonly Entity[] entities;
    private readonly HashSet<int> refused = [];
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    /// <summary>By the first place of an entity, those at which it stands again with the same contents.</summary>
    private readonly Dictionary<int, List<int>> repeats = [];

    private readonly Refusals refusals;

    public EntityPlan(IReadOnlyList<Entity> given, Refusals refusals)
    {
        this.refusals = refusals;
        entities = [.. given.Select(EntityRules.Normalised)];
        for (var i = 0; i < entities.Length; i++)
        {
            if (places.TryAdd(entities[i].Id, i)) continue;
            var first = places[entities[i].Id];
            if (entities[first].Equals(entities[i])) Repeat(first, i);
            else Refuse(i, "id", RefusalCode.DuplicateName, $"'{entities[i].Id}' stands twice in the set, with different contents.");
        }
        Order = [.. places.Values.OrderBy(i => entities[i].Country is null ? 0 : 1).ThenBy(i => i)];
    }

    /// <summary>The places in the order in which they are judged and written.</summary>
    public IReadOnlyList<int> Order { get; }

    public Entity this[int place] => entities[place];

    public bool IsRefused(int place) => refused.Contains(place);

    /// <summary>The good entity of the set with this id, or null.</summary>
    public Entity? Find(string id) => places.TryGetValue(id, out var place) && !refused.Contains(place) ? entities[place] : null;

    public void Refuse(int place, string field, string code, string message)
    {
        refused.Add(place);
        refusals.Add(Refusals.Entities, place, field, code, message);
        foreach (var again in repeats.GetValueOrDefault(place) ?? []) refusals.Add(Refusals.Entities, again, field, code, message);
    }

    public void Refuse(int place, IReadOnlyList<RuleBreak> breaks)
    {
        foreach (var broken in breaks) Refuse(place, broken.Field, broken.Code, broken.Message);
    }

    private void Repeat(int first, int again)
    {
        if (!repeats.TryGetValue(first, out var others)) repeats.Add(first, others = []);
        others.Add(again);
    }
}
