using System.Globalization;
using System.Text;
using SupplyGraph.Loading.Claims;
using SupplyGraph.Loading.Entities;
using SupplyGraph.Loading.Rows;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace SupplyGraph.Loading.Tests.Fuzz;

/// <summary>Broken files through every reader. <c>SUPPLYGRAPH_FUZZ_CASES=100000</c> runs as many; a case that fails is named by its number, its seed.</summary>
public sealed class ReaderFuzzTests(ITestOutputHelper output)
{
    private static readonly string[] ChangedByTheWayBack =
        [RowErrorCode.FieldCount, RowErrorCode.Malformed, RowErrorCode.UnknownColumn, RowErrorCode.DuplicateColumn, RowErrorCode.TooManyColumns];

    [Fact]
    public async Task However_broken_a_file_is_its_rows_are_told_once_and_its_rejects_read_again()
    {
        var cases = int.Parse(Environment.GetEnvironmentVariable("SUPPLYGRAPH_FUZZ_CASES") ?? "5000", CultureInfo.InvariantCulture);
        var files = await BrokenFiles.OfSeedAsync();
        var refusals = new List<string>();
        int rows = 0, rejected = 0;
        for (var number = 0; number < cases; number++)
        {
            try
            {
                var random = new Random(number);
                var (what, format, file) = files.Next(random);
                var layout = RandomLayout.Next(random, what);
                var read = what == FileContent.Claims
                    ? await ReadAsync(ClaimFile.Open, file, format, layout, random)
                    : await ReadAsync(EntityFile.Open, file, format, layout, random);
                refusals.AddRange(read.Refused);
                rows += read.Rows;
                rejected += read.Rejected;
            }
            catch (Exception e)
            {
                throw new XunitException($"Case {number}: {e}");
            }
        }
        var byCode = refusals.CountBy(code => code).OrderByDescending(code => code.Value).Select(code => $"{code.Value} {code.Key}");
        output.WriteLine($"{cases} files, {refusals.Count} unreadable ({string.Join(", ", byCode)}); {rows} rows, {rejected} rejected.");
        // A test of files that are all refused, or all good, tests nothing.
        Assert.InRange(refusals.Count, cases / 10, cases * 9 / 10);
        Assert.InRange(rejected, 1, rows - 1);
    }

    private delegate RowReader<T> Open<T>(Stream stream, FileFormat format, FileLayout layout) where T : class;

    private static async Task<(IEnumerable<string> Refused, int Rows, int Rejected)> ReadAsync<T>(
        Open<T> open, byte[] file, FileFormat format, FileLayout layout, Random random) where T : class
    {
        using var reader = open(new DrippingStream(file, random, random.Next(1, 5000)), format, layout);
        var (rows, refused) = await RowsAsync(reader, random);
        AssertToldOnce(rows, refused is not null);
        foreach (var row in rows) Assert.True(file.AsSpan().IndexOf(row.Raw.Span) >= 0, "A row did not come as it came.");
        var rejected = rows.Where(row => row.Value is null).ToList();
        if (rejected.Count > 0) AssertComeBack(rejected, await ReadRejectsAsync(open, reader.Understood!, rejected, format, layout, random));
        return (refused is null ? [] : [refused.Errors[0].Code], rows.Count, rejected.Count);
    }

    private static async Task<(List<FileRow<T>> Rows, UnreadableFileException? Refused)> RowsAsync<T>(RowReader<T> reader, Random random) where T : class
    {
        var rows = new List<FileRow<T>>();
        try
        {
            while (await reader.ReadBatchAsync(random.Next(1, 20), CancellationToken.None) is { Count: > 0 } batch) rows.AddRange(batch);
            return (rows, null);
        }
        catch (UnreadableFileException e)
        {
            Assert.NotEmpty(e.Errors);
            Assert.All(e.Errors, error => Assert.True(error is { Row: 0, Code.Length: > 0, Message.Length: > 0 }, error.ToString()));
            return (rows, e);
        }
    }

    private static void AssertToldOnce<T>(List<FileRow<T>> rows, bool refused) where T : class
    {
        Assert.Equal(Enumerable.Range(1, rows.Count), rows.Select(row => row.Number));
        Assert.True(refused || rows.Zip(rows.Skip(1)).All(pair => pair.First.Line < pair.Second.Line), "Two rows begin on one line.");
        foreach (var row in rows)
        {
            Assert.Equal(row.Value is null, row.Errors.Count > 0);
            Assert.All(row.Errors, error => Assert.Equal((row.Number, row.Line), (error.Row, error.Line)));
        }
    }

    private static async Task<List<FileRow<T>>> ReadRejectsAsync<T>(
        Open<T> open, UnderstoodFile understood, List<FileRow<T>> rejected, FileFormat format, FileLayout layout, Random random) where T : class
    {
        using var file = new MemoryStream();
        var writer = new RejectsWriter(file, understood);
        foreach (var row in rejected) await writer.WriteAsync(row.Raw, row.Errors, CancellationToken.None);
        await writer.FlushAsync(CancellationToken.None);
        Assert.Equal(rejected.Count, writer.Rows);
        // A delimiter was named for a file that has none.
        var again = format == FileFormat.Ndjson ? layout with { Delimiter = null } : layout;
        using var reader = open(new MemoryStream(file.ToArray()), FileFormat.Csv, again);
        var (rows, refused) = await RowsAsync(reader, random);
        Assert.True(refused is null, $"The rejects are refused: {refused?.Message}{Environment.NewLine}{Encoding.UTF8.GetString(file.ToArray())}");
        return rows;
    }

    private static void AssertComeBack<T>(List<FileRow<T>> rejected, List<FileRow<T>> again) where T : class
    {
        Assert.Equal(rejected.Count, again.Count);
        foreach (var (before, after) in rejected.Zip(again))
            if (!before.Errors.Any(error => ChangedByTheWayBack.Contains(error.Code)))
                Assert.Equal(before.Errors.Select(error => (error.Column, error.Code)), after.Errors.Select(error => (error.Column, error.Code)));
    }
}
