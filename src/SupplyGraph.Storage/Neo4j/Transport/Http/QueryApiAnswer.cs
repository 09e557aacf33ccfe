using System.Buffers;
using System.Text.Json;

namespace SupplyGraph.Storage.Neo4j.Transport.Http;

/// <summary>
/// Reads an answer of the Query API as it comes:
/// <c>{"data":{"fields":["a","b"],"values":[[1,2],…]},"bookmarks":["…"]}</c>, with <c>"errors":[{"code":"…","message":"…"}]</c> in the place of the rest, or
/// after any number of rows, where the server finds an error on the way. Holds one buffer, and the rows of one reading.
/// </summary>
internal sealed class QueryApiAnswer(Stream stream) : IDisposable
{
    private const int FirstSize = 64 * 1024;

    /// <summary>The depth of the brackets around fields and rows.</summary>
    private const int ListDepth = 2;

    private readonly RowTokens rowTokens = new();
    private readonly List<string> bookmarks = [];
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(FirstSize);
    private int held;
    private bool ended;
    private JsonReaderState state;
    private Part part;
    private bool inData;
    private int columns;
    private string property = "";
    private string code = "";
    private string message = "";

    private enum Part
    {
        Other,
        Fields,
        Values,
        Bookmarks,
        Errors,
    }

    /// <summary>The rows that the last reading brought.</summary>
    public List<CypherRow> Rows { get; } = [];

    /// <summary>Known at the end.</summary>
    public IReadOnlyList<string> Bookmarks => bookmarks;

    /// <summary>The first error that the server reported; known at the end.</summary>
    public ServerError? Error => code.Length == 0 ? null : new ServerError(code, message);

    /// <summary>Reads until there are rows; false at the end.</summary>
    /// <exception cref="JsonException">It is no JSON, or ends in the middle.</exception>
    public async ValueTask<bool> ReadAsync(CancellationToken cancel)
    {
        Rows.Clear();
        while (!ended && Rows.Count == 0)
        {
            if (held == buffer.Length) Grow();
            var got = await stream.ReadAsync(buffer.AsMemory(held), cancel);
            ended = got == 0;
            held += got;
            Parse();
        }
        return Rows.Count > 0;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
        held = 0;
        ended = true;
    }

    // Takes every whole token; the beginning of one that is cut off stays for the next bytes.
    private void Parse()
    {
        var json = new Utf8JsonReader(buffer.AsSpan(0, held), ended, state);
        while (json.Read()) Take(ref json);
        state = json.CurrentState;
        var taken = (int)json.BytesConsumed;
        buffer.AsSpan(taken, held - taken).CopyTo(buffer);
        held -= taken;
    }

    private void Take(ref Utf8JsonReader json)
    {
        if (json.TokenType == JsonTokenType.PropertyName && json.CurrentDepth <= ListDepth) part = Enter(ref json);
        else if (json.TokenType == JsonTokenType.EndArray && json.CurrentDepth == ListDepth) part = Part.Other;
        else if (part == Part.Values) rowTokens.Take(ref json, columns, Rows);
        else if (part == Part.Errors && json.TokenType == JsonTokenType.PropertyName) property = json.GetString()!;
        else if (json.TokenType == JsonTokenType.String) TakeText(ref json);
    }

    private Part Enter(ref Utf8JsonReader json)
    {
        if (json.CurrentDepth == 1) inData = json.ValueTextEquals("data"u8);
        else if (inData) return json.ValueTextEquals("values"u8) ? Part.Values : json.ValueTextEquals("fields"u8) ? Part.Fields : Part.Other;
        else return Part.Other;
        return json.ValueTextEquals("bookmarks"u8) ? Part.Bookmarks : json.ValueTextEquals("errors"u8) ? Part.Errors : Part.Other;
    }

    private void TakeText(ref Utf8JsonReader json)
    {
        if (part == Part.Fields) columns++;
        else if (part == Part.Bookmarks) bookmarks.Add(json.GetString()!);
        else if (part == Part.Errors && property == "code" && code.Length == 0) code = json.GetString()!;
        else if (part == Part.Errors && property == "message" && message.Length == 0) message = json.GetString()!;
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(2 * buffer.Length);
        buffer.AsSpan(0, held).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}
