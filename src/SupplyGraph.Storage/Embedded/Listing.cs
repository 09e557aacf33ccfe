using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using SupplyGraph.Model;

namespace SupplyGraph.Storage.Embedded;

/// <summary>Puts together the conditions of one listing and reads a page of it. Lists travel as JSON arrays, so that one statement serves any number of
/// values.</summary>
internal sealed class Listing(string select, string key)
{
    private readonly List<string> conditions = [];
    private readonly List<object?> values = [];

    /// <summary>Adds a condition that needs no value.</summary>
    public Listing Where(string condition)
    {
        conditions.Add(condition);
        return this;
    }

    /// <summary>Adds a condition, whose <c>$</c> stands for the value.</summary>
    public Listing Where(string condition, object? value)
    {
        values.Add(value);
        conditions.Add(condition.Replace("$", string.Create(CultureInfo.InvariantCulture, $"${values.Count}"), StringComparison.Ordinal));
        return this;
    }

    /// <summary>Adds a condition unless there is no value.</summary>
    public Listing WhereGiven(string condition, object? value) => value is null ? this : Where(condition, value);

    /// <summary>Adds that an expression is one of some members, unless there are none.</summary>
    public Listing WhereAny<T>(string expression, IReadOnlyCollection<T> members) where T : struct, Enum =>
        members.Count == 0 ? this : Where($"{expression} IN (SELECT value FROM json_each($))",
            JsonSerializer.Serialize(members.Select(m => Convert.ToInt32(m, CultureInfo.InvariantCulture))));

    /// <summary>Reads the items after a key, and whether there are more.</summary>
    public Page<T> Read<T>(Session db, int limit, object? after, Func<SqliteDataReader, T> read, Func<T, string> cursor)
    {
        Paging.CheckLimit(limit);
        WhereGiven($"{key} > $", after);
        values.Add((long)limit + 1);
        var where = conditions.Count == 0 ? "" : $" WHERE {string.Join(" AND ", conditions)}";
        var sql = string.Create(CultureInfo.InvariantCulture, $"{select}{where} ORDER BY {key} LIMIT ${values.Count}");
        return Paging.Cut(db.List(sql, read, values.ToArray()), limit, cursor);
    }

    /// <summary>A JSON array for <c>json_each</c>.</summary>
    public static string Json(IEnumerable<string> ids) => JsonSerializer.Serialize(ids);

    /// <summary>The first text behind all that begin with a prefix which ends with <see cref="RelationshipKey.Separator"/>.</summary>
    public static string After(string prefix) => prefix[..^1] + (char)(RelationshipKey.Separator + 1);

    /// <summary>The bytes of a claim's or a source's id; null where the text cannot be one.</summary>
    public static byte[]? HexKey(string id) => Paging.IsHexId(id) ? Convert.FromHexString(id) : null;
}
