using System.Globalization;
using System.Text.RegularExpressions;
using SupplyGraph.Analysis.Routes;
using SupplyGraph.Analysis.Tests.Oracle;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Tests;

/// <summary>That an obstacle says nothing untrue on random cases. That the routes themselves are right is tested apart.</summary>
public sealed partial class ObstaclesAreTrue
{
    private static readonly int Cases = Effort.Cases / 4;

    public static TheoryData<string> Families => [.. Focus.All.Select(f => f.Name)];

    public static TheoryData<string> Codes => ["empty_place_set", "via_cut_off", "ends_not_connected", "too_few_legs", "component_order", "no_simple_chain"];

    [Theory]
    [MemberData(nameof(Families))]
    public void An_obstacle_is_in_the_way(string family) => Effort.AssertNone(RandomCase.Many(Focus.Named(family), Cases).Select(Fault));

    [Theory]
    [MemberData(nameof(Codes))]
    public void Random_cases_meet_the_obstacle(string code) =>
        Assert.Contains(Focus.All.SelectMany(focus => RandomCase.Many(focus, 100)), c => Find(c, c.Question).Obstacle?.Code == code);

    private static RouteAnswer Find(RandomCase c, RouteQuestion question) => RouteSearch.Find(c.Graph.ToSnapshot(), question, Effort.Unbounded);

    private static string? Fault(RandomCase c)
    {
        var answer = Find(c, c.Question);
        if (answer.Obstacle is not { } obstacle) return null;
        var fault = answer.Routes.Count > 0 ? "there is a route" : Untruth(c, obstacle);
        return fault is null ? null : $"{c}\n\n{obstacle}\n{fault}\n";
    }

    private static string? Untruth(RandomCase c, Obstacle obstacle) => obstacle.Code switch
    {
        "too_few_legs" => FewerLegsWouldDo(c, Needed(obstacle)),
        "component_order" when !c.Question.FollowComponents => "components are ignored already",
        "component_order" => HasPlainRoute(c, Limits.MaxHops) ? null : "components=ignore has no route of 12 legs either",
        _ => HasPlainRoute(c, Limits.MaxHops) ? "components=ignore has a route" : null,
    };

    private static string? FewerLegsWouldDo(RandomCase c, int needed)
    {
        if (needed <= c.Question.MaxHops) return $"{needed} legs were allowed";
        return HasPlainRoute(c, Math.Min(needed - 1, Limits.MaxHops)) ? $"fewer than {needed} legs do" : null;
    }

    private static bool HasPlainRoute(RandomCase c, int maxHops)
    {
        var plain = c.Question with { FollowComponents = false, Component = null, MaxHops = maxHops, Limit = 1, Distinct = Distinct.None };
        return Find(c, plain).Routes.Count > 0;
    }

    private static int Needed(Obstacle obstacle) => int.Parse(NeededLegs().Match(obstacle.Message).Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("needs ([0-9]+) legs")]
    private static partial Regex NeededLegs();
}
