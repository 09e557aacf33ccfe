using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using SupplyGraph.Analysis.Routes;
using SupplyGraph.Loading.Seed;
using SupplyGraph.Model;
using SupplyGraph.Storage;

namespace SupplyGraph.Benchmarks;

/// <summary>
/// Times the snapshot's building from an embedded store beside reading the same columns by one SELECT, and a commit of one claim on a large graph beside the same
/// on the seed.
/// </summary>
internal static class StoreBenchmark
{
    private const int Rounds = 3, Commits = 40;

    // What a relationship is made of in a snapshot.
    private const string Columns = "SELECT type, status, role, from_n, to_n, component_n, confidence, valid_from, valid_to FROM relationships";

    /// <summary>Runs it and prints what it finds.</summary>
    public static async Task<int> RunAsync(string folder)
    {
        var seed = await CommitAsync(SeedBenchmark.DefaultFolder());
        Print($"a commit of one claim on the seed: {seed}");
        using var store = new TemporaryStore();
        Print($"loaded in {(await store.LoadAsync(folder)).TotalSeconds:0.0} s");
        var (builds, selects) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            var rows = Select(store.File);
            selects.Add(Stopwatch.GetElapsedTime(started).TotalSeconds);
            builds.Add((await store.SnapshotAsync()).Took.TotalSeconds);
            Print($"round {round + 1}: snapshot with names {builds[^1]:0.00} s; one SELECT of the columns of {rows} relationships {selects[^1]:0.00} s");
        }
        Print($"snapshot: {Figures.Middle(builds) / Figures.Middle(selects):0.00} times the SELECT");
        await using var large = await store.OpenAsync();
        var committed = await CommitAsync(large);
        Print($"a commit of one claim on the large graph: {committed}; {committed.Median / seed.Median:0.00} times that on the seed");
        return 0;
    }

    private static long Select(string file)
    {
        using var db = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        db.Open();
        using var command = db.CreateCommand();
        command.CommandText = Columns;
        using var rows = command.ExecuteReader();
        var (count, values) = (0L, new object[rows.FieldCount]);
        for (; rows.Read(); count++) rows.GetValues(values);
        return count;
    }

    private static async Task<Figures> CommitAsync(string folder)
    {
        using var temporary = new TemporaryStore();
        await using var store = await temporary.OpenAsync();
        await SeedGraph.LoadAsync(store, folder, CancellationToken.None);
        return await CommitAsync(store);
    }

    /// <summary>From the claim to the answer that shows it: the commit, the view and a question for the relationship's two ends. Milliseconds.</summary>
    private static async Task<Figures> CommitAsync(IGraphStore store)
    {
        Entity[] ends = [new("bench-maker", EntityKind.Company, "Bench maker"), new("bench-buyer", EntityKind.Company, "Bench buyer")];
        await store.CommitAsync(new ChangeSet { Entities = ends }, CancellationToken.None);
        var took = new List<double>();
        for (var i = 0; i < Commits; i++)
        {
            var claim = new Claim(RelationshipType.PartnersWith, ends[0].Id, ends[1].Id) { Publisher = $"Bench press {i}", Confidence = 0.5 };
            var started = Stopwatch.GetTimestamp();
            await store.CommitAsync(new ChangeSet { Claims = [claim] }, CancellationToken.None);
            var view = await store.GetViewAsync(CancellationToken.None);
            var answer = RouteSearch.Find(view.Snapshot, new() { From = [ends[0].Id], To = [ends[1].Id], AsOf = DateOnly.FromDateTime(DateTime.UtcNow) });
            took.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            if (answer.Routes is not [_]) throw new InvalidOperationException("The next answer does not show the commit.");
        }
        // The first commits compile what the others run.
        return Figures.Of(took.Skip(Commits / 4));
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
