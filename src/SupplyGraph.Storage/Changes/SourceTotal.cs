using SupplyGraph.Model;

namespace SupplyGraph.Storage.Changes;

/// <summary>A source with what the claims that cite it add up to.</summary>
internal sealed class SourceTotal
{
    /// <summary>Its row.</summary>
    public required long N { get; init; }

    public required string? Url { get; init; }

    /// <summary>The first in ordinal order that a claim names.</summary>
    public string? Publisher { get; set; }

    /// <summary>The first in ordinal order that a claim gives.</summary>
    public string? Title { get; set; }

    /// <summary>The latest.</summary>
    public PartialDate? Date { get; set; }

    public long Claims { get; set; }

    /// <summary>Adds one more claim.</summary>
    public void Count(Claim claim)
    {
        Publisher = First(Publisher, claim.Publisher);
        Title = First(Title, claim.SourceTitle);
        if (claim.SourceDate is { } date && (Date is not { } known || date > known)) Date = date;
        Claims++;
    }

    private static string? First(string? a, string? b) => a is null || (b is not null && string.CompareOrdinal(b, a) < 0) ? b : a;
}
