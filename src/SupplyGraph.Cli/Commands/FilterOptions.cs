using System.CommandLine;
using SupplyGraph.Cli.Server;
using SupplyGraph.Model;

namespace SupplyGraph.Cli.Commands;

/// <summary>What every question takes that says which relationships count.</summary>
internal sealed class FilterOptions
{
    private readonly Option<string[]> type = new("--type")
    {
        Description = $"Types that relationships may have: {string.Join(", ", Term.All<RelationshipType>())}. Repeat for several.",
        HelpName = "TYPE",
    };

    private readonly Option<string[]> status = new("--status")
    {
        Description = $"Statuses that relationships may have: {string.Join(", ", Term.All<Status>())}. Repeat for several.",
        HelpName = "STATUS",
    };

    private readonly Option<string> minConfidence = new("--min-confidence") { Description = "The least confidence of a relationship.", HelpName = "0..1" };

    private readonly Option<string> asOf = new("--as-of")
    {
        Description = "The day on which relationships must count, such as 2026 or 2026-11-22. Without it: today.",
        HelpName = "DATE",
    };

    public void AddTo(Command command)
    {
        Option[] all = [type, status, minConfidence, asOf];
        foreach (var option in all) command.Add(option);
    }

    public Query In(Query query, ParseResult parsed) => query
        .With("types", parsed.GetValue(type)).With("status", parsed.GetValue(status))
        .With("minConfidence", parsed.GetValue(minConfidence)).With("asOf", parsed.GetValue(asOf));

    /// <summary>The same as the fields of a body; those left out that are not given.</summary>
    /// <exception cref="UsageException">The least confidence is no number.</exception>
    public IEnumerable<(string Name, object Value)> Fields(ParseResult parsed)
    {
        if (parsed.GetValue(type) is { Length: > 0 } types) yield return ("types", types);
        if (parsed.GetValue(status) is { Length: > 0 } statuses) yield return ("status", statuses);
        if (parsed.GetValue(minConfidence) is { } least) yield return ("minConfidence", BodyNumber.Of(minConfidence.Name, least));
        if (parsed.GetValue(asOf) is { } day) yield return ("asOf", day);
    }
}
