using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace SupplyGraph.Api.Tests.Imports;

/// <summary>Sending a file again under the same key.</summary>
public sealed class IdempotencyTests
{
    private const string Key = "suppliers-2026-11";

    private const int Senders = 8, Rounds = 20;

    [Fact]
    public async Task The_same_key_answers_with_the_same_import_also_after_a_restart()
    {
        using var folders = new ImportFolders();
        string id;
        await using (var host = await folders.StartAsync())
        {
            using var client = host.CreateClient();
            using var first = await client.SendWithKeyAsync(Key, ImportCalls.Rows(2), "mode=partial&map.from=from&map.to=to&wait=true");
            id = (await Json.ReadAsync(first, HttpStatusCode.OK))["id"].Text();
            using var again = await client.SendWithKeyAsync(Key, ImportCalls.Rows(2), "map.to=to&map.FROM=from&mode=partial");
            Assert.Equal(id, (await Json.ReadAsync(again, HttpStatusCode.OK))["id"].Text());
        }
        await using (var host = await folders.StartAsync())
        {
            using var client = host.CreateClient();
            using var again = await client.SendWithKeyAsync(Key, ImportCalls.Rows(2), "mode=partial&map.from=from&map.to=to");
            Assert.Equal(id, (await Json.ReadAsync(again, HttpStatusCode.OK))["id"].Text());
            Assert.Single((await client.GetJsonAsync("/v1/imports"))["items"]!.AsArray());
        }
        Assert.Single(folders.All);
    }

    [Theory]
    [InlineData("wait=true", 3)]
    [InlineData("wait=true&mode=partial", 2)]
    [InlineData("wait=true&dryRun=true", 2)]
    [InlineData("wait=true&default.status=announced", 2)]
    public async Task The_same_key_with_another_request_is_422(string query, int rows)
    {
        await using var host = await ApiHost.SmallAsync();
        using var client = host.CreateClient();
        using var first = await client.SendWithKeyAsync(Key, ImportCalls.Rows(2));
        var import = await Json.ReadAsync(first, HttpStatusCode.OK);
        using var other = await client.SendWithKeyAsync(Key, ImportCalls.Rows(rows), query);
        var problem = await Json.ReadAsync(other, HttpStatusCode.UnprocessableEntity);
        Assert.Equal("idempotency_key_reused", problem["code"].Text());
        Assert.Contains(import["id"].Text(), problem["detail"].Text(), StringComparison.Ordinal);
        Assert.Single((await client.GetJsonAsync("/v1/imports"))["items"]!.AsArray());
    }

    [Fact]
    public async Task Many_senders_at_once_with_one_key_make_one_import()
    {
        await using var host = await ApiHost.SmallAsync();
        // The factory's own client would gather each body before it sends any of it.
        using var client = host.Server.CreateClient();
        // In one round they might pass one after the other by chance.
        for (var round = 1; round <= Rounds; round++)
        {
            var ids = await SendTogetherAsync(client, $"{Key}-{round}");
            Assert.Single(ids.Distinct());
            Assert.Equal(round, (await client.GetJsonAsync("/v1/imports"))["items"]!.AsArray().Count);
        }
    }

    private static async Task<string[]> SendTogetherAsync(HttpClient client, string key)
    {
        using var meeting = new Meeting(Senders);
        return await Task.WhenAll(Enumerable.Range(0, Senders).Select(async _ =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, ImportCalls.Address("wait=true")) { Content = meeting.Send(ImportCalls.Rows(1)) };
            request.Headers.Add("Idempotency-Key", key);
            using var response = await client.SendAsync(request);
            return (await Json.ReadAsync(response, HttpStatusCode.OK))["id"].Text();
        }));
    }

    [Fact]
    public async Task Without_a_key_the_same_file_is_another_import()
    {
        await using var host = await ApiHost.SmallAsync();
        using var client = host.CreateClient();
        var first = await client.ImportAsync("", ImportCalls.Rows(1));
        var second = await client.ImportAsync("", ImportCalls.Rows(1));
        Assert.NotEqual(first["id"].Text(), second["id"].Text());
    }

    [Fact]
    public async Task A_key_is_not_blank()
    {
        await using var host = await ApiHost.SmallAsync();
        using var client = host.CreateClient();
        using var response = await client.SendWithKeyAsync(" ", ImportCalls.Rows(1));
        Assert.Equal(["idempotencyKey"], (await Json.ReadAsync(response, HttpStatusCode.BadRequest)).Fields());
    }

    /// <summary>Senders that wait for each other before they end their bodies, so that all are accepted at once.</summary>
    private sealed class Meeting(int senders) : IDisposable
    {
        private readonly CountdownEvent missing = new(senders);
        private readonly TaskCompletionSource all = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public HttpContent Send(string file) => new Body(this, file);

        public void Dispose() => missing.Dispose();

        private Task ArriveAsync()
        {
            if (missing.Signal()) all.SetResult();
            return all.Task;
        }

        private sealed class Body : HttpContent
        {
            private readonly Meeting meeting;
            private readonly byte[] file;

            public Body(Meeting meeting, string file)
            {
                this.meeting = meeting;
                this.file = Encoding.UTF8.GetBytes(file);
                Headers.ContentType = new MediaTypeHeaderValue("text/csv");
            }

            protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
            {
                await stream.WriteAsync(file);
                await meeting.ArriveAsync();
            }

            protected override bool TryComputeLength(out long length)
            {
                length = 0;
                return false;
            }
        }
    }
}
