namespace SupplyGraph.Api.Tests.Routes;

/// <summary>Asking for an answer in a format.</summary>
internal static class FormatCalls
{
    public const string Json = "application/json", GeoJson = "application/geo+json", Csv = "text/csv";

    public static Task<HttpResponseMessage> GetAsAsync(this HttpClient client, string address, string accept, HttpMethod? method = null) =>
        client.SendAsync(Asking(method ?? HttpMethod.Get, address, accept));

    public static async Task<string> TextAsync(this HttpClient client, string address, string accept)
    {
        using var response = await client.GetAsAsync(address, accept);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{address}: {text}");
        return text;
    }

    public static async Task<string> PostAsAsync(this HttpClient client, string address, string json, string accept)
    {
        using var request = Asking(HttpMethod.Post, address, accept);
        request.Content = new StringContent(json, System.Text.Encoding.UTF8, Json);
        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{address}: {text}");
        return text;
    }

    public static HttpRequestMessage Asking(HttpMethod method, string address, string accept)
    {
        var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return request;
    }

    /// <summary>One of the server's own headers.</summary>
    public static string? Header(this HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.Single() : null;
}
