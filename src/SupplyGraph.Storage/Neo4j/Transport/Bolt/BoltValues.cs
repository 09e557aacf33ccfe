using System.Collections;
using Neo4j.Driver;

namespace SupplyGraph.Storage.Neo4j.Transport.Bolt;

/// <summary>Values as the driver takes and gives them, and as we do: the same kinds as over HTTP, and no others.</summary>
internal static class BoltValues
{
    /// <summary>Parameters for the driver.</summary>
    /// <exception cref="ArgumentException">A parameter is of a kind that does not travel.</exception>
    public static Dictionary<string, object?> Parameters(CypherStatement statement, StatementId id)
    {
        var parameters = new Dictionary<string, object?>(statement.Parameters.Count + 1, StringComparer.Ordinal);
        foreach (var (name, value) in statement.Parameters) parameters[name] = Sent(name, value);
        parameters[StopStatement.IdParameter] = id;
        return parameters;
    }

    /// <summary>A row of the driver's.</summary>
    public static CypherRow Row(IRecord record)
    {
        var values = new object?[record.Keys.Count];
        for (var column = 0; column < values.Length; column++) values[column] = Received(record[column]);
        return new CypherRow(values);
    }

    private static object? Sent(string parameter, object? value) => value switch
    {
        null or string or long or int or bool => value,
        double number => double.IsFinite(number) ? value
            : throw new ArgumentException($"The parameter {parameter} holds {number}, which does not travel over HTTP either.", nameof(value)),
        IReadOnlyDictionary<string, object?> map => map.ToDictionary(pair => pair.Key, pair => Sent(parameter, pair.Value), StringComparer.Ordinal),
        IDictionary map => map.Keys.Cast<string>().ToDictionary(key => key, key => Sent(parameter, map[key]), StringComparer.Ordinal),
        IEnumerable items => items.Cast<object?>().Select(item => Sent(parameter, item)).ToList(),
        _ => throw new ArgumentException($"The parameter {parameter} holds a {value.GetType().Name}, which does not travel.", nameof(value)),
    };

    private static object? Received(object? value)
    {
        switch (value)
        {
            case IList<object?> list:
                var items = new object?[list.Count];
                for (var at = 0; at < items.Length; at++) items[at] = Received(list[at]);
                return items;
            case IDictionary<string, object?> map: return map.ToDictionary(pair => pair.Key, pair => Received(pair.Value), StringComparer.Ordinal);
            default: return value;
        }
    }
}
