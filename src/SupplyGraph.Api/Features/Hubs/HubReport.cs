using SupplyGraph.Analysis;
using SupplyGraph.Analysis.Hubs;
using SupplyGraph.Analysis.Routes;
using SupplyGraph.Api.Features.Evidence;
using SupplyGraph.Api.Features.Routes;
using SupplyGraph.Api.Http.Caching;
using SupplyGraph.Api.Http.Names;
using SupplyGraph.Graph;
using SupplyGraph.Storage;

namespace SupplyGraph.Api.Features.Hubs;

/// <summary>Has hubs compared, and puts names and evidence to them.</summary>
internal sealed class HubReport(NameResolver names, IGraphStore store, RecentClaims recent)
{
    public async Task<HubPage> AnswerAsync(HubQuestion question, Budget budget, CancellationToken cancel)
    {
        var graph = names.WholeGraph;
        var answer = HubComparison.Compare(graph, question, budget, cancel);
        var filters = question.Filters;
        var query = new HubQuery(question.Countries, filters.Types, filters.Statuses, filters.MinConfidence, filters.AsOf, question.Limit);
        var hubs = new List<HubShown>(answer.Hubs.Count);
        foreach (var hub in answer.Hubs) hubs.Add(Show(hub, await RoutesAsync(hub, graph, cancel)));
        var evidence = await new EvidenceReading(recent).ReadAsync(answer.Hubs.SelectMany(Counted), graph.Version, cancel);
        return new HubPage(query, answer.StoppedBy is null, answer.StoppedBy, graph.Version, hubs, evidence);
    }

    private async Task<IReadOnlyList<RegionRouteShown>> RoutesAsync(Hub hub, Snapshot graph, CancellationToken cancel)
    {
        var shown = await new RouteReport(names, store, recent).ShowAsync([.. hub.Routes.Select(r => r.Route).OfType<Analysis.Routes.Route>()], graph, cancel);
        var next = shown.GetEnumerator();
        return [.. hub.Routes.Select(r => new RegionRouteShown(
            names.Reference(r.Region), r.StoppedBy is null, r.Route is not null && next.MoveNext() ? next.Current : null))];
    }

    private HubShown Show(Hub hub, IReadOnlyList<RegionRouteShown> routes) => new(
        names.Reference(hub.Country), hub.Missing, [.. hub.Stages.Select(Show)], Show(hub.Markets), Show(hub.Policies), Show(hub.Corridors), routes);

    private StageShown Show(HubStage stage) => new(
        stage.Stage, new CompaniesShown(Show(stage.Established), Show(stage.Announced), Show(stage.Potential)), Show(stage.Imports));

    private ImportsShown Show(HubImports imports) => new(imports.Relationships, imports.Hhi, imports.Sources.Count,
    [
        .. imports.Sources.Shown.Select(source => new ImportSourceShown(
            source.Entity, names.Reference(source.Entity).Name, Math.Round((double)source.Relationships.Count / imports.Relationships, 6), Ids(source))),
    ]);

    private LinksShown Show(HubLinks links) =>
        new(links.Count, [.. links.Shown.Select(link => new LinkShown(link.Entity, names.Reference(link.Entity).Name, Ids(link)))]);

    private static IReadOnlyList<string> Ids(HubLink link) => [.. link.Relationships.Select(r => r.Key.Id)];

    private static IEnumerable<Counted> Counted(Hub hub) => hub.Stages
        .SelectMany(stage => new[] { stage.Established, stage.Announced, stage.Potential, stage.Imports.Sources })
        .Concat([hub.Markets, hub.Policies, hub.Corridors]).SelectMany(links => links.Shown).SelectMany(link => link.Relationships);
}
