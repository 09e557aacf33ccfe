using SupplyGraph.Loading.Rows;
using SupplyGraph.Model;

namespace SupplyGraph.Loading.Entities;

/// <summary>Files of entities (design, section 2).</summary>
public static partial class EntityFile
{
    /// <summary>
    /// Streams the entities of a file, each by itself within the rules of <see cref="EntityRules"/>. A row's <c>country</c> is as written, perhaps a name:
    /// see <see cref="Names.EntityResolver"/>. The stream stays open.
    /// </summary>
    /// <exception cref="UnreadableFileException">The header is wrong, or the file cannot be read on; rows that are merely bad carry their errors.</exception>
    public static IAsyncEnumerable<FileRow<Entity>> ReadAsync(Stream stream, FileFormat format, CancellationToken cancel) =>
        RowsIn.ReadAsync(stream, format, FileColumns.Entities, Read, cancel);

    private static Entity Read(TextRow row)
    {
        var fields = new RowFields<EntityColumn>(row);
        var kind = fields.RequiredOf<EntityKind>(EntityColumn.Kind);
        var name = fields.RequiredName(EntityColumn.Name);
        var entity = EntityRules.Normalised(new(fields[EntityColumn.Id] ?? NameKey.Slug(name), kind ?? default, name)
        {
            Aliases = fields[EntityColumn.Aliases]?.Split(Limits.AliasSeparator) ?? [],
            Country = fields.Name(EntityColumn.Country),
            Iso2 = fields[EntityColumn.Iso2],
            Iso3 = fields[EntityColumn.Iso3],
            Latitude = fields.Number(EntityColumn.Latitude),
            Longitude = fields.Number(EntityColumn.Longitude),
            Stage = fields.Of<Stage>(EntityColumn.Stage),
            Url = fields[EntityColumn.Url],
        });
        // Without a kind or a name there is nothing that the rules could be asked about.
        if (kind is not null && name.Length > 0) row.Refuse(EntityRules.Check(entity), FileColumns.Entities);
        return entity;
    }
}
