using SupplyGraph.Model;
using SupplyGraph.Storage.Names;

namespace SupplyGraph.Loading.Names;

/// <summary>Finds the one entity that a field of a row names, or says why there is none.</summary>
internal sealed class NameLookup(NameIndex names)
{
    // Files repeat their mistakes, and looking for near matches is what an unknown name costs.
    private readonly Dictionary<(string Name, string Kinds), string> nearMatches = [];

    /// <summary>The entity that a field names, or null with an error.</summary>
    public NamedEntity? Find(RowErrors errors, Mention mention) => One(errors, mention, names.Resolve(mention.Name, mention.Kinds).Entities);

    /// <summary>The one that was found, or null with an error where there was none or more than one.</summary>
    public NamedEntity? One(RowErrors errors, Mention mention, IReadOnlyList<NamedEntity> found)
    {
        if (found.Count == 1) return found[0];
        if (found.Count == 0) errors.Add(mention.Column, RefusalCode.UnknownEntity, mention.Name, Unknown(mention));
        else errors.Add(mention.Column, RowErrorCode.AmbiguousName, mention.Name, Ambiguous(mention, found));
        return null;
    }

    private string Unknown(Mention mention) => $"There is no {mention.Noun} '{mention.Name}'{Near(mention)}.";

    private static string Ambiguous(Mention mention, IReadOnlyList<NamedEntity> found)
    {
        var narrower = mention.KindColumn is { } column ? $", or its kind as {column}" : "";
        return $"'{mention.Name}' names several entities: {string.Join(", ", found.Select(Shown))}. Give the id of one{narrower}.";
    }

    private string Near(Mention mention)
    {
        var key = (mention.Name, string.Join(',', mention.Likely));
        if (nearMatches.TryGetValue(key, out var known)) return known;
        var near = names.Near(mention.Name, kinds: mention.Likely);
        return nearMatches[key] = near.Count > 0 ? $"; near: {string.Join(", ", near.Select(Shown))}" : ", nor anything near";
    }

    private static string Shown(NamedEntity entity) => $"{entity.Id} ({Term.Of(entity.Kind)} {entity.Name})";
}
