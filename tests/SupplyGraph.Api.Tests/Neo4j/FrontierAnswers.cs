using System.Text.Json;
using SupplyGraph.Analysis.Routes;
using SupplyGraph.Api.Features.Routes;
using SupplyGraph.Storage;

namespace SupplyGraph.Api.Tests.Neo4j;

/// <summary>Answers to the same question from the whole graph and from what is read for it.</summary>
internal static class FrontierAnswers
{
    /// <summary>Wide enough for any random graph: what is compared is the exact answer.</summary>
    public static readonly Budget Unbounded = new(int.MaxValue, TimeSpan.FromMinutes(10));

    // On the seed a question with open ends can wander: what is not complete is not compared, so how long it wanders is bounded.
    private static readonly Budget Bounded = new(20_000, TimeSpan.FromMinutes(10));

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static Task<RouteAnswer> AnswerAsync(
        GraphView view, Func<GraphView, Extent, CancellationToken, ValueTask<GraphExtent?>> extentOf, RouteQuestion question, Assumption assumption) =>
        AnswerAsync(view, extentOf, question, assumption, Bounded);

    public static async Task<RouteAnswer> AnswerAsync(
        GraphView view, Func<GraphView, Extent, CancellationToken, ValueTask<GraphExtent?>> extentOf, RouteQuestion question, Assumption assumption,
        Budget budget) => (await new RouteFinding(view, extentOf, budget).FindAsync(question, assumption, CancellationToken.None))!.Value.Answer;

    /// <summary>
    /// Null where both answers say the same, but for how much was looked at: a search that has less to choose from may look at less, and so come to an end
    /// where the other does not.
    /// </summary>
    public static string? Difference(RouteAnswer whole, RouteAnswer part, object shown)
    {
        if (!whole.Complete) return part.Expanded <= whole.Expanded ? null : $"{shown}\nlooked at {part.Expanded} instead of {whole.Expanded}";
        return Text(whole) == Text(part) ? null : $"{shown}\n\nfrom the whole graph: {Text(whole)}\n\nfrom an extent: {Text(part)}";
    }

    private static string Text(RouteAnswer answer) => JsonSerializer.Serialize(answer with { Expanded = 0 }, Indented);
}
