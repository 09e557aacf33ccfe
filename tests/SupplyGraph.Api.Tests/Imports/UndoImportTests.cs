using System.Net;
using System.Text.Json.Nodes;

namespace SupplyGraph.Api.Tests.Imports;

/// <summary>Taking back what an import brought.</summary>
public sealed class UndoImportTests : IAsyncLifetime
{
    private ApiHost host = null!;
    private HttpClient client = null!;

    public async Task InitializeAsync()
    {
        host = await ApiHost.SmallAsync();
        client = host.CreateClient();
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task What_only_the_import_brought_goes_and_each_is_counted()
    {
        var before = await ExportAsync();
        var import = await client.ImportAsync("", "type,from,to,publisher,from_kind\nowns,New Cells,Gotion,Press,company\nowns,New Cells,BYD,Press,company\n");
        var undone = await UndoAsync(import);
        Assert.Equal(import["id"].Text(), undone["id"].Text());
        Assert.Equal([2, 0], undone["claims"].Numbers("removed", "kept"));
        Assert.Equal([2], undone["relationships"].Numbers("removed"));
        Assert.Equal([1, 0], undone["entities"].Numbers("removed", "kept"));
        Assert.Equal([1], undone["sources"].Numbers("removed"));
        Assert.Equal(3, undone["version"].Number());
        Assert.Equal(before, await ExportAsync());
        await client.GetJsonAsync("/v1/entities/new-cells", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_others_state_or_use_too_stays()
    {
        var import = await client.ImportAsync("", "type,from,to,publisher,from_kind\nowns,New Cells,Gotion,Press,company\nowns,New Cells,BYD,Press,company\n");
        await client.ImportAsync("", "type,from,to,publisher\nowns,New Cells,Gotion,Press\n");
        var undone = await UndoAsync(import);
        Assert.Equal([1, 1], undone["claims"].Numbers("removed", "kept"));
        Assert.Equal([0, 1], undone["entities"].Numbers("removed", "kept"));
        Assert.Equal("New Cells", (await client.GetJsonAsync("/v1/entities/new-cells"))["entity"]!["name"].Text());
    }

    [Fact]
    public async Task Taking_back_twice_or_what_never_landed_changes_nothing()
    {
        var import = await client.ImportAsync("", ImportCalls.Rows(2));
        await UndoAsync(import);
        var again = await UndoAsync(import);
        Assert.Equal([0, 3], new[] { again["claims"]!["removed"].Number(), again["version"].Number() });
        var dry = await client.ImportAsync("dryRun=true", ImportCalls.Rows(2));
        Assert.Equal(0, (await UndoAsync(dry))["claims"]!["removed"].Number());
    }

    [Fact]
    public async Task An_import_that_waits_is_not_taken_back()
    {
        await using var waiting = await new ApiHost { Settings = { ["Seed:Folder"] = SmallGraph.Folder }, Change = ImportCalls.WithoutWorker }.ReadyAsync();
        using var caller = waiting.CreateClient();
        var id = await caller.SendAsync(ImportCalls.File(ImportCalls.Rows(1)));
        using var response = await caller.DeleteAsync(new Uri($"/v1/imports/{id}/claims", UriKind.Relative));
        Assert.Equal("import_unfinished", (await Json.ReadAsync(response, HttpStatusCode.Conflict))["code"].Text());
    }

    private async Task<JsonNode> UndoAsync(JsonNode import)
    {
        using var response = await client.DeleteAsync(new Uri($"/v1/imports/{import["id"].Text()}/claims", UriKind.Relative));
        return await Json.ReadAsync(response, HttpStatusCode.OK);
    }

    private async Task<string> ExportAsync()
    {
        var entities = await client.GetStringAsync(new Uri("/v1/export?what=entities", UriKind.Relative));
        return entities + await client.GetStringAsync(new Uri("/v1/export?what=claims", UriKind.Relative));
    }
}
