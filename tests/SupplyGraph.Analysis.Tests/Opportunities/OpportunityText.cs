using System.Globalization;
using SupplyGraph.Analysis.Opportunities;

namespace SupplyGraph.Analysis.Tests.Opportunities;

/// <summary>All that an answer says, in lines that can be compared.</summary>
internal static class OpportunityText
{
    public static string Of(OpportunityAnswer answer) => string.Join('\n', answer.Stages.Select(Of));

    private static string Of(MissingStage stage) =>
        $"{stage.Stage}: {stage.Near} of {stage.Established}{string.Concat(stage.Companies.Select(Of))}";

    private static string Of(Opportunity o) => string.Create(CultureInfo.InvariantCulture,
        $"\n  {o.Company} {o.Nearness:0.000000} by {string.Join(", ", o.Work.Select(Of))}{string.Concat(o.Ties.Select(Of))}");

    private static string Of(OpportunityTie t) => string.Create(CultureInfo.InvariantCulture,
        $"\n    {t.Kind} {t.Other} in {t.Region}: {t.Weight} x {t.Plausibility}: {string.Join(" / ", t.Legs.Select(Of))}");

    private static string Of(TieLeg l) => string.Create(CultureInfo.InvariantCulture, $"{l.From} > {l.To} {l.Plausibility} {Of(l.Relationship)}");

    private static string Of(Counted r) => string.Create(CultureInfo.InvariantCulture, $"{r.Key.Id} {r.Status} {r.Confidence}");
}
