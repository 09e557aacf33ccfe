using System.Net;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using SupplyGraph.Storage;
using SupplyGraph.Storage.Embedded;

namespace SupplyGraph.Api.Tests;

/// <summary>Questions that count all relationships, on a server that does not hold them all.</summary>
public sealed class WholeGraphTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("supplygraph-part-").FullName;
    private ApiHost host = null!;

    public async Task InitializeAsync()
    {
        var store = PartialStore.Of(new EmbeddedGraphStore(new EmbeddedStoreOptions { Path = Path.Combine(folder, "graph.db") }));
        host = await new ApiHost { Settings = { ["Seed:Folder"] = SmallGraph.Folder }, Change = services => services.AddSingleton(store) }.ReadyAsync();
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("/v1/concentration?component=battery")]
    [InlineData("/v1/hubs?country=pakistan")]
    [InlineData("/v1/countries/pakistan/opportunities")]
    public async Task A_question_that_counts_all_relationships_needs_the_whole_graph(string question)
    {
        using var client = host.CreateClient();
        var problem = await client.GetJsonAsync(question, HttpStatusCode.UnprocessableEntity);
        Assert.Equal("graph_too_large", problem["code"].Text());
    }

    [Fact]
    public async Task Disruptions_need_the_whole_graph()
    {
        using var client = host.CreateClient();
        var problem = await client.PostJsonAsync("/v1/disruptions", """{"scenario":{"removedEntities":["china"]}}""", HttpStatusCode.UnprocessableEntity);
        Assert.Equal("graph_too_large", problem["code"].Text());
    }

    /// <summary>A store that says of its views that they are only a part of the graph.</summary>
    public class PartialStore : DispatchProxy
    {
        private IGraphStore home = null!;

        public static IGraphStore Of(IGraphStore home)
        {
            var store = Create<IGraphStore, PartialStore>();
            ((PartialStore)(object)store).home = home;
            return store;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name == nameof(IGraphStore.GetViewAsync)
            ? new ValueTask<GraphView>(PartAsync((CancellationToken)args![0]!))
            : targetMethod.Invoke(home, BindingFlags.DoNotWrapExceptions, null, args, null);

        private async Task<GraphView> PartAsync(CancellationToken cancel) => new Part(await home.GetViewAsync(cancel));
    }

    private sealed record Part(GraphView Whole) : GraphView(Whole)
    {
        public override bool IsWhole => false;
    }
}
