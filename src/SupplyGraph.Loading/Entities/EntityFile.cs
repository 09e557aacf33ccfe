using System.Runtime.CompilerServices;
using SupplyGraph.Loading.Rows;
using SupplyGraph.Model;

namespace SupplyGraph.Loading.Entities;

/// <summary>Files of entities (design, section 2).</summary>
public static partial class EntityFile
{
    private static readonly int[] Places = [.. Enumerable.Range(0, FileColumns.Entities.Names.Count)];

    /// <summary>
    /// Reads the entities of a file laid out in any way, each by itself within the rules of <see cref="EntityRules"/>. A row's <c>country</c> is as written,
    /// perhaps a name: see <see cref="Names.EntityResolver"/>. Nothing is read yet; the stream stays open.
    /// </summary>
    public static RowReader<StatedEntity> Open(Stream stream, FileFormat format, FileLayout layout) => new(stream, format, FileContent.Entities, layout, Read);

    /// <summary>Streams the entities of a file in our own columns, see <see cref="Open"/>.</summary>
    /// <exception cref="UnreadableFileException">The header is wrong, or the file cannot be read on; rows that are merely bad carry their errors.</exception>
    public static async IAsyncEnumerable<FileRow<Entity>> ReadAsync(Stream stream, FileFormat format, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var row in ReadAsync(stream, format, FileLayout.Own, cancel))
            yield return new(row.Number, row.Line, row.Value?.Entity, row.Errors) { Raw = row.Raw };
    }

    /// <summary>Streams the entities of a file, see <see cref="Open"/>.</summary>
    /// <exception cref="UnreadableFileException">The header is wrong, or the file cannot be read on; rows that are merely bad carry their errors.</exception>
    public static async IAsyncEnumerable<FileRow<StatedEntity>> ReadAsync(
        Stream stream, FileFormat format, FileLayout layout, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var reader = Open(stream, format, layout);
        await foreach (var row in reader.ReadAllAsync(cancel)) yield return row;
    }

    internal static StatedEntity Read(TextRow row)
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
        if (kind is not null && name.Length > 0) row.Refuse(EntityRules.Check(entity));
        return new(entity) { IdStated = fields[EntityColumn.Id] is not null, Given = Given(row) };
    }

    private static int Given(TextRow row)
    {
        var given = 0;
        foreach (var place in Places)
            if (row[place].Given || row[place].HasDefault) given |= 1 << place;
        return given;
    }
}
