using System.Globalization;
using SupplyGraph.Analysis.Routes;
using SupplyGraph.Analysis.Scenarios;
using SupplyGraph.Analysis.Tests.Oracle;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Tests.Scenarios;

/// <summary>One seeded graph, a scenario, and a question under it.</summary>
public sealed record ScenarioCase(Focus Focus, int Seed, ClaimBook Book, Scenario Scenario, RouteQuestion Question)
{
    /// <summary>The families that scenarios and commits are tried on.</summary>
    public static IReadOnlyList<string> Families { get; } = ["everything", "companies", "plants", "taxonomy", "regions and open ends"];

    public static ScenarioCase Create(Focus focus, int seed)
    {
        var random = new Random(seed);
        var book = RandomBooks.Create(focus, random);
        var scenario = RandomScenarios.Create(book, focus, random);
        return new ScenarioCase(focus, seed, book, scenario, RandomQuestions.Create(focus, book.Under(scenario), random));
    }

    public override string ToString() =>
        $"{Focus.Name}, seed {Seed}\n{CaseText.Of(Book.Graph)}\n\nclaims:\n{Text(Book.Claims)}\n\n{Text(Scenario)}\n\n{CaseText.Of(Question)}";

    private static string Text(Scenario s) => string.Join('\n',
        $"removed: {string.Join(", ", s.RemovedEntities.Concat(s.RemovedRelationships.Select(k => k.Id)))}",
        $"statuses of relationships: {string.Join(", ", s.RelationshipStatuses.Select(c => $"{c.Key.Id} {c.Value}"))}",
        $"statuses of entities: {string.Join(", ", s.EntityStatuses.Select(c => $"{c.Key} {c.Value}"))}",
        $"entities: {string.Join(", ", s.AddedEntities.Select(e => $"{e.Id} {e.Kind} of {e.Country} at {e.Stage}"))}",
        $"added claims:\n{Text(s.AddedClaims)}");

    private static string Text(IEnumerable<Claim> claims) => string.Join('\n', claims.Select(c => string.Create(CultureInfo.InvariantCulture,
        $"{c.Key.Id} {c.Status} {c.Confidence} {c.ValidFrom}..{c.ValidTo} {c.Publisher} {c.SourceDate}")));
}
