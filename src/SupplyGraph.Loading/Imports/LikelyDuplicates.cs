using System.Collections.Frozen;
using SupplyGraph.Model;
using SupplyGraph.Storage.Names;

namespace SupplyGraph.Loading.Imports;

/// <summary>
/// Finds entities that a file creates though they are probably known by a name that differs by a legal form ("BYD" and "BYD Co., Ltd.") or by a typing error.
/// Legal forms are compared for every new company, typing errors for the first <see cref="Limits.MaxDuplicateSearches"/> new entities.
/// </summary>
internal sealed class LikelyDuplicates(NameIndex names)
{
    private static readonly FrozenSet<string> LegalForms = new[]
    {
        "ab", "ag", "as", "bv", "co", "company", "corp", "corporation", "gmbh", "group", "holding", "holdings", "inc", "incorporated", "kg", "kk", "limited",
        "llc", "ltd", "nv", "oy", "oyj", "plc", "pte", "pty", "pvt", "sa", "sas", "se", "spa", "srl",
    }.ToFrozenSet(StringComparer.Ordinal);

    private readonly Dictionary<string, Entity> bare = new(StringComparer.Ordinal);
    private readonly HashSet<string> warned = new(StringComparer.Ordinal);
    private int searches;

    /// <summary>The warning for a new entity, once for each, or null.</summary>
    public RowError? Check(Entity created, int row, int line)
    {
        if (warned.Count >= Limits.MaxKeptRowErrors || Known(created) is not { } other || !warned.Add(created.Id)) return null;
        return new(row, line, "", ImportWarningCode.LikelyDuplicate, created.Name,
            $"The row creates the {Term.Of(created.Kind)} '{created.Name}' ({created.Id}); is it {other.Id} ({other.Name})? "
            + "If so, name that one, or give it this name as an alias.");
    }

    private NamedEntity? Known(Entity created) => (created.Kind == EntityKind.Company ? ByLegalForm(created) : null) ?? ByTypingError(created);

    private NamedEntity? ByLegalForm(Entity created)
    {
        var name = WithoutLegalForm(created.Name);
        if (name.Length == 0) return null;
        var found = names.Resolve(name, [created.Kind]).Entities;
        if (found.Count > 0) return found[0];
        // A row that repeats another creates nothing of its own.
        if (bare.TryGetValue(name, out var earlier)) return earlier.Id == created.Id ? null : new NamedEntity(earlier.Id, earlier.Kind, earlier.Name);
        if (bare.Count < Limits.MaxNameChanges) bare.Add(name, created);
        return null;
    }

    private static string WithoutLegalForm(string name)
    {
        var words = NameKey.Slug(name).Split('-');
        var kept = words.Length;
        while (kept > 1 && LegalForms.Contains(words[kept - 1])) kept--;
        return string.Join('-', words[..kept]);
    }

    private NamedEntity? ByTypingError(Entity created)
    {
        // What is numbered differs by its number, and has many neighbours.
        if (searches >= Limits.MaxDuplicateSearches || created.Name.Any(char.IsDigit)) return null;
        searches++;
        return names.Near(created.Name, kinds: [created.Kind]).FirstOrDefault(near => IsAlike(created, near));
    }

    private static bool IsAlike(Entity created, NamedEntity near)
    {
        if (near.Kind == EntityKind.Company && WithoutLegalForm(near.Name) == WithoutLegalForm(created.Name)) return true;
        var (a, b) = (NameKey.Of(created.Name), NameKey.Of(near.Name));
        // One letter in a short name makes another name: SAIC is not BAIC.
        var forgiven = a.Length switch { < 7 => 0, <= 12 => 1, _ => 2 };
        return EditDistance.Of(a, b, forgiven) <= forgiven;
    }
}
