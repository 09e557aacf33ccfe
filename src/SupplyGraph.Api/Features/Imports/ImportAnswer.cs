using System.Text.Json.Serialization;
using SupplyGraph.Loading;
using SupplyGraph.Loading.Imports;
using SupplyGraph.Loading.Imports.Jobs;

namespace SupplyGraph.Api.Features.Imports;

/// <summary>One import: how far it has come, and what it found and did. Of a dry run: what it would have done.</summary>
public sealed record ImportAnswer : ImportSummary
{
    private ImportAnswer(ImportRecord import, TimeProvider clock) : base(import, clock)
    {
        Columns = import.Report?.Columns ?? [];
        IgnoredColumns = import.Report?.IgnoredColumns ?? [];
        Errors = import.Report?.Errors ?? [];
        Warnings = import.Report?.Warnings ?? [];
    }

    /// <summary>Our columns that the file gives, as they were understood.</summary>
    [JsonPropertyOrder(1)]
    public IReadOnlyList<UnderstoodColumn> Columns { get; init; }

    /// <summary>The file's own columns that were left out.</summary>
    [JsonPropertyOrder(1)]
    public IReadOnlyList<string> IgnoredColumns { get; init; }

    /// <summary>The first 100 bad fields; the file of rejects has every rejected row.</summary>
    [JsonPropertyOrder(1)]
    public IReadOnlyList<RowError> Errors { get; init; }

    /// <summary>The first 100 fields that were taken and yet look wrong.</summary>
    [JsonPropertyOrder(1)]
    public IReadOnlyList<RowError> Warnings { get; init; }

    public static new ImportAnswer Of(ImportRecord import, TimeProvider clock) => new(import, clock);
}
