using Microsoft.OpenApi;

namespace SupplyGraph.Api.Http.Swagger;

/// <summary>A header of an operation's answer.</summary>
internal sealed record AnswerHeader(string Name, JsonSchemaType Type, string Description);
