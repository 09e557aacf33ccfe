using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using SupplyGraph.Model;

namespace SupplyGraph.Loading.Rows;

/// <summary>Rows as NDJSON; fields without a value are left out.</summary>
internal sealed class NdjsonRowOut : IRowOut
{
    private readonly Stream stream;
    private readonly ArrayBufferWriter<byte> gathered = new(RowsOut.ChunkSize * 2);
    private readonly Utf8JsonWriter json;
    private readonly JsonEncodedText[] names;
    private int place;

    public NdjsonRowOut(Stream stream, FileColumns columns)
    {
        this.stream = stream;
        names = [.. columns.Exported.Select(name => JsonEncodedText.Encode(name))];
        // A file is no HTML: letters of every script, quotes and signs stay readable.
        json = new Utf8JsonWriter(gathered, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    public void Text(string? text)
    {
        var name = Next();
        if (text is not null) json.WriteString(name, text);
    }

    public void List(IReadOnlyList<string> texts)
    {
        var name = Next();
        if (texts.Count == 0) return;
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    public void Number(double? number)
    {
        var name = Next();
        if (number is { } value) json.WriteNumber(name, value);
    }

    public void Number(decimal? number)
    {
        var name = Next();
        if (PlainNumber.Of(number) is not { } plain) return;
        json.WritePropertyName(name);
        json.WriteRawValue(plain);
    }

    public async ValueTask EndRowAsync(CancellationToken cancel)
    {
        json.WriteEndObject();
        json.Flush();
        json.Reset();
        gathered.Write("\n"u8);
        place = 0;
        if (gathered.WrittenCount >= RowsOut.ChunkSize) await SendAsync(cancel);
    }

    public async ValueTask FlushAsync(CancellationToken cancel)
    {
        await SendAsync(cancel);
        await stream.FlushAsync(cancel);
    }

    public ValueTask DisposeAsync() => json.DisposeAsync();

    private JsonEncodedText Next()
    {
        if (place == 0) json.WriteStartObject();
        return names[place++];
    }

    private async ValueTask SendAsync(CancellationToken cancel)
    {
        await stream.WriteAsync(gathered.WrittenMemory, cancel);
        gathered.ResetWrittenCount();
    }
}
