using System.Runtime.CompilerServices;
using SupplyGraph.Loading.Rows;
using SupplyGraph.Model;

namespace SupplyGraph.Loading.Claims;

/// <summary>Files of claims (design, section 2).</summary>
public static partial class ClaimFile
{
    /// <summary>
    /// Reads the claims of a file laid out in any way, each within the rules of <see cref="ClaimRules"/>, their names not yet resolved.
    /// Nothing is read yet; the stream stays open.
    /// </summary>
    public static RowReader<NamedClaim> Open(Stream stream, FileFormat format, FileLayout layout) => new(stream, format, FileContent.Claims, layout, Read);

    /// <summary>Streams the claims of a file in our own columns, see <see cref="Open"/>.</summary>
    /// <exception cref="UnreadableFileException">The header is wrong, or the file cannot be read on; rows that are merely bad carry their errors.</exception>
    public static IAsyncEnumerable<FileRow<NamedClaim>> ReadAsync(Stream stream, FileFormat format, CancellationToken cancel) =>
        ReadAsync(stream, format, FileLayout.Own, cancel);

    /// <summary>Streams the claims of a file, see <see cref="Open"/>.</summary>
    /// <exception cref="UnreadableFileException">The header is wrong, or the file cannot be read on; rows that are merely bad carry their errors.</exception>
    public static async IAsyncEnumerable<FileRow<NamedClaim>> ReadAsync(
        Stream stream, FileFormat format, FileLayout layout, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var reader = Open(stream, format, layout);
        await foreach (var row in reader.ReadAllAsync(cancel)) yield return row;
    }

    internal static NamedClaim Read(TextRow row)
    {
        var fields = new RowFields<ClaimColumn>(row);
        var type = fields.RequiredOf<RelationshipType>(ClaimColumn.Type);
        var named = new NamedClaim(ReadClaim(fields, type ?? default))
        {
            FromKind = fields.Of<EntityKind>(ClaimColumn.FromKind),
            FromCountry = fields.Name(ClaimColumn.FromCountry),
            ToKind = fields.Of<EntityKind>(ClaimColumn.ToKind),
            ToCountry = fields.Name(ClaimColumn.ToCountry),
            ComponentKind = fields.Of<EntityKind>(ClaimColumn.ComponentKind),
        };
        // Without a type there is nothing that the rules could be asked about.
        if (type is not null) row.Refuse(ClaimRules.Check(named.Claim));
        return named;
    }

    private static Claim ReadClaim(RowFields<ClaimColumn> fields, RelationshipType type) =>
        new(type, fields.RequiredName(ClaimColumn.From), fields.RequiredName(ClaimColumn.To))
        {
            Component = fields.Name(ClaimColumn.Component),
            Role = fields.Of<Role>(ClaimColumn.Role),
            Status = fields.Of<Status>(ClaimColumn.Status) ?? Status.Established,
            ValidFrom = fields.Date(ClaimColumn.ValidFrom),
            ValidTo = fields.Date(ClaimColumn.ValidTo),
            Amount = fields.Amount(ClaimColumn.Amount),
            Unit = fields[ClaimColumn.Unit],
            Statement = fields[ClaimColumn.Statement],
            SourceTitle = fields[ClaimColumn.SourceTitle],
            Publisher = fields[ClaimColumn.Publisher],
            SourceUrl = fields[ClaimColumn.SourceUrl],
            SourceDate = fields.Date(ClaimColumn.SourceDate),
            Confidence = fields.Number(ClaimColumn.Confidence, isShare: true) ?? Limits.DefaultConfidence,
        };
}
