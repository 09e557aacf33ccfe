using Microsoft.OpenApi;
using SupplyGraph.Api.Http.Formats;
using SupplyGraph.Api.Http.Names;
using SupplyGraph.Loading;
using SupplyGraph.Model;
using SupplyGraph.Storage;

namespace SupplyGraph.Api.Http.Swagger;

/// <summary>The OpenAPI document at /swagger/v1/swagger.json and its page at /swagger.</summary>
internal static class SwaggerSetup
{
    private const string Version = "v1";

    public static void AddSwagger(this WebApplicationBuilder builder)
    {
        builder.Services.AddEndpointsApiExplorer();
        builder.Services.AddSwaggerGen(swagger =>
        {
            swagger.SwaggerDoc(Version, Info());
            swagger.AddServer(new OpenApiServer { Url = "/", Description = "The server that this document comes from" });
            swagger.SupportNonNullableReferenceTypes();
            swagger.NonNullableReferenceTypesAsRequired();
            swagger.MapType<PartialDate>(PartialDateSchema);
            swagger.MapType<LineGeometry>(LineGeometry.Schema);
            foreach (var type in new[] { typeof(EntityReference), typeof(Entity), typeof(IGraphStore), typeof(FileContent) })
                swagger.IncludeXmlComments(type.Assembly);
            swagger.ParameterFilter<ParameterDocumentation>();
            swagger.SchemaFilter<NullableReferences>();
            swagger.OperationFilter<Answers>();
            swagger.OperationFilter<FormattedAnswers>();
            swagger.OperationFilter<BodyExamples>();
            swagger.OperationFilter<FileBodies>();
            swagger.OperationFilter<QueryFamilies>();
            swagger.DocumentFilter<Tags>();
        });
    }

    public static void UseSwaggerPages(this WebApplication app)
    {
        app.UseSwagger(swagger => swagger.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1);
        app.UseSwaggerUI(page =>
        {
            page.DocumentTitle = "SupplyGraph";
            page.SwaggerEndpoint($"/swagger/{Version}/swagger.json", "SupplyGraph " + Version);
            page.EnableDeepLinking();
            page.DisplayRequestDuration();
        });
    }

    private static OpenApiInfo Info() => new()
    {
        Title = "SupplyGraph",
        Version = typeof(SwaggerSetup).Assembly.GetName().Version?.ToString(3),
        Description = "A knowledge graph of global EV supply-chain relationships. It answers path questions, first of all which supply routes could pass "
            + "through a place, with the evidence for every leg. Entities are taken by id, name, alias or ISO code everywhere; list parameters repeat. "
            + "Problems are RFC 9457 documents that name every bad field at once.",
        License = new OpenApiLicense { Name = "CC BY 4.0 (the seed graph)", Url = new Uri("https://creativecommons.org/licenses/by/4.0/") },
    };

    private static OpenApiSchema PartialDateSchema() => new()
    {
        Type = JsonSchemaType.String,
        Pattern = "^\\d{4}(-\\d{2}(-\\d{2})?)?$",
        Description = "A year, a month or a day, as the source states it.",
        Examples = ["2025-08"],
    };
}
