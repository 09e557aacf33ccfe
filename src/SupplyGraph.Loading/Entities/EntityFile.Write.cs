using SupplyGraph.Loading.Rows;
using SupplyGraph.Model;

namespace SupplyGraph.Loading.Entities;

public static partial class EntityFile
{
    /// <summary>Streams entities out in the columns of <see cref="FileColumns.Exported"/>; read back, they are the same. The stream stays open.</summary>
    public static Task WriteAsync(Stream stream, FileFormat format, IAsyncEnumerable<Entity> entities, CancellationToken cancel) =>
        RowsOut.WriteAsync(stream, format, FileColumns.Entities, entities, Write, cancel);

    private static void Write(IRowOut row, Entity entity)
    {
        row.Text(entity.Id);
        row.Text(Term.Of(entity.Kind));
        row.Text(entity.Name);
        row.List(entity.Aliases);
        row.Text(entity.Country);
        row.Text(entity.Iso2);
        row.Text(entity.Iso3);
        row.Number(entity.Latitude);
        row.Number(entity.Longitude);
        row.Text(Term.Of(entity.Stage));
        row.Text(entity.Url);
    }
}
