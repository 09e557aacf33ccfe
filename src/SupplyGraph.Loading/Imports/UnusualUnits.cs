using System.Globalization;
using SupplyGraph.Model;

namespace SupplyGraph.Loading.Imports;

/// <summary>Warns once of each unit that no claim of the graph states so far. Where the graph knows no unit at all there is none to compare with.</summary>
/// <param name="known">The graph's units with the number of claims that state each.</param>
internal sealed class UnusualUnits(IReadOnlyDictionary<string, long> known)
{
    private const int Shown = 5;

    private readonly HashSet<string> met = new(StringComparer.Ordinal);

    /// <summary>The warning for a claim's unit, or null.</summary>
    public RowError? Check(Claim claim, int row, int line)
    {
        if (claim.Unit is not { } unit || known.Count == 0 || known.ContainsKey(unit)) return null;
        if (met.Count >= Limits.MaxKeptRowErrors || !met.Add(unit)) return null;
        return new(row, line, Term.Of(ClaimColumn.Unit), ImportWarningCode.UnusualUnit, unit, Message(unit));
    }

    private string Message(string unit)
    {
        var alike = known.Where(u => NameKey.Of(u.Key) == NameKey.Of(unit)).ToList();
        var some = (alike.Count > 0 ? alike : [.. known]).OrderByDescending(u => u.Value).ThenBy(u => u.Key, StringComparer.Ordinal).Take(Shown);
        var shown = string.Join(", ", some.Select(u => string.Create(CultureInfo.InvariantCulture, $"'{u.Key}' ({u.Value} claims)")));
        return alike.Count > 0
            ? $"The graph writes this unit {shown}; amounts in '{unit}' are not compared with those."
            : $"No claim of the graph states an amount in '{unit}'; the units most in use: {shown}.";
    }
}
