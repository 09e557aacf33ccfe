using System.Net;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using SupplyGraph.Model;
using SupplyGraph.Storage;
using SupplyGraph.Storage.Embedded;

namespace SupplyGraph.Api.Tests.Hosting;

/// <summary>Searches share a few places: when those and the queue are full, the next is told so, and everything else goes on.</summary>
public sealed class SearchPlacesTests
{
    [Theory]
    [InlineData("/v1/routes?from=china&to=pakistan")]
    [InlineData("/v1/entities/pakistan/suppliers?types=exports_to")]
    [InlineData("/v1/hubs?country=pakistan")]
    public async Task When_all_places_are_taken_the_next_search_is_429_and_other_questions_are_answered(string search)
    {
        var folder = Directory.CreateTempSubdirectory("supplygraph-places-").FullName;
        var stalled = new TaskCompletionSource();
        var store = StallingStore.Of(new EmbeddedGraphStore(new EmbeddedStoreOptions { Path = Path.Combine(folder, "graph.db") }), stalled.Task);
        await using (var host = new ApiHost { Settings = { ["Seed:Folder"] = SmallGraph.Folder }, Change = services => services.AddSingleton(store) })
        {
            await host.ReadyAsync();
            using var client = host.CreateClient();
            var places = Math.Max(2, Environment.ProcessorCount) + Limits.MaxWaitingSearches;
            // Each is another question: two that ask the same would wait for one answer.
            var taken = Enumerable.Range(1, places + 1).Select(i => client.GetAsync(new Uri($"{search}&minConfidence=0.{i:0000}", UriKind.Relative))).ToList();

            var refused = await await Task.WhenAny(taken);
            Assert.Equal("too_many_requests", (await Json.ReadAsync(refused, HttpStatusCode.TooManyRequests))["code"].Text());
            Assert.Equal(1, (await client.GetJsonAsync("/v1/stats"))["version"].Number());

            stalled.SetResult();
            var answers = await Task.WhenAll(taken);
            Assert.Equal(places, answers.Count(answer => answer.StatusCode == HttpStatusCode.OK));
        }
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A store that gives no claims until it is let go.</summary>
    public class StallingStore : DispatchProxy
    {
        private IGraphStore home = null!;
        private Task stalled = null!;

        public static IGraphStore Of(IGraphStore home, Task stalled)
        {
            var store = Create<IGraphStore, StallingStore>();
            ((StallingStore)(object)store).home = home;
            ((StallingStore)(object)store).stalled = stalled;
            return store;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name == nameof(IGraphStore.GetClaimsOfAsync)
            ? ReadAsync((IReadOnlyCollection<string>)args![0]!, (CancellationToken)args[1]!)
            : targetMethod.Invoke(home, BindingFlags.DoNotWrapExceptions, null, args, null);

        private async Task<IReadOnlyDictionary<string, IReadOnlyList<Claim>>> ReadAsync(IReadOnlyCollection<string> relationships, CancellationToken cancel)
        {
            await stalled;
            return await home.GetClaimsOfAsync(relationships, cancel);
        }
    }
}
