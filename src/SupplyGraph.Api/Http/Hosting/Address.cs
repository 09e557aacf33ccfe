namespace SupplyGraph.Api.Http.Hosting;

/// <summary>Where the server listens.</summary>
internal static class Address
{
    private const string Default = "http://localhost:5080";

    private static readonly string[] Ways = [WebHostDefaults.ServerUrlsKey, "http_ports", "https_ports", "Kestrel:Endpoints"];

    /// <summary>Binds to localhost in every environment, unless any of the framework's ways to say so names another address.</summary>
    public static void AddAddress(this WebApplicationBuilder builder)
    {
        if (!Ways.Any(way => builder.Configuration.GetSection(way).Exists())) builder.WebHost.UseUrls(Default);
    }
}
