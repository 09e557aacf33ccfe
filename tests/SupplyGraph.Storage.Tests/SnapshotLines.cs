using SupplyGraph.Graph;

namespace SupplyGraph.Storage.Tests;

/// <summary>All that a snapshot shows, by ids rather than indices, so that two can be compared.</summary>
internal static class SnapshotLines
{
    public static List<string> Of(Snapshot snapshot)
    {
        var lines = new List<string>();
        for (var node = 0; node < snapshot.NodeCount; node++)
            if (snapshot.Exists(node)) AddNode(snapshot, node, lines);
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    private static void AddNode(Snapshot snapshot, int node, List<string> lines)
    {
        var id = snapshot.Id(node);
        var home = snapshot.Home(node);
        var ordinal = snapshot.ComponentOrdinal(node);
        lines.Add($"{id} {snapshot.Kind(node)} home {(home < 0 ? "-" : snapshot.Id(home))} stage {(ordinal < 0 ? null : snapshot.Taxonomy.StageOf(ordinal))}");
        lines.AddRange(snapshot.CompaniesOf(node).Select(company => $"{id} is home of {snapshot.Id(company)}"));
        if (ordinal >= 0) lines.AddRange(snapshot.Taxonomy.KindsAbove(ordinal).Select(kind =>
            $"{id} is a kind of {snapshot.Id(snapshot.ComponentNode(kind))}"));
        foreach (var arc in snapshot.Out(node)) AddLink("out", arc.Relationship, snapshot.Key(node, arc).Id, $"{id} to {snapshot.Id(arc.Node)} at {arc.Cost}");
        foreach (var arc in snapshot.In(node))
            AddLink("in", arc.Relationship, (arc.Along ? snapshot.Key(arc.Relationship, arc.Node, node) : snapshot.Key(arc.Relationship, node, arc.Node)).Id,
                $"{id} from {snapshot.Id(arc.Node)}");
        foreach (var tie in snapshot.TiesOut(node)) AddLink("tie out", tie.Relationship, snapshot.Key(tie.Relationship, node, tie.Node).Id, id);
        foreach (var tie in snapshot.TiesIn(node)) AddLink("tie in", tie.Relationship, snapshot.Key(tie.Relationship, tie.Node, node).Id, id);

        void AddLink(string what, int relationship, string key, string where)
        {
            if (snapshot.IsRemoved(relationship)) return;
            var component = snapshot.Component(relationship);
            lines.Add($"{what} {where}: {key} {snapshot.Status(relationship)} {snapshot.ConfidenceMillionths(relationship)} {snapshot.ValidFrom(relationship)}"
                + $"..{snapshot.CountsUntil(relationship)} carries {(component < 0 ? "-" : snapshot.Id(snapshot.ComponentNode(component)))}");
        }
    }
}
