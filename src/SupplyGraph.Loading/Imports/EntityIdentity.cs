using SupplyGraph.Loading.Entities;
using SupplyGraph.Model;
using SupplyGraph.Storage.Names;

namespace SupplyGraph.Loading.Imports;

/// <summary>Which entity a row speaks of: the one with the id that it states, or else the one of its kind that bears its name, or else a new one.</summary>
internal static class EntityIdentity
{
    /// <summary>The row's entity under its id; an error where the name fits several, or the new id is another's.</summary>
    public static FileRow<Entity> Find(FileRow<StatedEntity> row, NameIndex names)
    {
        var found = new FileRow<Entity>(row.Number, row.Line, row.Value?.Entity, row.Errors) { Raw = row.Raw };
        if (row.Value is not { IdStated: false, Entity: var entity }) return found;
        var named = names.Resolve(entity.Name, [entity.Kind]).Entities;
        return named.Count switch
        {
            // The name has found it, perhaps as an alias or a code: it renames nothing. A row that renames gives the id.
            1 => found with { Value = entity with { Id = named[0].Id, Name = named[0].Name } },
            > 1 => Refused(RowErrorCode.AmbiguousName,
                $"'{entity.Name}' names several: {string.Join(", ", named.Select(n => n.Id))}. Give the id of one in the column id."),
            _ when names.Get(entity.Id) is { } taken => Refused(RefusalCode.KindFixed,
                $"The id '{entity.Id}' is taken by the {Term.Of(taken.Kind)} '{taken.Name}'; give this {Term.Of(entity.Kind)} an id of its own."),
            _ => found,
        };

        FileRow<Entity> Refused(string code, string message) =>
            found with { Value = null, Errors = [new(row.Number, row.Line, Term.Of(EntityColumn.Name), code, entity.Name, message)] };
    }
}
