using SupplyGraph.Loading.Rows;
using SupplyGraph.Model;

namespace SupplyGraph.Loading.Claims;

public static partial class ClaimFile
{
    /// <summary>
    /// Streams claims out in the columns of <see cref="FileColumns.Exported"/>, entities by id; read back over the same entities, they are the same.
    /// The stream stays open.
    /// </summary>
    public static Task WriteAsync(Stream stream, FileFormat format, IAsyncEnumerable<Claim> claims, CancellationToken cancel) =>
        RowsOut.WriteAsync(stream, format, FileColumns.Claims, claims, Write, cancel);

    private static void Write(IRowOut row, Claim claim)
    {
        row.Text(Term.Of(claim.Type));
        row.Text(claim.From);
        row.Text(claim.To);
        row.Text(claim.Component);
        row.Text(Term.Of(claim.Role));
        row.Text(Term.Of(claim.Status));
        row.Text(claim.ValidFrom?.ToString());
        row.Text(claim.ValidTo?.ToString());
        row.Number(claim.Amount);
        row.Text(claim.Unit);
        row.Text(claim.Statement);
        row.Text(claim.SourceTitle);
        row.Text(claim.Publisher);
        row.Text(claim.SourceUrl);
        row.Text(claim.SourceDate?.ToString());
        row.Number(claim.Confidence);
    }
}
