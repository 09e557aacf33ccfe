using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SupplyGraph.Loading.Seed;
using SupplyGraph.Storage;

namespace SupplyGraph.Api.Tests.Hosting;

public sealed class SeedOnceTests
{
    // Two servers find one store empty; by the time the second may write, the first has seeded it and somebody has changed it.
    [Fact]
    public async Task A_seed_that_comes_second_leaves_the_graph_as_it_is()
    {
        await using var host = await ApiHost.SmallAsync();
        using var client = host.CreateClient();
        using var removed = await client.DeleteAsync(new Uri("/v1/entities/idle", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);

        Assert.Null(await SeedGraph.LoadIntoEmptyAsync(host.Services.GetRequiredService<IGraphStore>(), SmallGraph.Folder, CancellationToken.None));

        await client.GetJsonAsync("/v1/entities/idle", HttpStatusCode.NotFound);
        Assert.Equal(2, (await client.GetJsonAsync("/v1/stats"))["version"].Number());
    }
}
