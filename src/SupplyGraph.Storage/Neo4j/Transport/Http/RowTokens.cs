using System.Text.Json;

namespace SupplyGraph.Storage.Neo4j.Transport.Http;

/// <summary>
/// Makes rows of the tokens inside an answer's <c>values</c>. It keeps what is half done between two calls, so the bytes may end anywhere. A number is an
/// integer where its text has neither point nor exponent, as the server writes them.
/// </summary>
internal sealed class RowTokens
{
    /// <summary>The depth of a row's own brackets: inside the answer, its data, and the list of rows.</summary>
    private const int RowDepth = 3;

    private const int SmallNumbers = 1024;

    private static readonly object[] Small = [.. Enumerable.Range(0, SmallNumbers).Select(number => (object)(long)number)];
    private static readonly object True = true;
    private static readonly object False = false;

    private readonly List<object?> open = [];
    private readonly Stack<int> starts = [];
    private object?[] row = [];
    private int column;

    /// <summary>Takes one token.</summary>
    /// <param name="columns">Values of a row.</param>
    /// <param name="rows">Where a row goes that is complete.</param>
    public void Take(ref Utf8JsonReader json, int columns, List<CypherRow> rows)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.StartArray when json.CurrentDepth == RowDepth:
                row = new object?[columns];
                column = 0;
                break;
            case JsonTokenType.EndArray when json.CurrentDepth == RowDepth:
                rows.Add(new CypherRow(row));
                break;
            case JsonTokenType.StartArray when json.CurrentDepth > RowDepth: starts.Push(open.Count); break;
            case JsonTokenType.StartObject: starts.Push(open.Count); break;
            case JsonTokenType.EndArray when json.CurrentDepth > RowDepth: Add(CloseList()); break;
            case JsonTokenType.EndObject: Add(CloseMap()); break;
            case JsonTokenType.PropertyName or JsonTokenType.String: Add(json.GetString()); break;
            case JsonTokenType.Number: Add(Number(ref json)); break;
            case JsonTokenType.True: Add(True); break;
            case JsonTokenType.False: Add(False); break;
            case JsonTokenType.Null: Add(null); break;
        }
    }

    private static object Number(ref Utf8JsonReader json)
    {
        if (json.ValueSpan.ContainsAny((byte)'.', (byte)'E', (byte)'e')) return json.GetDouble();
        var number = json.GetInt64();
        return (ulong)number < SmallNumbers ? Small[number] : number;
    }

    private void Add(object? value)
    {
        if (starts.Count == 0) row[column++] = value;
        else open.Add(value);
    }

    private object?[] CloseList()
    {
        var start = starts.Pop();
        var list = open.GetRange(start, open.Count - start).ToArray();
        open.RemoveRange(start, open.Count - start);
        return list;
    }

    private Dictionary<string, object?> CloseMap()
    {
        var start = starts.Pop();
        var map = new Dictionary<string, object?>((open.Count - start) / 2, StringComparer.Ordinal);
        for (var at = start; at < open.Count; at += 2) map[(string)open[at]!] = open[at + 1];
        open.RemoveRange(start, open.Count - start);
        return map;
    }
}
