using System.CommandLine;
using SupplyGraph.Cli.Server;
using SupplyGraph.Model;

namespace SupplyGraph.Cli.Commands;

/// <summary>What every question takes that rests on routes.</summary>
internal sealed class RouteOptions
{
    private readonly Option<string[]> from = Many("--from", "PLACE", "Where a route may start: an id, name, alias or ISO code; any of several will do.");
    private readonly Option<string[]> to = Many("--to", "PLACE", "Where a route may end; any of several will do.");
    private readonly Option<string[]> via = Many("--via", "PLACE", $"A place between the first stop and the last; all of up to {Limits.MaxVias} must be met.");
    private readonly Option<string[]> avoid = Many("--avoid", "PLACE", "A place that no stop may lie in.");
    private readonly Option<string> component = One("--component", "COMPONENT", "Only routes of this component.");
    private readonly FilterOptions filters = new();
    private readonly Option<string> maxHops = One("--max-hops", "N", $"The most legs of a route, 1..{Limits.MaxHops}. Without it: {Limits.DefaultHops}.");
    private readonly Option<string> components = One(
        "--components", "MODE", "Whether what the legs carry must make sense along the route: follow (the default) or ignore.");
    private readonly Option<bool> exact = new("--exact")
    {
        Description = "Take places exactly: a country without its companies, a region without its members.",
    };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[from, to, via, avoid, component]) command.Add(option);
        filters.AddTo(command);
        foreach (var option in (Option[])[maxHops, components, exact]) command.Add(option);
    }

    public Query In(Query query, ParseResult parsed) => filters.In(query, parsed)
        .With("from", parsed.GetValue(from)).With("to", parsed.GetValue(to)).With("via", parsed.GetValue(via)).With("avoid", parsed.GetValue(avoid))
        .With("component", parsed.GetValue(component)).With("maxHops", parsed.GetValue(maxHops)).With("components", parsed.GetValue(components))
        .With("exact", parsed.GetValue(exact));

    public static Option<string> One(string name, string value, string description) => new(name) { Description = description, HelpName = value };

    private static Option<string[]> Many(string name, string value, string description) =>
        new(name) { Description = $"{description} Repeat for several.", HelpName = value };
}
