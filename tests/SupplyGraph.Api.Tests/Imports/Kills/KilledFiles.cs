using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace SupplyGraph.Api.Tests.Imports.Kills;

/// <summary>
/// The files as a killed server left them, looked at in a copy of the database: whoever opens the database itself would mend it before the server does.
/// </summary>
internal sealed class KilledFiles : IDisposable
{
    private readonly string copy = Directory.CreateTempSubdirectory("supplygraph-killed-").FullName;
    private readonly SqliteConnection? connection;
    private readonly List<JsonNode> records = [];

    public KilledFiles(string folder)
    {
        foreach (var name in (string[])["graph.db", "graph.db-wal"])
        {
            var from = Path.Combine(folder, name);
            if (File.Exists(from)) File.Copy(from, Path.Combine(copy, name));
        }
        ReadImports(Directory.GetDirectories(Path.Combine(folder, "imports")).Single());
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(copy, "graph.db"), Pooling = false }.ToString());
        connection.Open();
    }

    /// <summary>Files of which the end, or the record, had not arrived on disk.</summary>
    public int Arriving { get; private set; }

    /// <summary>Bytes of SQLite's log: what it holds is not in the database itself.</summary>
    public long LogBytes => new FileInfo(Path.Combine(copy, "graph.db-wal")) is { Exists: true } log ? log.Length : 0;

    /// <summary>The import that was running; null for none.</summary>
    public string? Running => With("running").SingleOrDefault();

    public int Queued => With("queued").Count();

    /// <summary>Whether the graph holds the import's claims.</summary>
    public bool HasCommitted(string import) => Ask($"SELECT 1 FROM imports WHERE import = '{import}' AND report IS NOT NULL").Count == 1;

    /// <summary>Asserts that the database is sound, has all its indexes, and holds every load whole or not at all.</summary>
    public GraphCounts Check(ExpectedGraph expected)
    {
        Assert.Equal(["ok"], Ask("PRAGMA integrity_check"));
        Assert.Empty(Ask("PRAGMA foreign_key_check"));
        foreach (var index in (string[])["relationships_by_id", "relationships_by_from", "relationships_by_to", "claims_by_id"])
            Assert.Single(Ask($"SELECT name FROM sqlite_master WHERE type = 'index' AND name = '{index}'"));
        var counts = new GraphCounts(Number("MAX(version) FROM versions"), Count("entities"), Count("relationships"), Count("claims"), Count("sources"));
        expected.Check(counts);
        foreach (var (load, version) in expected.Landings.Where(l => l.Load.Id is not null))
        {
            var claims = Number($"COUNT(*) FROM claims JOIN imports ON imports.n = import_n WHERE import = '{load.Id}'");
            Assert.Equal(version <= counts.Version ? load.Claims : 0, claims);
        }
        return counts;
    }

    public void Dispose()
    {
        connection?.Dispose();
        Directory.Delete(copy, recursive: true);
    }

    private void ReadImports(string imports)
    {
        foreach (var import in Directory.GetDirectories(imports))
        {
            var record = Path.Combine(import, "import.json");
            if (File.Exists(record)) records.Add(JsonNode.Parse(File.ReadAllText(record))!);
            else Arriving++;
        }
    }

    private IEnumerable<string> With(string state) => records.Where(r => r["state"].Text() == state).Select(r => r["id"].Text());

    private long Count(string table) => Number($"COUNT(*) FROM {table}");

    private long Number(string what) => (long)Ask("SELECT " + what).Single();

    /// <summary>The first column of every row.</summary>
    private List<object> Ask(string sql)
    {
        using var command = connection!.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        var values = new List<object>();
        while (rows.Read()) values.Add(rows.GetValue(0));
        return values;
    }
}
