using System.IO.Compression;
using System.Text;

namespace SupplyGraph.Cli.Tests;

public sealed class ExportTests(LiveServer server) : IClassFixture<LiveServer>
{
    private readonly Shell shell = new(server.Address);

    [Theory]
    [InlineData("/v1/export?what=claims&format=csv")]
    [InlineData("/v1/export?what=entities&format=csv", "--what", "entities")]
    [InlineData("/v1/export?what=claims&format=ndjson", "--format", "ndjson", "--output", "-")]
    public async Task Standard_output_is_the_file_and_nothing_else(string address, params string[] options)
    {
        var ran = await shell.RunAsync(["export", .. options]);
        Assert.Equal(ExitCode.Done, ran.Code);
        Assert.Equal(await server.GetAsync(address), ran.Out);
        Assert.Equal("", ran.Error);
    }

    [Fact]
    public async Task A_folder_takes_entities_and_claims()
    {
        using var folder = new TempFolder();
        var ran = await shell.RunAsync("export", "--output", folder.At("new") + "/");
        Assert.Equal(ExitCode.Done, ran.Code);
        Assert.Equal(["claims.csv", "entities.csv"], Directory.GetFiles(folder.At("new")).Select(Path.GetFileName).Order());
        Assert.Equal(await server.GetAsync("/v1/export?what=entities&format=csv"), folder.Text("new/entities.csv"));
        Assert.Equal(await server.GetAsync("/v1/export?what=claims&format=csv"), folder.Text("new/claims.csv"));
    }

    [Fact]
    public async Task A_folder_that_is_there_takes_one_of_them_where_one_is_named()
    {
        using var folder = new TempFolder();
        await shell.RunAsync("export", "--what", "entities", "--format", "ndjson", "--output", folder.Path);
        Assert.Equal(["entities.ndjson"], folder.Names);
    }

    [Fact]
    public async Task The_name_of_the_file_gives_format_and_compression()
    {
        using var folder = new TempFolder();
        var ran = await shell.RunAsync("export", "--what", "entities", "--output", folder.At("e.ndjson.gz"));
        Assert.Equal(ExitCode.Done, ran.Code);
        await using var packed = File.OpenRead(folder.At("e.ndjson.gz"));
        await using var unpacked = new GZipStream(packed, CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked, Encoding.UTF8);
        Assert.Equal(await server.GetAsync("/v1/export?what=entities&format=ndjson"), await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task A_format_that_contradicts_the_name_is_refused()
    {
        using var folder = new TempFolder();
        var ran = await shell.RunAsync("export", "--format", "csv", "--output", folder.At("claims.ndjson"));
        Assert.Equal(ExitCode.Usage, ran.Code);
        Assert.Empty(folder.Names);
    }

    [Fact]
    public async Task A_file_that_was_there_gives_way_to_the_new_one()
    {
        using var folder = new TempFolder();
        folder.Write("claims.csv", "old");
        Assert.Equal(ExitCode.Done, (await shell.RunAsync("export", "--output", folder.At("claims.csv"))).Code);
        Assert.Equal(["claims.csv"], folder.Names);
        Assert.Equal(await server.GetAsync("/v1/export"), folder.Text("claims.csv"));
    }

    [Fact]
    public async Task An_export_that_breaks_off_leaves_the_old_file_and_no_other()
    {
        const string Half = "HTTP/1.1 200 OK\r\nContent-Type: text/csv\r\nTransfer-Encoding: chunked\r\n\r\n5\r\ntype,\r\n";
        await using var broken = new FakeServer(Half);
        using var folder = new TempFolder();
        folder.Write("claims.csv", "old");
        var ran = await new Shell(broken.Address).RunAsync("export", "--output", folder.At("claims.csv"));
        Assert.Equal(ExitCode.Unreachable, ran.Code);
        Assert.DoesNotContain("Start one", ran.Error, StringComparison.Ordinal);
        Assert.Contains("broke off", ran.Error, StringComparison.Ordinal);
        Assert.Equal(["claims.csv"], folder.Names);
        Assert.Equal("old", folder.Text("claims.csv"));
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_ends_in_1()
    {
        using var folder = new TempFolder();
        folder.Write("file", "");
        var ran = await shell.RunAsync("export", "--output", folder.At("file/claims.csv"));
        Assert.Equal(ExitCode.Failed, ran.Code);
        Assert.Contains("file/claims.csv", ran.Error, StringComparison.Ordinal);
    }
}
