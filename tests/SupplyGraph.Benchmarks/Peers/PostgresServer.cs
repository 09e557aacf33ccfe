namespace SupplyGraph.Benchmarks.Peers;

/// <summary>A PostgreSQL server of our own in a temporary folder, reached through a socket in it and nowhere else; gone when disposed.</summary>
internal sealed class PostgresServer : IDisposable
{
    private const string Installed = "/usr/lib/postgresql", Administrator = "postgres";

    // What one session that only reads is best served with; nothing here has to outlive the machine.
    private static readonly string[] Settings =
    [
        "listen_addresses=''", "shared_buffers=2GB", "work_mem=256MB", "maintenance_work_mem=512MB", "effective_cache_size=4GB", "random_page_cost=1.1",
        "fsync=off", "max_wal_size=4GB", "jit=off", "max_parallel_workers_per_gather=0", "plan_cache_mode=force_generic_plan",
    ];

    private readonly string programs, folder;

    public PostgresServer()
    {
        programs = Programs() ?? throw new PeerMissingException("PostgreSQL", $"there is no {Installed}/*/bin/initdb", "postgresql");
        folder = AsAdministrator("/usr/bin/mktemp", "-d", "/tmp/supplygraph-postgres-XXXXXX");
        AsAdministrator(Program("initdb"), "-D", Data, "-U", Administrator, "-A", "trust", "-E", "UTF8", "--no-sync");
        var options = string.Join(' ', Settings.Append($"unix_socket_directories={folder}").Select(setting => $"-c {setting}"));
        AsAdministrator(Program("pg_ctl"), "start", "-w", "-D", Data, "-l", Path.Combine(folder, "log"), "-o", options);
    }

    /// <summary>A session of psql that prints rows and nothing around them.</summary>
    public PeerProcess Session() => new(Program("psql"), "-h", folder, "-U", Administrator, "-X", "-q", "-A", "-t");

    private string Data => Path.Combine(folder, "data");

    private string Program(string name) => Path.Combine(programs, name);

    private static string? Programs() => !Directory.Exists(Installed) ? null : Directory.EnumerateDirectories(Installed)
        .Select(version => Path.Combine(version, "bin"))
        .Where(bin => File.Exists(Path.Combine(bin, "initdb")))
        .MaxBy(bin => int.TryParse(Path.GetFileName(Path.GetDirectoryName(bin)), out var version) ? version : 0);

    // The server refuses to run as root.
    private static string AsAdministrator(string program, params string[] arguments)
    {
        var printed = Environment.IsPrivilegedProcess
            ? PeerProcess.Run("/usr/sbin/runuser", ["-u", Administrator, "--", program, .. arguments])
            : PeerProcess.Run(program, arguments);
        return printed ?? throw new InvalidOperationException($"{program} failed.");
    }

    public void Dispose()
    {
        AsAdministrator(Program("pg_ctl"), "stop", "-w", "-m", "fast", "-D", Data);
        Directory.Delete(folder, recursive: true);
    }
}
