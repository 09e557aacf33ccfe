using SupplyGraph.Loading.Rows;
using SupplyGraph.Model;
using SupplyGraph.Storage;

namespace SupplyGraph.Loading.Imports;

/// <summary>Counts the rows of one import, keeps the first errors and warnings, and writes the rejects.</summary>
internal sealed class ImportTally(ImportOptions options, ImportBody body, Stream? rejectsFile, ImportProgress progress)
{
    private readonly List<RowError> errors = [];
    private readonly List<RowError> warnings = [];
    private RejectsWriter? rejects;
    private long read;
    private long rejected;

    /// <summary>How the file was understood, as far as it was read.</summary>
    public UnderstoodFile? Understood { get; set; }

    public bool AnyRejected => rejected > 0;

    /// <summary>Whether the file as a whole cannot be taken.</summary>
    public bool Unreadable { get; private set; }

    public void Refuse(UnreadableFileException unreadable)
    {
        Unreadable = true;
        foreach (var error in unreadable.Errors) Keep(errors, error);
    }

    public void Warn(RowError warning) => Keep(warnings, warning);

    /// <summary>Counts a row that is through, and writes it to the rejects where it has errors.</summary>
    public async ValueTask CountAsync(ReadOnlyMemory<byte> raw, IReadOnlyList<RowError> found, CancellationToken cancel)
    {
        read++;
        if (found.Count == 0) return;
        rejected++;
        foreach (var error in found) Keep(errors, error);
        if (rejectsFile is null || Understood is not { } understood) return;
        rejects ??= new RejectsWriter(rejectsFile, understood);
        await rejects.WriteAsync(raw, found, cancel);
    }

    /// <summary>Shows how far the import has come.</summary>
    public void Show(CommitResult written) => progress.Advance(Rows(written), body.BytesRead);

    /// <summary>The report, once every row is through.</summary>
    public async ValueTask<ImportReport> ReportAsync(CommitResult written, CancellationToken cancel)
    {
        if (rejects is not null) await rejects.FlushAsync(cancel);
        Show(written);
        var refused = Unreadable || (AnyRejected && options.Mode == ImportMode.Atomic);
        var report = new ImportReport
        {
            Outcome = refused ? ImportOutcome.Refused : ImportOutcome.Succeeded,
            Rows = Rows(written),
            Delimiter = Understood?.Delimiter,
            Columns = Understood?.Columns ?? [],
            IgnoredColumns = Understood?.IgnoredColumns ?? [],
            Errors = errors,
            Warnings = warnings,
        };
        return refused ? report : report with
        {
            Created = new(written.EntitiesCreated, written.ClaimsCreated, written.RelationshipsCreated, written.SourcesCreated),
            Changed = new(written.EntitiesChanged, written.ClaimsChanged),
            Version = options.DryRun ? null : written.Version,
        };
    }

    private ImportRows Rows(CommitResult written)
    {
        // A row of claims puts one claim and may create entities beside; a row of entities puts one entity.
        var accepted = options.What == FileContent.Claims
            ? written.ClaimsCreated + written.ClaimsChanged
            : written.EntitiesCreated + written.EntitiesChanged;
        // On the way the load is ahead of what was counted.
        accepted = (int)Math.Min(accepted, read - rejected);
        return new(read, accepted, read - rejected - accepted, rejected);
    }

    private static void Keep(List<RowError> list, RowError error)
    {
        if (list.Count < Limits.MaxKeptRowErrors) list.Add(error);
    }
}
