using System.Globalization;
using SupplyGraph.Model;
using SupplyGraph.Storage.Neo4j.Transport;

namespace SupplyGraph.Storage.Neo4j.Reads;

/// <summary>How values of the model stand in properties: enums as their terms, dates as text, amounts as decimal text.</summary>
internal static class StoredValues
{
    public static PartialDate? Date(this CypherRow row, int column) => Date(row.TextOrNull(column));

    public static PartialDate? Date(string? text) => text is null ? null : PartialDate.Parse(text);

    public static decimal? Amount(this CypherRow row, int column) => Amount(row.TextOrNull(column));

    public static decimal? Amount(string? text) => text is null ? null : decimal.Parse(text, CultureInfo.InvariantCulture);

    public static T Member<T>(this CypherRow row, int column) where T : struct, Enum => Member<T>(row.Text(column));

    /// <exception cref="InvalidDataException">Somebody else wrote a value that the model does not know.</exception>
    public static T Member<T>(string term) where T : struct, Enum =>
        Term.TryParse(term, out T member) ? member : throw new InvalidDataException($"'{term}' is no {typeof(T).Name} of the graph: the database is damaged.");

    public static T? MemberOrNull<T>(this CypherRow row, int column) where T : struct, Enum => row.TextOrNull(column) is { } term ? Member<T>(term) : null;

    /// <summary>The key that a stored relationship id stands for.</summary>
    /// <exception cref="InvalidDataException">It is no relationship id.</exception>
    public static RelationshipKey Key(string id) =>
        RelationshipKey.TryParse(id, out var key) ? key : throw new InvalidDataException($"'{id}' is no relationship id: the database is damaged.");

    /// <summary>A day as it is stored and compared: as text. Null for none.</summary>
    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
