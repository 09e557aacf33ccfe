using System.Buffers;
using CsvHelper;

namespace SupplyGraph.Loading.Rows;

/// <summary>Rejected rows of a CSV file: as they came, in its delimiter. Errors that an earlier file of rejects added make room for the new ones.</summary>
internal sealed class CsvRejectRows(UnderstoodFile understood, HeaderRow header) : IRejectRows
{
    private readonly byte delimiter = (byte)understood.Delimiter!.Value;
    private readonly bool errorsTrail = header.TrailingErrorFields == header.ErrorFields.Count;

    public void WriteHeader(IBufferWriter<byte> into)
    {
        if (understood.HasMark) into.Write(FileBytes.Mark);
        WriteFields(into, understood.RawHeader.Span);
        foreach (var name in WantedColumns.ErrorColumns.Take(3)) RejectFields.WriteNext(into, name, delimiter);
        into.Write("\n"u8);
    }

    public void WriteRow(IBufferWriter<byte> into, ReadOnlySpan<byte> raw, IReadOnlyList<RowError> errors)
    {
        WriteFields(into, raw);
        RejectFields.WriteErrors(into, errors, delimiter);
        into.Write("\n"u8);
    }

    private void WriteFields(IBufferWriter<byte> into, ReadOnlySpan<byte> raw)
    {
        // Behind an empty line, so that a byte order mark inside a file is read as the text that it is there.
        using var csv = CsvReader.Create((byte[])[(byte)'\n', .. raw], CsvRows.Options((char)delimiter));
        var whole = csv.Read() && !IsOpen(csv.GetRawSpan(csv.FieldCount - 1));
        if (!whole || (csv.FieldCount == header.Names.Count && header.ErrorFields.Count == 0)) into.Write(raw);
        else WriteFields(into, csv);
    }

    private void WriteFields(IBufferWriter<byte> into, CsvReader csv)
    {
        var written = 0;
        for (var i = 0; i < csv.FieldCount; i++)
        {
            if (IsError(i, csv.FieldCount)) continue;
            if (written++ > 0) into.Write([delimiter]);
            into.Write(csv.GetRawSpan(i));
        }
        for (; written < header.Names.Count - header.ErrorFields.Count; written++)
            if (written > 0) into.Write([delimiter]);
    }

    // Errors at the end are at the end of a row that has too many fields, too.
    private bool IsError(int field, int count) =>
        errorsTrail && count > header.Names.Count ? field >= count - header.ErrorFields.Count : header.ErrorFields.Contains(field);

    // A quotation mark that is never closed takes in all that is written behind it; such a row is the last.
    private static bool IsOpen(ReadOnlySpan<byte> field)
    {
        if (field.IsEmpty || field[0] != '"') return false;
        for (var i = 1; i < field.Length; i++)
            if (field[i] != '"') continue;
            else if (i + 1 < field.Length && field[i + 1] == '"') i++;
            else return false;
        return true;
    }
}
