using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace SupplyGraph.Api.Http.Swagger;

/// <summary>Declares the tags, in the order in which a newcomer reads them.</summary>
internal sealed class Tags : IDocumentFilter
{
    private static readonly (string Name, string Description)[] All =
    [
        ("Routes", "Ordered chains of stops joined by relationships: which supply routes could there be."),
        ("Analyses", "What an analyst asks after the first route: who stands behind it, what would cut it, how concentrated it is, what is missing where."),
        ("Entities", "Companies, components, countries, regions, vehicles, policies and corridors."),
        ("Companies", "Entities of kind company."),
        ("Components", "Entities of kind component."),
        ("Countries", "Entities of kind country."),
        ("Relationships", "What all claims about one thing add up to."),
        ("Claims", "One source saying one thing about one relationship: the way by which relationships come and go."),
        ("Sources", "Publications that claims cite."),
        ("Changes", "The feed of what every version changed."),
        ("Imports", "Files of claims or entities: loaded as a whole, checked row by row, and taken back where they were wrong."),
        ("Export", "The whole graph as files."),
        ("Service", "The words of the graph, counts, health, and what problems mean."),
    ];

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        var used = context.ApiDescriptions.SelectMany(d => d.ActionDescriptor.EndpointMetadata.OfType<ITagsMetadata>()).SelectMany(t => t.Tags).ToHashSet();
        swaggerDoc.Tags = All.Where(t => used.Contains(t.Name)).Select(t => new OpenApiTag { Name = t.Name, Description = t.Description }).ToHashSet();
    }
}
