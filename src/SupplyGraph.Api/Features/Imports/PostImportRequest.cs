using FluentValidation;
using FluentValidation.Results;
using SupplyGraph.Api.Http.Problems;
using SupplyGraph.Api.Http.Validation;
using SupplyGraph.Loading;
using SupplyGraph.Loading.Imports;
using SupplyGraph.Model;

namespace SupplyGraph.Api.Features.Imports;

/// <summary>How a file is to be imported; the file itself is the body.</summary>
public sealed record PostImportRequest : IRequest
{
    [Query("what", "What the rows of the file state.", Terms = typeof(FileContent), Default = "claims", Example = "claims")]
    public string? What { get; init; }

    [Query("mode", "atomic: one bad row, and nothing changes. partial: the good rows land in one version, and the bad ones come back as rejects.",
        Terms = typeof(ImportMode), Default = "atomic", Example = "partial")]
    public string? Mode { get; init; }

    [Query("dryRun", "Reads, checks and counts everything, and changes nothing; the report is that of the real import.",
        Type = ParameterType.Flag, Default = "false", Example = "true")]
    public string? DryRun { get; init; }

    [Query("delimiter", "What separates the fields of a CSV file: " + Imports.Delimiter.Accepted + "; found by the header where it is left out.",
        Example = ";", TakesBlank = true)]
    public string? Delimiter { get; init; }

    [QueryFamily("map", "Our columns that the file calls by another name: `map.from=Supplier` takes `from` from the file's column Supplier.",
        typeof(ClaimColumn), typeof(EntityColumn),
        Example = """{ "map.from": "Supplier", "map.to": "Customer", "map.component": "Part", "map.source_date": "As of" }""")]
    public required QueryFamily Map { get; init; }

    [QueryFamily("default", "What a row takes where its own field is missing or empty: `default.type=supplies`.",
        typeof(ClaimColumn), typeof(EntityColumn),
        Example = """{ "default.type": "supplies", "default.publisher": "Example Press", "default.confidence": "0.7" }""")]
    public required QueryFamily Default { get; init; }

    [Query("ignoreUnknownColumns", "Leaves out the file's columns that are neither ours nor mapped, where they would be refused otherwise.",
        Type = ParameterType.Flag, Default = "false", Example = "true")]
    public string? IgnoreUnknownColumns { get; init; }

    [Query("wait", "Answers with the finished import where the file is small (8 MiB as sent) and its turn comes soon (60 s).",
        Type = ParameterType.Flag, Default = "false", Example = "true")]
    public string? Wait { get; init; }

    [Header("Idempotency-Key", "1 to 200 characters that name this one import: sending it again answers with the same import, and no second one is begun.",
        Example = "suppliers-2026-11")]
    public string? IdempotencyKey { get; init; }

    /// <summary>The request with the file as its body.</summary>
    public required HttpRequest Http { get; init; }

    IValidator IRequest.Validator => PostImportValidator.Instance;

    /// <summary>How the file is to be imported.</summary>
    internal ImportOptions Options(ImportFileType type)
    {
        var columns = ColumnsOf(Given.Term<FileContent>(What) ?? FileContent.Claims);
        return new ImportOptions
        {
            What = Given.Term<FileContent>(What) ?? FileContent.Claims,
            Format = type.Format,
            Gzip = type.Gzip,
            Mode = Given.Term<ImportMode>(Mode) ?? ImportMode.Atomic,
            DryRun = Given.Boolean(DryRun) ?? false,
            Layout = new FileLayout
            {
                Delimiter = Delimiter is null ? null : Imports.Delimiter.Of(Delimiter),
                Map = InOurNames(Map),
                Defaults = InOurNames(Default),
                IgnoreUnknownColumns = Given.Boolean(IgnoreUnknownColumns) ?? false,
            },
        };

        Dictionary<string, string> InOurNames(QueryFamily family) => family.Values.ToDictionary(v => Find(columns, v.Key)!, v => v.Value);
    }

    internal static FileColumns ColumnsOf(FileContent what) => what == FileContent.Claims ? FileColumns.Claims : FileColumns.Entities;

    internal static string? Find(FileColumns columns, string name) =>
        columns.Names.FirstOrDefault(column => column.Equals(name, StringComparison.OrdinalIgnoreCase));
}

internal sealed class PostImportValidator : AbstractValidator<PostImportRequest>
{
    public static readonly PostImportValidator Instance = new();

    private PostImportValidator()
    {
        RuleFor(r => r.What).IsTermOf<PostImportRequest, FileContent>();
        RuleFor(r => r.Mode).IsTermOf<PostImportRequest, ImportMode>();
        RuleFor(r => r.DryRun).IsBoolean();
        RuleFor(r => r.IgnoreUnknownColumns).IsBoolean();
        RuleFor(r => r.Wait).IsBoolean();
        RuleFor(r => r.Delimiter).Custom(CheckDelimiter);
        RuleFor(r => r.IdempotencyKey).Custom(CheckKey);
        RuleFor(r => r).Custom(CheckColumns);
    }

    private static void CheckDelimiter(string? delimiter, ValidationContext<PostImportRequest> context)
    {
        if (string.IsNullOrEmpty(delimiter)) return;
        if (Delimiter.Of(delimiter) is null) context.Fail(ErrorCode.UnknownTerm, $"'{delimiter}' is not one of {Delimiter.Accepted}.");
        else if (ImportFileType.IsNdjson(context.InstanceToValidate.Http))
            context.Fail(ErrorCode.Contradiction, "Only CSV has a delimiter, and the body is NDJSON; leave it out.");
    }

    private static void CheckKey(string? key, ValidationContext<PostImportRequest> context)
    {
        if (key is not null && (string.IsNullOrWhiteSpace(key) || key.Length > Limits.IdempotencyKeyLength))
            context.Fail(ErrorCode.OutOfRange, $"Idempotency-Key has 1 to {Limits.IdempotencyKeyLength} characters; this one has {key.Trim().Length}.");
    }

    private static void CheckColumns(PostImportRequest request, ValidationContext<PostImportRequest> context)
    {
        if (request.What is not null && Given.Term<FileContent>(request.What) is null) return;
        var what = Given.Term<FileContent>(request.What) ?? FileContent.Claims;
        var columns = PostImportRequest.ColumnsOf(what);
        Check("map", request.Map);
        Check("default", request.Default);

        void Check(string family, QueryFamily given)
        {
            foreach (var name in given.Values.Keys.Where(name => PostImportRequest.Find(columns, name) is null))
            {
                var message = $"'{name}' is no column of {Term.Of(what)}. These are: {string.Join(", ", columns.Names)}.";
                context.AddFailure(new ValidationFailure($"{family}{QueryFamily.Separator}{name}", message) { ErrorCode = ErrorCode.UnknownColumn });
            }
        }
    }
}
