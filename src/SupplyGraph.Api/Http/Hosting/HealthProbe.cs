namespace SupplyGraph.Api.Http.Hosting;

/// <summary>
/// <c>SupplyGraph.Api --health ADDRESS</c>: asks a running server whether it is well, for a container's health check. The image needs no other program for it.
/// </summary>
internal static class HealthProbe
{
    public const string Option = "--health";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Prints the answer.</summary>
    /// <returns>The process's exit code: 0 where the server says that it is well, otherwise 1.</returns>
    public static async Task<int> RunAsync(string address)
    {
        using var client = new HttpClient { Timeout = Patience };
        try
        {
            using var answer = await client.GetAsync(new Uri(address));
            Console.WriteLine(await answer.Content.ReadAsStringAsync());
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or UriFormatException or NotSupportedException)
        {
            Console.WriteLine($"{address}: {e.Message}");
            return 1;
        }
    }
}
