using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace SupplyGraph.Api.Tests;

/// <summary>Asking and reading answers, as a caller does who knows only the documentation.</summary>
internal static class Json
{
    public static async Task<JsonNode> GetJsonAsync(this HttpClient client, string address, HttpStatusCode expected = HttpStatusCode.OK) =>
        await ReadAsync(await client.GetAsync(new Uri(address, UriKind.Relative)), expected);

    public static Task<HttpResponseMessage> SendAsync(this HttpClient client, HttpMethod method, string address, string json)
    {
        var content = new StringContent(json, Encoding.UTF8, "application/json");
        var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative)) { Content = content };
        return client.SendAsync(request);
    }

    public static async Task<JsonNode> PostJsonAsync(this HttpClient client, string address, string json, HttpStatusCode expected) =>
        await ReadAsync(await client.SendAsync(HttpMethod.Post, address, json), expected);

    public static async Task<JsonNode> ReadAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(expected == response.StatusCode, $"{response.RequestMessage?.RequestUri}: {(int)response.StatusCode} instead of {(int)expected}: {text}");
        return JsonNode.Parse(text)!;
    }

    public static string Text(this JsonNode? node) => node!.GetValue<string>();

    public static int Number(this JsonNode? node) => node!.GetValue<int>();

    /// <summary>Several numbers of one object.</summary>
    public static IReadOnlyList<int> Numbers(this JsonNode? counts, params string[] fields) => [.. fields.Select(f => counts![f].Number())];

    /// <summary>The values of one field over a list.</summary>
    public static IReadOnlyList<string> All(this JsonNode? list, string field) => [.. list!.AsArray().Select(item => item![field].Text())];

    /// <summary>The bad fields that a problem names.</summary>
    public static IReadOnlyList<string> Fields(this JsonNode problem) => [.. problem["errors"]!.AsObject().Select(f => f.Key).Order(StringComparer.Ordinal)];

    /// <summary>The codes under one bad field of a problem.</summary>
    public static IReadOnlyList<string> Codes(this JsonNode problem, string field) => problem["errors"]![field].All("code");
}
