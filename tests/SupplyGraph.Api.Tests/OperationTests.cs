using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace SupplyGraph.Api.Tests;

[Collection(SeedTests.Name)]
public sealed class OperationTests(SeedHost seed)
{
    private List<RouteEndpoint> Documented()
    {
        // Enumerating builds every endpoint: a request without a validator shows here.
        var endpoints = seed.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is null).ToList();
        Assert.True(endpoints.Count >= 20, $"only {endpoints.Count} operations");
        return endpoints;
    }

    [Fact]
    public void Every_operation_has_a_name_a_summary_a_description_and_a_tag()
    {
        var bare = Documented().Where(e => e.Metadata.GetMetadata<IEndpointSummaryMetadata>() is not { Summary.Length: > 0 }
            || e.Metadata.GetMetadata<IEndpointDescriptionMetadata>() is not { Description.Length: > 0 }
            || e.Metadata.GetMetadata<IEndpointNameMetadata>() is null
            || e.Metadata.GetMetadata<ITagsMetadata>() is not { Tags.Count: > 0 });
        Assert.Empty(bare.Select(e => e.DisplayName));
    }

    [Fact]
    public void Every_operation_is_in_the_document()
    {
        var described = seed.Services.GetRequiredService<IApiDescriptionGroupCollectionProvider>().ApiDescriptionGroups.Items.Sum(g => g.Items.Count);
        Assert.Equal(Documented().Count, described);
    }
}
