using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Reflection;
using System.Text.RegularExpressions;
using SupplyGraph.Loading;
using SupplyGraph.Loading.Imports;
using SupplyGraph.Model;

namespace SupplyGraph.Api.Tests;

/// <summary>Executes what docs/loading.md tells data teams to do, and checks that it knows every code, column and limit.</summary>
public sealed partial class LoadingGuideTests : IAsyncLifetime
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(ReadmeTests.Repository(), "docs", "loading.md"));

    // They are about changes that are no rows of a file.
    private static readonly string[] NeverInAFile = [RefusalCode.InUse, RefusalCode.NotFound];

    private ApiHost host = null!;

    public async Task InitializeAsync() => host = await new ApiHost().ReadyAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task Its_foreign_file_is_understood_as_it_says()
    {
        var command = ForeignFile().Match(Guide);
        Assert.True(command.Success, "no curl line for docs/examples/suppliers.csv");

        var import = await PostAsync(command.Groups["address"].Value, Example(command.Groups["file"].Value));

        var told = Errors().Match(Guide).Groups["lines"].Value.Trim().Split('\n');
        Assert.Equal(told, import["errors"]!.AsArray().Select(e => $"row {e!["row"]}, {e["column"]}, {e["code"]}: {e["message"]}"));
        Assert.Equal((6, 3, 3), ((int)import["rows"]!["read"]!, (int)import["rows"]!["accepted"]!, (int)import["rows"]!["rejected"]!));
        Assert.Equal("Buyer", Assert.Single(import["ignoredColumns"]!.AsArray())!.GetValue<string>());
        Assert.Equal(3, (int)Assert.Single(import["warnings"]!.AsArray())!["row"]!);
        Assert.Contains("**Look at `rows`**: six read, three accepted, three rejected.", Guide, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_first_file_loads_with_its_first_request()
    {
        var request = FirstRequest().Match(Guide);
        var file = Example(request.Groups["file"].Value);
        Assert.Equal(file, FirstFile().Match(Guide).Groups["file"].Value);

        var import = await PostAsync(request.Groups["address"].Value, file);

        Assert.Equal("succeeded", import["state"].Text());
        Assert.Equal((3, 1), ((int)import["rows"]!["accepted"]!, (int)import["created"]!["entities"]!));
    }

    [Fact]
    public void It_explains_every_code()
    {
        var codes = new[] { typeof(RowErrorCode), typeof(RefusalCode), typeof(ImportWarningCode) }.SelectMany(Constants).Except(NeverInAFile).ToList();
        Assert.True(codes.Count > 25, $"only {codes.Count} codes");

        Assert.Equal("", string.Join(", ", codes.Where(code => !Guide.Contains($"| `{code}` | ", StringComparison.Ordinal))));
        Assert.Equal("", string.Join(", ", CodeRow().Matches(Guide).Select(m => m.Groups[1].Value).Except(codes)));
    }

    [Fact]
    public void It_explains_every_column()
    {
        var columns = FileColumns.Claims.Names.Concat(FileColumns.Entities.Names).ToList();

        var explained = string.Concat(ColumnRow().Matches(Guide).Select(m => m.Value));
        Assert.Equal("", string.Join(", ", columns.Where(column => !explained.Contains($"`{column}`", StringComparison.Ordinal))));
    }

    [Fact]
    public void It_names_the_limits_as_they_are()
    {
        string[] limits =
        [
            $"| Rows of a file | {Limits.MaxImportRows.ToString("N0", CultureInfo.InvariantCulture)} |",
            $"| Columns of a file | {Limits.MaxImportColumns} |",
            $"| Size of a file, as it comes and unpacked | {Limits.MaxImportBytes >> 30} GiB |",
            $"| Size of a row | {Limits.MaxRowLength >> 10} KiB |",
            $"| Size of a file that `wait=true` waits for | {Limits.MaxWaitedImportBytes >> 20} MiB |",
            $"| Seconds that `wait=true` waits | {Limits.MaxImportWait.TotalSeconds} |",
            $"| Imports that wait for their turn | {Limits.MaxWaitingImports} |",
            $"| Finished imports that are kept | {Limits.MaxKeptImports.ToString("N0", CultureInfo.InvariantCulture)} |",
            $"| Errors, and warnings, that a report lists | {Limits.MaxKeptRowErrors} |",
        ];

        Assert.Equal("", string.Join('\n', limits.Where(limit => !Guide.Contains(limit, StringComparison.Ordinal))));
    }

    private async Task<System.Text.Json.Nodes.JsonNode> PostAsync(string address, string file)
    {
        using var client = host.CreateClient();
        using var content = new StringContent(file, new MediaTypeHeaderValue("text/csv"));
        return await Json.ReadAsync(await client.PostAsync(new Uri(address, UriKind.Relative), content), HttpStatusCode.OK);
    }

    private static string Example(string path) => File.ReadAllText(Path.Combine(ReadmeTests.Repository(), path));

    private static IEnumerable<string> Constants(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);

    private const string Curl = @"curl 'http://localhost:5080(?<address>/v1/imports\?[^']+)' -H 'Content-Type: text/csv' --data-binary ";

    [GeneratedRegex(Curl + @"@(?<file>docs/examples/suppliers\.csv)")]
    private static partial Regex ForeignFile();

    [GeneratedRegex(Curl + @"@(?<file>docs/examples/claims\.csv)")]
    private static partial Regex FirstRequest();

    [GeneratedRegex(@"```csv\n(?<file>.+?)```", RegexOptions.Singleline)]
    private static partial Regex FirstFile();

    [GeneratedRegex(@"```text\n(?<lines>row 4,.+?)```", RegexOptions.Singleline)]
    private static partial Regex Errors();

    [GeneratedRegex(@"^\| `([a-z_0-9]+)` \| (?=[A-Z])", RegexOptions.Multiline)]
    private static partial Regex CodeRow();

    [GeneratedRegex(@"^\| `[^|]+\|", RegexOptions.Multiline)]
    private static partial Regex ColumnRow();
}
