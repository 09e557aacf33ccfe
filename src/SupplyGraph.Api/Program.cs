using SupplyGraph.Api.Features.Changes;
using SupplyGraph.Api.Features.Claims;
using SupplyGraph.Api.Features.Entities;
using SupplyGraph.Api.Features.Export;
using SupplyGraph.Api.Features.Imports;
using SupplyGraph.Api.Features.Relationships;
using SupplyGraph.Api.Features.Routes;
using SupplyGraph.Api.Features.Schema;
using SupplyGraph.Api.Features.Service;
using SupplyGraph.Api.Features.Sources;
using SupplyGraph.Api.Features.Statistics;
using SupplyGraph.Api.Http.Hosting;
using SupplyGraph.Api.Http.Json;
using SupplyGraph.Api.Http.Problems;
using SupplyGraph.Api.Http.Swagger;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddAddress();
builder.AddStore();
builder.AddImports();
builder.AddJson();
builder.AddProblems();
builder.AddRateLimiting();
builder.AddCompression();
builder.AddSwagger();

var app = builder.Build();
app.UsePipeline();
app.UseSwaggerPages();
app.MapRoutes();
app.MapEntities();
app.MapRelationships();
app.MapClaims();
app.MapSources();
app.MapChanges();
app.MapImports();
app.MapExport();
app.MapSchema();
app.MapStatistics();
app.MapService();

await app.RunAsync();

public partial class Program;
