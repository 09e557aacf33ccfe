using System.Buffers;

namespace SupplyGraph.Loading.Rows;

/// <summary>How rejected rows of one format are written as CSV.</summary>
internal interface IRejectRows
{
    void WriteHeader(IBufferWriter<byte> into);

    void WriteRow(IBufferWriter<byte> into, ReadOnlySpan<byte> raw, IReadOnlyList<RowError> errors);
}
