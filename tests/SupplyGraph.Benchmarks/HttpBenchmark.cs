using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SupplyGraph.Benchmarks;

/// <summary>
/// Asks the server over HTTP, on the seed graph, with wrk and 32 connections: routes that vary from request to request, and the same question again, in turns with
/// a bare endpoint that returns a constant body of the same size.
/// </summary>
internal static partial class HttpBenchmark
{
    private const string Question = "/v1/routes?via=pakistan&limit=3";

    /// <summary>Runs it and prints what it finds.</summary>
    public static async Task<int> RunAsync(int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("supplygraph-http-");
        using var server = new ServedApi(folder.FullName, SeedBenchmark.DefaultFolder());
        using var client = new HttpClient { BaseAddress = await server.AddressAsync() };
        var body = await client.GetByteArrayAsync(new Uri(Question, UriKind.Relative));
        await using var bare = await StartBareAsync(body);
        var bareAddress = new Uri(bare.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        var script = Path.Combine(folder.FullName, "vary.lua");
        // No two requests of a run are the same question to the server; the answers are.
        await File.WriteAllTextAsync(script, $"local i = {Environment.ProcessId % 1000} * 1000000\nrequest = function() i = i + 1; return wrk.format('GET', '{Question}&minConfidence=' .. string.format('%.12f', i / 1e12)) end\n");
        var (varied, same, constant) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round <= rounds; round++)
        {
            var figures = (Run(bareAddress, "/", null), Run(client.BaseAddress, "", script), Run(client.BaseAddress, Question, null));
            // The first warms up.
            if (round == 0) continue;
            constant.Add(figures.Item1);
            varied.Add(figures.Item2);
            same.Add(figures.Item3);
            Print($"round {round}: bare {figures.Item1:0}/s, routes that vary {figures.Item2:0}/s, the same question {figures.Item3:0}/s");
        }
        Print($"body of {body.Length} bytes; bare {Figures.Middle(constant):0}/s; routes that vary {Figures.Middle(varied) / Figures.Middle(constant):0.00} of it, the same question {Figures.Middle(same) / Figures.Middle(constant):0.00}");
        folder.Delete(recursive: true);
        return 0;
    }

    private static async Task<WebApplication> StartBareAsync(byte[] body)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.MapGet("/", () => Results.Bytes(body, "application/json"));
        await app.StartAsync();
        return app;
    }

    /// <summary>Requests a second.</summary>
    private static double Run(Uri address, string path, string? script)
    {
        string[] arguments = ["-t1", "-c32", "-d5s", .. script is null ? Array.Empty<string>() : ["-s", script], new Uri(address, path).ToString()];
        using var process = Process.Start(new ProcessStartInfo("wrk", arguments) { RedirectStandardOutput = true })!;
        var printed = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (printed.Contains("Non-2xx", StringComparison.Ordinal)) throw new InvalidOperationException($"The server refuses: {printed}");
        return double.Parse(RequestsLine().Match(printed).Groups[1].ValueSpan, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex RequestsLine();

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}

/// <summary>The server in a process of its own.</summary>
internal sealed class ServedApi : IDisposable
{
    private const string Listening = "Now listening on: ";

    private readonly Process process;

    public ServedApi(string folder, string seed)
    {
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "SupplyGraph.Api.dll"), "--urls=http://127.0.0.1:0", $"--Embedded:Path={Path.Combine(folder, "graph.db")}",
            $"--Imports:Path={Path.Combine(folder, "imports")}", $"--Seed:Folder={seed}", "--RateLimit:RequestsPerMinute=0",
        ];
        process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, WorkingDirectory = folder })!;
    }

    /// <summary>Waits until it answers.</summary>
    public async Task<Uri> AddressAsync()
    {
        Uri? address = null;
        while (address is null)
        {
            var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server ended as it started.");
            var at = line.IndexOf(Listening, StringComparison.Ordinal);
            if (at >= 0) address = new Uri(line[(at + Listening.Length)..].Trim());
        }
        // Its log is read on, or it would wait for a reader.
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        using var client = new HttpClient { BaseAddress = address };
        while (!(await client.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode) await Task.Delay(50);
        return address;
    }

    public void Dispose()
    {
        process.Kill();
        process.Dispose();
    }
}
