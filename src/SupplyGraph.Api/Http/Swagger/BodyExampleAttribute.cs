namespace SupplyGraph.Api.Http.Swagger;

/// <summary>A body of this type that works on the seed graph.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BodyExampleAttribute(string json) : Attribute
{
    public string Json { get; } = json;
}
