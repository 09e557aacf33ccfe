using System.Globalization;
using SupplyGraph.Analysis.Hubs;
using SupplyGraph.Analysis.Tests.Oracle;

namespace SupplyGraph.Analysis.Tests.Hubs;

/// <summary>All that an answer says of a hub, in lines that can be compared.</summary>
internal static class HubText
{
    public static string Of(Hub hub) => string.Join('\n',
        [
            hub.Country, .. hub.Stages.Select(Of), $"missing {string.Join(", ", hub.Missing)}", $"markets {Of(hub.Markets)}", $"policies {Of(hub.Policies)}",
            $"corridors {Of(hub.Corridors)}", .. hub.Routes.Select(Of),
        ]);

    private static string Of(HubStage s) => string.Create(CultureInfo.InvariantCulture,
        $"{s.Stage}: {Of(s.Established)} | {Of(s.Announced)} | {Of(s.Potential)} | {s.Imports.Relationships} {s.Imports.Hhi:0.00} {Of(s.Imports.Sources)}");

    private static string Of(HubLinks links) => $"{links.Count} [{string.Join("; ", links.Shown.Select(Of))}]";

    private static string Of(HubLink link) => string.Create(CultureInfo.InvariantCulture,
        $"{link.Entity}: {string.Join(", ", link.Relationships.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Key.Id} {r.Status} {r.Confidence}")))}");

    private static string Of(RegionRoute r) => $"to {r.Region} ({r.StoppedBy}): {(r.Route is null ? "none" : CaseText.Of([r.Route]))}";
}
