using System.Text;
using SupplyGraph.Storage.Neo4j;

namespace SupplyGraph.Api.Http.Hosting.Settings;

/// <summary>The section <c>Neo4j</c>: where the database is, who asks it, and within which bounds.</summary>
internal static class Neo4jSettings
{
    public const string Section = "Neo4j";

    /// <summary>Keeps no copy of the projection.</summary>
    private const string None = "none";

    // The defaults, and not the place: that has to be said.
    private static readonly Neo4jStoreOptions Unset = new() { Uri = new Uri("http://localhost:7474"), Password = "" };

    public static Neo4jStoreOptions Read(SettingsReader reader, string copyFolder)
    {
        var second = TimeSpan.FromSeconds(1);
        var statement = reader.Duration("Neo4j:StatementTimeout", Unset.StatementTimeout, second);
        return new Neo4jStoreOptions
        {
            Uri = UriOf(reader),
            User = reader.Text("Neo4j:User") ?? Unset.User,
            Password = PasswordOf(reader),
            Database = reader.Text("Neo4j:Database") ?? Unset.Database,
            StatementTimeout = statement,
            LongStatementTimeout = reader.Duration("Neo4j:LongStatementTimeout", Max(statement, Unset.LongStatementTimeout), statement),
            ConnectTimeout = reader.Duration("Neo4j:ConnectTimeout", Unset.ConnectTimeout, TimeSpan.FromMilliseconds(100)),
            MaxConnections = reader.Whole("Neo4j:MaxConnections", Unset.MaxConnections, 2, 1000),
            MaxRetries = reader.Whole("Neo4j:MaxRetries", Unset.MaxRetries, 0, 100),
            RefreshInterval = reader.Duration("Neo4j:RefreshInterval", Unset.RefreshInterval, TimeSpan.FromMilliseconds(10)),
            MaxProjectedRelationships = reader.Whole("Neo4j:MaxProjectedRelationships", Unset.MaxProjectedRelationships, 0),
            CopyFolder = CopyFolderOf(reader, copyFolder),
            Lease = reader.Duration("Neo4j:Lease", Unset.Lease, second),
        };
    }

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private static Uri UriOf(SettingsReader reader)
    {
        const string needed = "must be the server's address, such as http://localhost:7474";
        string[] schemes = [.. Neo4jSchemes.Http, .. Neo4jSchemes.Bolt];
        if (reader.Text("Neo4j:Uri") is not { } text)
        {
            reader.Add($"Neo4j:Uri is missing; it {needed}.");
            return Unset.Uri;
        }
        // With an @ it may hold a password, which no message may show.
        if (text.Contains('@', StringComparison.Ordinal)) reader.Add("Neo4j:Uri holds an @; user and password belong in Neo4j:User and Neo4j:Password.");
        else if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || !schemes.Contains(uri.Scheme) || uri.Host.Length == 0)
            reader.Add($"Neo4j:Uri is '{text}'; it {needed}, with one of the schemes {string.Join(", ", schemes)}.");
        else if (uri.Query.Length + uri.Fragment.Length > 0) reader.Add($"Neo4j:Uri is '{text}'; it {needed}, without ? and #.");
        else if (!Neo4jSchemes.SpeaksBolt && Neo4jSchemes.Bolt.Contains(uri.Scheme))
            reader.Add($"Neo4j:Uri is '{text}', and this build does not speak Bolt. Give the HTTP address, such as http://{uri.Host}:7474, "
                + "or build with -p:Neo4jPackages=true.");
        else return uri;
        return Unset.Uri;
    }

    private static string PasswordOf(SettingsReader reader)
    {
        var (password, file) = (reader.Text("Neo4j:Password"), reader.Text("Neo4j:PasswordFile"));
        if (password is not null && file is not null) reader.Add("Neo4j:Password and Neo4j:PasswordFile are both set; give one of them.");
        if (password is null && file is null) reader.Add("Neo4j:Password is missing; give it, or Neo4j:PasswordFile, the path of a file that holds it.");
        return password ?? (file is null ? "" : ReadPassword(reader, file));
    }

    private static string ReadPassword(SettingsReader reader, string file)
    {
        try
        {
            // What editors and echo put at the end of a file is no part of the password.
            var password = File.ReadAllText(file, Encoding.UTF8).TrimEnd('\r', '\n');
            if (password.Length == 0) reader.Add($"Neo4j:PasswordFile is '{file}', which is empty; it must hold the password.");
            return password;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            reader.Add($"Neo4j:PasswordFile is '{file}', which cannot be read: {e.Message}");
            return "";
        }
    }

    private static string? CopyFolderOf(SettingsReader reader, string copyFolder)
    {
        var folder = reader.Path("Neo4j:CopyFolder", copyFolder);
        return reader.Text("Neo4j:CopyFolder") == None ? null : folder;
    }
}
