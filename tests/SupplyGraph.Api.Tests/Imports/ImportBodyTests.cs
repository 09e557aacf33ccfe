using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace SupplyGraph.Api.Tests.Imports;

/// <summary>Files that are too large, or never arrive whole. Over a real connection: the server in memory knows neither limits nor cables.</summary>
public sealed class ImportBodyTests
{
    /// <summary>Bytes of a body that the framework takes where nothing else is said.</summary>
    private const int FrameworkLimit = 30_000_000;

    private static async Task<ApiHost> ListeningAsync(long mostBytes)
    {
        var host = new ApiHost { Settings = { ["Seed:Folder"] = SmallGraph.Folder, ["Imports:MaxBytes"] = mostBytes.ToString(CultureInfo.InvariantCulture) } };
        host.UseKestrel(0);
        return await host.ReadyAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_above_the_limit_is_413_and_nothing_of_it_stays(bool announced)
    {
        await using var host = await ListeningAsync(mostBytes: 1000);
        using var client = host.CreateClient();
        using var large = Sized(new string('x', 1001), announced);
        using var refused = await client.PostAsync(ImportCalls.Address(""), large);
        var problem = await Json.ReadAsync(refused, HttpStatusCode.RequestEntityTooLarge);
        Assert.Contains("1,000 bytes", problem["detail"].Text(), StringComparison.Ordinal);
        Assert.Empty(Folders(host));
        using var largest = Sized(new string('x', 1000), announced);
        await client.SendAsync(largest);
    }

    [Fact]
    public async Task A_file_may_be_larger_than_other_bodies()
    {
        await using var host = await ListeningAsync(Model.Limits.MaxImportBytes);
        using var client = host.CreateClient();
        using var content = ImportCalls.File(ImportCalls.Rows(1) + new string('\n', FrameworkLimit + 1));
        var id = await client.SendAsync(content);
        await client.UntilAsync(id, "succeeded");
    }

    [Fact]
    public async Task A_sender_that_breaks_off_leaves_nothing_behind()
    {
        await using var host = await ListeningAsync(Model.Limits.MaxImportBytes);
        // The factory's own client would gather the whole body before it sends any of it.
        using var client = new HttpClient { BaseAddress = host.ClientOptions.BaseAddress };
        using var content = new BrokenOff(() => ImportCalls.UntilAsync(() => Task.FromResult(Folders(host).Any(HasBytes))));
        await Assert.ThrowsAnyAsync<Exception>(() => client.PostAsync(ImportCalls.Address("wait=true"), content));
        Assert.True(content.Arrived);
        await ImportCalls.UntilAsync(() => Task.FromResult(Folders(host).Length == 0));
        Assert.Empty((await client.GetJsonAsync("/v1/imports"))["items"]!.AsArray());
    }

    private static bool HasBytes(string folder) => new FileInfo(Path.Combine(folder, "body")) is { Exists: true, Length: > 0 };

    private static string[] Folders(ApiHost host)
    {
        var root = Path.Combine(Path.GetDirectoryName(host.DatabasePath)!, "imports");
        return Directory.GetDirectories(Directory.GetDirectories(root).Single());
    }

    private static HttpContent Sized(string text, bool announced)
    {
        if (announced) return ImportCalls.File(text);
        // Without a length that is known beforehand the body is sent in chunks.
        var content = new StreamContent(new Unsized(System.Text.Encoding.UTF8.GetBytes(text)));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        return content;
    }

    private sealed class Unsized(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }

    /// <summary>Sends a piece, waits until it has arrived, and goes away.</summary>
    private sealed class BrokenOff : HttpContent
    {
        private readonly Func<Task> arrival;

        public BrokenOff(Func<Task> arrival)
        {
            this.arrival = arrival;
            Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        }

        public bool Arrived { get; private set; }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync("type,from,to\n"u8.ToArray());
            await stream.FlushAsync();
            await arrival();
            Arrived = true;
            throw new IOException("The cable is out.");
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
