using System.Globalization;
using SupplyGraph.Graph;
using SupplyGraph.Model;

namespace SupplyGraph.Benchmarks;

/// <summary>A generated graph as a snapshot, built from its files without a store.</summary>
internal static class GeneratedSnapshot
{
    /// <summary>Reads DIR/entities.csv and DIR/claims.csv. All claims have one publisher: of those of one relationship the surest counts.</summary>
    /// <param name="withMarkets">
    /// Whether the companies that sell to nobody each export to their country, so that a route with an open end has somewhere to end.
    /// </param>
    /// <param name="withTaxonomy">Whether the relationships name components of a generated taxonomy instead of the file's, which nothing links.</param>
    public static Snapshot Read(string folder, bool withMarkets = false, bool withTaxonomy = false)
    {
        var builder = new SnapshotBuilder();
        var handles = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var fields in Rows(folder, "entities.csv")) handles[fields[0]] = builder.AddEntity(fields[0], Kind(fields[1]));
        foreach (var fields in Rows(folder, "entities.csv"))
            if (fields[3].Length > 0) builder.SetCountry(handles[fields[0]], handles[fields[3]]);
        Func<string[], int> component = withTaxonomy ? Drawn(folder, new(builder)) : fields => handles[fields[3]];
        foreach (var ((from, to, named), confidence) in Relationships(folder, handles, component))
            builder.AddRelationship(RelationshipType.Supplies, from, to, named, null, Status.Established, confidence, null, null);
        if (withMarkets) AddMarkets(folder, builder, handles);
        return builder.Build(1);
    }

    private static void AddMarkets(string folder, SnapshotBuilder builder, Dictionary<string, int> handles)
    {
        var sellers = Rows(folder, "claims.csv").Select(fields => fields[1]).ToHashSet(StringComparer.Ordinal);
        foreach (var fields in Rows(folder, "entities.csv").Where(f => f[1] == "company" && !sellers.Contains(f[0])))
            builder.AddRelationship(RelationshipType.OperatesIn, handles[fields[0]], handles[fields[3]], -1, null, Status.Established, 0.9, null, null);
    }

    /// <summary>The component for a row of claims.csv.</summary>
    private static Func<string[], int> Drawn(string folder, GeneratedTaxonomy taxonomy)
    {
        var names = Rows(folder, "entities.csv").ToDictionary(fields => fields[0], fields => fields[2], StringComparer.Ordinal);
        return fields => taxonomy.Draw(names[fields[1]]);
    }

    private static Dictionary<(int From, int To, int Component), double> Relationships(
        string folder, Dictionary<string, int> handles, Func<string[], int> component)
    {
        var surest = new Dictionary<(int, int, int), double>();
        foreach (var fields in Rows(folder, "claims.csv"))
        {
            var key = (handles[fields[1]], handles[fields[2]], component(fields));
            var confidence = double.Parse(fields[5], CultureInfo.InvariantCulture);
            if (!surest.TryGetValue(key, out var known) || confidence > known) surest[key] = confidence;
        }
        return surest;
    }

    /// <summary>The fields of each row of a generated file.</summary>
    internal static IEnumerable<string[]> Rows(string folder, string file) =>
        File.ReadLines(Path.Combine(folder, file)).Skip(1).Select(line => line.Split(','));

    internal static EntityKind Kind(string term) =>
        Term.TryParse(term, out EntityKind kind) ? kind : throw new InvalidDataException($"'{term}' is no kind of entity.");
}
