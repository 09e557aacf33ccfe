using SupplyGraph.Model;

namespace SupplyGraph.Graph;

/// <summary>One entity as the engine sees it.</summary>
/// <param name="Country">The node of a company's own country, or -1.</param>
internal readonly record struct NodeRow(string Id, EntityKind Kind, int Country, Stage? Stage);

/// <summary>
/// The immutable arrays under a snapshot: relationship columns, and compressed sparse rows of arcs both ways. About 8 bytes a relationship for the
/// columns and 24 for its arcs (48 where it flows both ways).
/// </summary>
internal sealed class SnapshotBase
{
    public required NodeRow[] Nodes { get; init; }

    /// <summary>The node of each component ordinal.</summary>
    public required int[] Components { get; init; }

    public required TermsColumn Terms { get; init; }

    /// <summary>In millionths.</summary>
    public required int[] Confidences { get; init; }

    public required Csr<Arc> Out { get; init; }
    public required Csr<Arc> In { get; init; }
    public required Csr<Tie> TiesOut { get; init; }
    public required Csr<Tie> TiesIn { get; init; }

    /// <summary>The home of every node, -1 for none.</summary>
    public required int[] Homes { get; init; }

    /// <summary>The companies of each home.</summary>
    public required Csr<int> Companies { get; init; }

    public int RelationshipCount => Confidences.Length;

    public static SnapshotBase Build(NodeRow[] nodes, int[] components, ReadOnlySpan<RelationshipRow> rows)
    {
        CsrBuilder<Arc> arcsOut = new(nodes.Length), arcsIn = new(nodes.Length);
        CsrBuilder<Tie> tiesOut = new(nodes.Length), tiesIn = new(nodes.Length);
        // Two passes over the same rows: the first counts, the second fills.
        for (var pass = 0; pass < 2; pass++)
        {
            for (var r = 0; r < rows.Length; r++)
            {
                ref readonly var row = ref rows[r];
                var costs = row.Costs(nodes[row.From].Kind, nodes[row.To].Kind);
                if (costs.Along is { } along)
                {
                    arcsOut.Add(row.From, Arc.Of(row.To, r, true, along));
                    arcsIn.Add(row.To, Arc.Of(row.From, r, true, along));
                }
                if (costs.Against is { } against)
                {
                    arcsOut.Add(row.To, Arc.Of(row.From, r, false, against));
                    arcsIn.Add(row.From, Arc.Of(row.To, r, false, against));
                }
                if (!RelationshipRow.IsTie(row.Type, costs)) continue;
                tiesOut.Add(row.From, new Tie(row.To, r));
                tiesIn.Add(row.To, new Tie(row.From, r));
            }
            arcsOut.NextPass();
            arcsIn.NextPass();
            tiesOut.NextPass();
            tiesIn.NextPass();
        }
        var ties = tiesOut.Build();
        var homes = new int[nodes.Length];
        for (var node = 0; node < nodes.Length; node++) homes[node] = HomeOf(nodes[node], ties[node], rows);
        return new SnapshotBase
        {
            Nodes = nodes,
            Components = components,
            Terms = new TermsColumn(rows),
            Confidences = ConfidencesOf(rows),
            Out = arcsOut.Build(),
            In = arcsIn.Build(),
            TiesOut = ties,
            TiesIn = tiesIn.Build(),
            Homes = homes,
            Companies = CompaniesByHome(homes),
        };
    }

    private static int[] ConfidencesOf(ReadOnlySpan<RelationshipRow> rows)
    {
        var column = new int[rows.Length];
        for (var r = 0; r < column.Length; r++) column[r] = rows[r].Confidence;
        return column;
    }

    private static int HomeOf(NodeRow node, ReadOnlySpan<Tie> ties, ReadOnlySpan<RelationshipRow> rows)
    {
        if (node.Kind != EntityKind.Company) return -1;
        if (node.Country >= 0) return node.Country;
        var home = -1;
        foreach (var tie in ties)
        {
            if (rows[tie.Relationship].Type != RelationshipType.HeadquarteredIn || tie.Node == home) continue;
            if (home >= 0) return -1;
            home = tie.Node;
        }
        return home;
    }

    private static Csr<int> CompaniesByHome(int[] homes)
    {
        var builder = new CsrBuilder<int>(homes.Length);
        for (var pass = 0; pass < 2; pass++)
        {
            for (var node = 0; node < homes.Length; node++)
                if (homes[node] >= 0) builder.Add(homes[node], node);
            builder.NextPass();
        }
        return builder.Build();
    }
}
