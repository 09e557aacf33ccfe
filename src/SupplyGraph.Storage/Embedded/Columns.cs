using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using SupplyGraph.Model;

namespace SupplyGraph.Storage.Embedded;

/// <summary>How values of the model stand in columns (see <see cref="Schema"/>).</summary>
internal static class Columns
{
    private const double Millionths = 1_000_000;

    public static long? Pack(PartialDate? date) => PackedDate.Of(date) is var packed and not PackedDate.None ? packed : null;

    public static PartialDate? Date(this SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : PackedDate.Read(row.GetInt32(column));

    public static decimal? Amount(this SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : decimal.Parse(row.GetString(column), CultureInfo.InvariantCulture);

    public static long PackConfidence(double confidence) => (long)Math.Round(confidence * Millionths);

    public static double Confidence(this SqliteDataReader row, int column) => row.GetInt64(column) / Millionths;

    /// <summary>The hexadecimal digits of a claim's or a source's id as bytes.</summary>
    public static byte[] PackHex(string id) => Convert.FromHexString(id);

    public static string Hex(this SqliteDataReader row, int column) => Convert.ToHexStringLower(row.GetFieldValue<byte[]>(column));

    public static string? Text(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static double? Degrees(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetDouble(column);

    public static T? Member<T>(this SqliteDataReader row, int column) where T : struct, Enum =>
        row.IsDBNull(column) ? null : (T)Enum.ToObject(typeof(T), row.GetInt32(column));

    public static string? Pack(IReadOnlyList<string> texts) => texts.Count == 0 ? null : JsonSerializer.Serialize(texts);

    public static IReadOnlyList<string> Texts(this SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? [] : JsonSerializer.Deserialize<string[]>(row.GetString(column)) ?? [];

    public static string? Pack(IReadOnlyList<Dispute> disputes) => disputes.Count == 0 ? null : JsonSerializer.Serialize(disputes);

    public static IReadOnlyList<Dispute> Disputes(this SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? [] : JsonSerializer.Deserialize<Dispute[]>(row.GetString(column)) ?? [];
}
