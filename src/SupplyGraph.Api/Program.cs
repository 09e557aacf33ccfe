using SupplyGraph.Api.Features.Changes;
using SupplyGraph.Api.Features.Chokepoints;
using SupplyGraph.Api.Features.Claims;
using SupplyGraph.Api.Features.Concentrations;
using SupplyGraph.Api.Features.Disruptions;
using SupplyGraph.Api.Features.Entities;
using SupplyGraph.Api.Features.Export;
using SupplyGraph.Api.Features.Hubs;
using SupplyGraph.Api.Features.Imports;
using SupplyGraph.Api.Features.Opportunities;
using SupplyGraph.Api.Features.Relationships;
using SupplyGraph.Api.Features.Routes;
using SupplyGraph.Api.Features.Schema;
using SupplyGraph.Api.Features.Service;
using SupplyGraph.Api.Features.Sources;
using SupplyGraph.Api.Features.Statistics;
using SupplyGraph.Api.Features.Tiers;
using SupplyGraph.Api.Http.Caching;
using SupplyGraph.Api.Http.Hosting;
using SupplyGraph.Api.Http.Hosting.Settings;
using SupplyGraph.Api.Http.Json;
using SupplyGraph.Api.Http.Problems;
using SupplyGraph.Api.Http.Swagger;

if (args is [HealthProbe.Option, var address]) return await HealthProbe.RunAsync(address);

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
if (!ServerSettings.TryRead(builder.Configuration, out var settings, out var wrong))
{
    await Console.Error.WriteLineAsync(wrong);
    return 1;
}
builder.AddAddress();
builder.AddStore(settings);
builder.AddImports(settings.Imports);
builder.AddJson();
builder.AddProblems();
builder.AddRateLimiting(settings.RateLimit);
builder.AddCompression();
AnswerCache.AddTo(builder);
builder.AddSwagger();

var app = builder.Build();
app.UsePipeline();
app.UseSwaggerPages();
app.MapRoutes();
app.MapTiers();
app.MapChokepoints();
app.MapConcentration();
app.MapDisruptions();
app.MapHubs();
app.MapOpportunities();
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
return Environment.ExitCode;

public partial class Program;
