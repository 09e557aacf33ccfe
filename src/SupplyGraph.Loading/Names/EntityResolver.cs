using SupplyGraph.Model;
using SupplyGraph.Storage.Names;

namespace SupplyGraph.Loading.Names;

/// <summary>Puts an id where a row of a file names a country. Works over an index that holds the file's own entities too.</summary>
public sealed class EntityResolver(NameIndex names)
{
    private readonly NameLookup lookup = new(names);

    /// <summary>The row with the id of its country, or with an error that offers near matches.</summary>
    public FileRow<Entity> Resolve(FileRow<Entity> row)
    {
        if (row.Value?.Country is not { } country) return row;
        var errors = new RowErrors(row.Number, row.Line);
        var home = lookup.Find(errors, new(Term.Of(EntityColumn.Country), country, EntityKind.Country, [EntityKind.Country]));
        return home is null ? row with { Value = null, Errors = errors.All } : row with { Value = row.Value with { Country = home.Id } };
    }
}
