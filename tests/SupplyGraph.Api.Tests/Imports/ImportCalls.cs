using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;

namespace SupplyGraph.Api.Tests.Imports;

/// <summary>Importing as a caller does who knows only the documentation.</summary>
internal static class ImportCalls
{
    public const string Header = "type,from,to,component,publisher,statement,confidence\n";

    public static Uri Address(string query) => new("/v1/imports?" + query, UriKind.Relative);

    public static string Row(string statement, string confidence = "0.6") => $"supplies,Gotion,BYD,cell,Press,{statement},{confidence}\n";

    /// <summary>A file of so many good claims.</summary>
    public static string Rows(int count, string prefix = "Claim ") => Header + string.Concat(Enumerable.Range(1, count).Select(i => Row(prefix + i)));

    public static StringContent File(string text, string type = "text/csv") => new(text, Encoding.UTF8, type);

    public static HttpContent Gzip(Action<StreamWriter> write)
    {
        var bytes = new MemoryStream();
        using (var writer = new StreamWriter(new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))) write(writer);
        var content = new ByteArrayContent(bytes.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        content.Headers.ContentEncoding.Add("gzip");
        return content;
    }

    /// <summary>A small file whose rows take a long time: no test waits for its end.</summary>
    public static HttpContent Long() => Gzip(writer =>
    {
        writer.Write(Header);
        for (var i = 0; i < 3_000_000; i++) writer.Write(Row("The same claim over and over"));
    });

    /// <summary>Imports and waits for the end; what a finished import says.</summary>
    public static async Task<JsonNode> ImportAsync(this HttpClient client, string query, string file)
    {
        using var content = File(file);
        using var response = await client.PostAsync(Address(query + "&wait=true"), content);
        return await Json.ReadAsync(response, HttpStatusCode.OK);
    }

    /// <summary>Sends a file and does not wait; the import's id.</summary>
    public static async Task<string> SendAsync(this HttpClient client, HttpContent file, string query = "")
    {
        using var response = await client.PostAsync(Address(query), file);
        return (await Json.ReadAsync(response, HttpStatusCode.Accepted))["id"].Text();
    }

    public static async Task<HttpResponseMessage> SendWithKeyAsync(this HttpClient client, string key, string file, string query = "wait=true")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address(query)) { Content = File(file) };
        request.Headers.Add("Idempotency-Key", key);
        return await client.SendAsync(request);
    }

    public static Task<HttpResponseMessage> CancelAsync(this HttpClient client, string id) =>
        client.DeleteAsync(new Uri($"/v1/imports/{id}", UriKind.Relative));

    public static async Task<string> StateAsync(this HttpClient client, string id) => (await client.GetJsonAsync($"/v1/imports/{id}"))["state"].Text();

    /// <summary>Asks until the import is as wanted.</summary>
    public static Task UntilAsync(this HttpClient client, string id, Predicate<JsonNode> wanted) =>
        UntilAsync(async () => wanted(await client.GetJsonAsync($"/v1/imports/{id}")));

    public static Task UntilAsync(this HttpClient client, string id, string state) => client.UntilAsync(id, import =>
    {
        var now = import["state"].Text();
        Assert.True(now == state || now is "queued" or "running", import.ToJsonString());
        return now == state;
    });

    public static async Task UntilAsync(Func<Task<bool>> wanted)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!await wanted()) await Task.Delay(10, limit.Token);
    }

    public static async Task<int> ClaimsAsync(this HttpClient client) => (await client.GetJsonAsync("/v1/stats"))["claims"].Number();

    /// <summary>A service less, so that imports wait for ever.</summary>
    public static void WithoutWorker(IServiceCollection services) => services.Remove(services.Single(s => s.ImplementationType?.Name == "ImportWorker"));
}
