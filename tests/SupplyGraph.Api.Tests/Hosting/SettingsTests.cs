using Microsoft.Extensions.Configuration;
using SupplyGraph.Api.Http.Hosting.Settings;
using SupplyGraph.Storage.Neo4j;

namespace SupplyGraph.Api.Tests.Hosting;

public sealed class SettingsTests
{
    private const string Secret = "the cellar key";

    private static ServerSettings Read(params (string Key, string Value)[] settings)
    {
        Assert.True(ServerSettings.TryRead(Configuration(settings), out var read, out var wrong), wrong);
        return read;
    }

    private static string Wrong(params (string Key, string Value)[] settings)
    {
        Assert.False(ServerSettings.TryRead(Configuration(settings), out _, out var wrong));
        return wrong;
    }

    private static string WrongNeo4j(string key, string value)
    {
        (string Key, string Value)[] right = [("Store", "Neo4j"), ("Neo4j:Uri", "http://localhost:7474"), ("Neo4j:Password", Secret)];
        return Wrong([.. right.Where(setting => setting.Key != key), (key, value)]);
    }

    private static IConfiguration Configuration((string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build();

    [Fact]
    public void Nothing_has_to_be_set_for_the_embedded_store()
    {
        var settings = Read();
        Assert.Null(settings.Store.Neo4j);
        Assert.Equal(Path.GetFullPath("data/supplygraph.db"), settings.Store.Embedded!.Path);
        Assert.Equal(Path.GetFullPath("data/imports"), settings.Imports.Path);
    }

    [Fact]
    public void Imports_lie_beside_an_embedded_graph_unless_it_is_said_where()
    {
        Assert.Equal("/graphs/imports", Read(("Embedded:Path", "/graphs/a.db")).Imports.Path);
        Assert.Equal("/elsewhere", Read(("Embedded:Path", "/graphs/a.db"), ("Imports:Path", "/elsewhere")).Imports.Path);
    }

    [Fact]
    public void Neo4j_needs_three_settings()
    {
        var settings = Read(("Store", "neo4j"), ("Neo4j:Uri", "https://graph:7473"), ("Neo4j:Password", Secret));
        Assert.Null(settings.Store.Embedded);
        var server = settings.Store.Neo4j!;
        Assert.Equal(new Uri("https://graph:7473"), server.Uri);
        Assert.Equal(("neo4j", "neo4j", Secret), (server.User, server.Database, server.Password));
        Assert.Equal(Path.GetFullPath("data/neo4j-copy"), server.CopyFolder);
        Assert.Equal(Path.GetFullPath("data/imports"), settings.Imports.Path);
    }

    [Fact]
    public void What_is_set_of_Neo4j_reaches_the_store()
    {
        var server = Read(
            ("Store", "Neo4j"), ("Neo4j:Uri", "http://graph"), ("Neo4j:User", "reader"), ("Neo4j:Password", Secret), ("Neo4j:Database", "supply"),
            ("Neo4j:StatementTimeout", "45s"), ("Neo4j:LongStatementTimeout", "2h"), ("Neo4j:ConnectTimeout", "750ms"), ("Neo4j:MaxConnections", "7"),
            ("Neo4j:MaxRetries", "0"), ("Neo4j:RefreshInterval", "00:00:02"), ("Neo4j:MaxProjectedRelationships", "0"), ("Neo4j:CopyFolder", "none"),
            ("Neo4j:Lease", "5m")).Store.Neo4j!;
        Assert.Equal(("reader", "supply", null), (server.User, server.Database, server.CopyFolder));
        Assert.Equal((7, 0, 0L), (server.MaxConnections, server.MaxRetries, server.MaxProjectedRelationships));
        Assert.Equal((TimeSpan.FromSeconds(45), TimeSpan.FromHours(2)), (server.StatementTimeout, server.LongStatementTimeout));
        Assert.Equal(
            (TimeSpan.FromSeconds(0.75), TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(5)), (server.ConnectTimeout, server.RefreshInterval, server.Lease));
    }

    [Fact]
    public void An_empty_value_is_none() =>
        Assert.Equal("neo4j", Read(("Store", "Neo4j"), ("Neo4j:Uri", "http://graph"), ("Neo4j:Password", Secret), ("Neo4j:User", "")).Store.Neo4j!.User);

    [Fact]
    public void A_password_file_ends_before_its_line_break()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, Secret + " \r\n");
        var server = Read(("Store", "Neo4j"), ("Neo4j:Uri", "http://graph"), ("Neo4j:PasswordFile", file)).Store.Neo4j!;
        File.Delete(file);
        Assert.Equal(Secret + " ", server.Password);
    }

    [Fact]
    public void All_wrong_settings_are_named_at_once_with_what_would_be_accepted()
    {
        var wrong = Wrong(
            ("Store", "Neo4j"), ("Neo4j:Uri", "ftp://graph"), ("Neo4j:MaxConnections", "many"), ("Neo4j:RefreshInterval", "30"), ("Neo4j:Pasword", Secret),
            ("Seed:Enabled", "perhaps"), ("RateLimit:RequestsPerMinute", "-1"), ("Imports:MaxWait", "soon")).Split(Environment.NewLine);
        Assert.Equal("8 settings are wrong:", wrong[0]);
        Assert.Equal(9, wrong.Length);
        Assert.Contains(wrong, line => line.StartsWith("  Neo4j:Uri is 'ftp://graph'", StringComparison.Ordinal));
        Assert.Contains("  Neo4j:Password is missing; give it, or Neo4j:PasswordFile, the path of a file that holds it.", wrong);
        Assert.Contains("  Neo4j:MaxConnections is 'many'; it must be a whole number, from 2 to 1000.", wrong);
        Assert.Contains("  Neo4j:RefreshInterval is '30'; it must be a duration such as 500ms, 30s, 5m or 00:00:30, from 10ms to 24h.", wrong);
        Assert.Contains(wrong, line => line.Contains("Neo4j:Pasword is no setting; there are: ", StringComparison.Ordinal));
        Assert.Contains("  Seed:Enabled is 'perhaps'; it must be true or false.", wrong);
        Assert.Contains("  RateLimit:RequestsPerMinute is '-1'; it must be a whole number, from 0 to 2147483647.", wrong);
        Assert.DoesNotContain(wrong, line => line.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public void An_unknown_store_is_told_the_known_ones() =>
        Assert.Contains("Store is 'Papyrus'; it must be one of: Embedded, Neo4j.", Wrong(("Store", "Papyrus")), StringComparison.Ordinal);

    [Theory]
    [InlineData("Neo4j:Uri", "localhost:7474")]
    [InlineData("Neo4j:Uri", "http://localhost:7474/?database=neo4j")]
    [InlineData("Neo4j:PasswordFile", "/run/secrets/neo4j")]
    [InlineData("Neo4j:StatementTimeout", "0s")]
    [InlineData("Neo4j:LongStatementTimeout", "1s")]
    [InlineData("Neo4j:MaxProjectedRelationships", "-1")]
    [InlineData("Embedded:Paht", "a.db")]
    public void A_setting_that_cannot_be_meant_is_refused_by_name(string key, string value) =>
        Assert.Contains(key, WrongNeo4j(key, value), StringComparison.Ordinal);

    [Fact]
    public void An_address_with_a_password_in_it_is_refused_and_not_repeated()
    {
        var wrong = WrongNeo4j("Neo4j:Uri", "bolt://neo4j:hunter2@graph");
        Assert.Contains("Neo4j:Uri", wrong, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", wrong, StringComparison.Ordinal);
    }

    [Fact]
    public void Bolt_is_refused_by_a_build_that_does_not_speak_it()
    {
        var spoken = ServerSettings.TryRead(
            Configuration([("Store", "Neo4j"), ("Neo4j:Uri", "neo4j+s://graph"), ("Neo4j:Password", Secret)]), out _, out var wrong);
        Assert.Equal(Neo4jSchemes.SpeaksBolt, spoken);
        if (!spoken) Assert.Contains("Give the HTTP address, such as http://graph:7474, or build with -p:Neo4jPackages=true.", wrong, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_or_empty_password_file_is_refused()
    {
        var empty = Path.GetTempFileName();
        var read = Wrong(("Store", "Neo4j"), ("Neo4j:Uri", "http://graph"), ("Neo4j:PasswordFile", empty));
        File.Delete(empty);
        var gone = Wrong(("Store", "Neo4j"), ("Neo4j:Uri", "http://graph"), ("Neo4j:PasswordFile", empty));
        Assert.Contains("which is empty", read, StringComparison.Ordinal);
        Assert.Contains("cannot be read", gone, StringComparison.Ordinal);
    }

    [Fact]
    public void The_log_names_the_place_and_not_the_password()
    {
        var store = Read(("Store", "Neo4j"), ("Neo4j:Uri", "http://graph:7474"), ("Neo4j:Password", Secret)).Store;
        Assert.Equal("Neo4j at http://graph:7474/ (database neo4j, user neo4j)", store.Place);
    }
}
