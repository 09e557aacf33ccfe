using System.Buffers;
using System.Text;

namespace SupplyGraph.Loading.Rows;

/// <summary>Fields of a file of rejects.</summary>
internal static class RejectFields
{
    /// <summary>A field, quoted where it must be.</summary>
    public static void Write(IBufferWriter<byte> into, string text, byte delimiter)
    {
        if (text.Contains((char)delimiter) || text.AsSpan().IndexOfAny("\"\r\n") >= 0) text = $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        into.Write(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>The three fields that say why, each after a delimiter.</summary>
    public static void WriteErrors(IBufferWriter<byte> into, IReadOnlyList<RowError> errors, byte delimiter)
    {
        WriteNext(into, string.Join('|', errors.Select(error => error.Column)), delimiter);
        WriteNext(into, string.Join('|', errors.Select(error => error.Code)), delimiter);
        WriteNext(into, string.Join(' ', errors.Select(error => error.Message)), delimiter);
    }

    /// <summary>A delimiter and a field.</summary>
    public static void WriteNext(IBufferWriter<byte> into, string text, byte delimiter)
    {
        into.Write([delimiter]);
        Write(into, text, delimiter);
    }
}
