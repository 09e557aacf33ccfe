using SupplyGraph.Analysis.Opportunities;
using SupplyGraph.Api.Features.Evidence;
using SupplyGraph.Api.Http.Caching;
using SupplyGraph.Api.Http.Names;
using SupplyGraph.Graph;

namespace SupplyGraph.Api.Features.Opportunities;

/// <summary>Has opportunities found, and puts names and evidence to them.</summary>
internal sealed class OpportunityReport(NameResolver names, RecentClaims recent)
{
    /// <summary>Decimals of a strength, as of a nearness.</summary>
    private const int Decimals = 6;

    public async Task<OpportunityPage> AnswerAsync(OpportunityQuestion question, CancellationToken cancel)
    {
        var graph = names.WholeGraph;
        var stages = OpportunitySearch.Find(graph, question, cancel).Stages;
        var shown = stages.SelectMany(stage => stage.Companies).ToList();
        var counted = shown.SelectMany(o => o.Work.Concat(o.Ties.SelectMany(tie => tie.Legs).Select(leg => leg.Relationship)));
        var evidence = await new EvidenceReading(recent).ReadAsync(counted, graph.Version, cancel);
        var filters = question.Filters;
        var query = new OpportunityQuery(question.Country, filters.Types, filters.Statuses, filters.MinConfidence, filters.AsOf, question.Limit);
        return new OpportunityPage(query, graph.Version, [.. stages.Select(stage => Show(stage, graph))], evidence);
    }

    private MissingStageShown Show(MissingStage stage, Snapshot graph) =>
        new(stage.Stage, stage.Established, stage.Near, [.. stage.Companies.Select(o => Show(o, graph))]);

    private OpportunityShown Show(Opportunity opportunity, Snapshot graph)
    {
        var home = graph.TryFind(opportunity.Company, out var company) ? graph.Home(company) : -1;
        return new OpportunityShown(
            opportunity.Company, names.Reference(opportunity.Company).Name, home >= 0 ? names.Reference(graph.Id(home)) : null, opportunity.Nearness,
            [.. opportunity.Work.Select(work => work.Key.Id)], [.. opportunity.Ties.Select(Show)]);
    }

    private TieShown Show(OpportunityTie tie) => new(
        tie.Kind, names.Reference(tie.Other), tie.Region is { } region ? names.Reference(region) : null, tie.Weight, tie.Plausibility,
        Math.Round(tie.Strength, Decimals), [.. tie.Legs.Select(Show)]);

    private static TieLegShown Show(TieLeg leg) =>
        new(leg.From, leg.To, leg.Relationship.Key.Id, leg.Relationship.Status, leg.Relationship.Confidence, leg.Plausibility);
}
