using System.Text.RegularExpressions;

namespace SupplyGraph.Api.Tests.Hosting;

/// <summary>What a container needs: the Dockerfile, docker-compose.yml, .env.example, and the words about them.</summary>
public sealed partial class DeploymentTests
{
    private static readonly string Compose = Read("docker-compose.yml");
    private static readonly string Image = Read("Dockerfile");
    private static readonly string Example = Read(".env.example");
    private static readonly string Guide = Read("docs", "operations.md");

    private static string Read(params string[] path) => File.ReadAllText(Path.Combine([ReadmeTests.Repository(), .. path]));

    private static List<string> Variables() => [.. Variable().Matches(Compose).Select(m => m.Groups[1].Value).Distinct().Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_variable_of_compose_is_in_the_example_and_in_the_guide_and_no_other()
    {
        Assert.NotEmpty(Variables());
        Assert.Equal(Variables(), ExampleLine().Matches(Example).Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal));
        Assert.Equal(Variables(), GuideRow().Matches(Guide).Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Defaults_are_the_same_in_compose_in_the_example_and_in_the_guide()
    {
        var defaults = WithDefault().Matches(Compose).Select(m => (m.Groups[1].Value, m.Groups[2].Value)).Distinct().ToList();
        Assert.Equal(Variables().Count - 1, defaults.Count);
        Assert.All(defaults, d => Assert.Contains($"\n#{d.Item1}={d.Item2}\n", Example, StringComparison.Ordinal));
        Assert.All(defaults, d => Assert.Contains($"| `{d.Item1}` | `{d.Item2}` |", Guide, StringComparison.Ordinal));
    }

    [Fact]
    public void The_password_comes_from_outside_and_without_one_nothing_starts()
    {
        Assert.Contains("\nNEO4J_PASSWORD=\n", Example, StringComparison.Ordinal);
        var uses = Password().Matches(Compose).Select(m => m.Value).ToList();
        Assert.Equal(2, uses.Count);
        Assert.All(uses, use => Assert.StartsWith("${NEO4J_PASSWORD:?", use, StringComparison.Ordinal));
        Assert.Contains("\n.env\n", "\n" + Read(".gitignore"), StringComparison.Ordinal);
        Assert.DoesNotContain("PASSWORD", Image, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Compose_waits_for_Neo4j_and_lets_only_this_machine_in()
    {
        var neo4j = Compose.IndexOf("\n  neo4j:\n", StringComparison.Ordinal);
        var server = Compose.IndexOf("\n  supplygraph:\n", neo4j, StringComparison.Ordinal);
        Assert.Contains("healthcheck:", Compose[neo4j..server], StringComparison.Ordinal);
        Assert.Contains("neo4j:\n        condition: service_healthy", Compose[server..], StringComparison.Ordinal);
        Assert.Contains("read_only: true", Compose[server..], StringComparison.Ordinal);
        var ports = Port().Matches(Compose).Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(3, ports.Count);
        Assert.All(ports, port => Assert.StartsWith("127.0.0.1:", port, StringComparison.Ordinal));
    }

    [Fact]
    public void The_image_restores_every_project_that_the_server_is_built_from()
    {
        var copied = CopiedProject().Matches(Image).Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(ProjectsOf("SupplyGraph.Api").Order(StringComparer.Ordinal), copied);
    }

    [Fact]
    public void The_image_runs_as_nobody_special_with_Neo4js_driver_and_checks_its_own_health()
    {
        Assert.Equal(2, Flag().Count(Image));
        var last = Image[Image.LastIndexOf("\nFROM ", StringComparison.Ordinal)..];
        Assert.Contains("\nUSER $APP_UID\n", last, StringComparison.Ordinal);
        Assert.Contains("\"--health\", \"http://127.0.0.1:5080/health/ready\"", last, StringComparison.Ordinal);
        Assert.Contains("ASPNETCORE_HTTP_PORTS=5080", last, StringComparison.Ordinal);
    }

    /// <summary>A project and all that it rests on.</summary>
    private static HashSet<string> ProjectsOf(string name)
    {
        var project = Read("src", name, name + ".csproj");
        return [name, .. ProjectReference().Matches(project).SelectMany(m => ProjectsOf(m.Groups[1].Value))];
    }

    [GeneratedRegex(@"\$\{(\w+)")]
    private static partial Regex Variable();

    [GeneratedRegex(@"\$\{(\w+):-([^}]+)\}")]
    private static partial Regex WithDefault();

    [GeneratedRegex(@"\$\{NEO4J_PASSWORD[^}]*\}")]
    private static partial Regex Password();

    [GeneratedRegex(@"^#?([A-Z0-9_]+)=", RegexOptions.Multiline)]
    private static partial Regex ExampleLine();

    [GeneratedRegex(@"^\| `([A-Z0-9_]+)` \|", RegexOptions.Multiline)]
    private static partial Regex GuideRow();

    [GeneratedRegex(@"^ +- ""([^""]+:\d+)""$", RegexOptions.Multiline)]
    private static partial Regex Port();

    [GeneratedRegex(@"^COPY src/[\w.]+/([\w.]+)\.csproj src/\1/$", RegexOptions.Multiline)]
    private static partial Regex CopiedProject();

    [GeneratedRegex(@"^(?:RUN dotnet restore|RUN dotnet publish).* -p:Neo4jPackages=true", RegexOptions.Multiline)]
    private static partial Regex Flag();

    [GeneratedRegex(@"<ProjectReference Include=""[^""]*/([\w.]+)\.csproj""")]
    private static partial Regex ProjectReference();
}
