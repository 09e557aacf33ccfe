using System.Buffers;
using System.Text;
using System.Text.Json;

namespace SupplyGraph.Loading.Rows;

/// <summary>Rejected rows of an NDJSON file: their values under the names that were looked for, so that the same layout reads them again.</summary>
internal sealed class JsonRejectRows : IRejectRows
{
    private const byte Delimiter = (byte)',';

    private readonly UnderstoodFile understood;
    private readonly string[] headers;
    private readonly string[] values;

    public JsonRejectRows(UnderstoodFile understood)
    {
        this.understood = understood;
        var wanted = understood.Wanted;
        headers = [.. wanted.Places.Select(wanted.HeaderOf).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
        values = new string[headers.Length];
    }

    public void WriteHeader(IBufferWriter<byte> into)
    {
        if (understood.HasMark) into.Write(FileBytes.Mark);
        Write(into, headers);
        foreach (var name in WantedColumns.ErrorColumns) RejectFields.WriteNext(into, name, Delimiter);
        into.Write("\n"u8);
    }

    public void WriteRow(IBufferWriter<byte> into, ReadOnlySpan<byte> raw, IReadOnlyList<RowError> errors)
    {
        Array.Fill(values, "");
        try
        {
            Read(raw);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The line as it came says what can be said of it.
            Array.Fill(values, "");
        }
        Write(into, values);
        RejectFields.WriteErrors(into, errors, Delimiter);
        RejectFields.WriteNext(into, Encoding.UTF8.GetString(raw), Delimiter);
        into.Write("\n"u8);
    }

    private static void Write(IBufferWriter<byte> into, string[] fields)
    {
        for (var i = 0; i < fields.Length; i++)
            if (i == 0) RejectFields.Write(into, fields[i], Delimiter);
            else RejectFields.WriteNext(into, fields[i], Delimiter);
    }

    private void Read(ReadOnlySpan<byte> raw)
    {
        var json = new Utf8JsonReader(raw);
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject) return;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString()!.Trim();
            json.Read();
            var field = Array.FindIndex(headers, header => header.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (field >= 0 && values[field].Length == 0) values[field] = AsGiven(ref json, raw, understood.Wanted.PlacesOf(name));
            else json.Skip();
        }
    }

    private string AsGiven(ref Utf8JsonReader json, ReadOnlySpan<byte> raw, int[] places)
    {
        if (JsonText.TryRead(ref json, understood.Wanted, places, out var text)) return text ?? "";
        var start = (int)json.TokenStartIndex;
        json.Skip();
        return Encoding.UTF8.GetString(raw[start..(int)json.BytesConsumed]);
    }
}
