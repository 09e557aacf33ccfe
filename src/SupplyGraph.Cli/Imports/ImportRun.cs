using System.Net;
using SupplyGraph.Cli.Server;

namespace SupplyGraph.Cli.Imports;

/// <summary>One import on the server, from the upload to its end.</summary>
/// <param name="note">Takes what the reader should know while waiting.</param>
internal sealed class ImportRun(ServerClient server, Pace pace, Action<string> note)
{
    /// <summary>The path of an import.</summary>
    public static string PathOf(string id) => $"v1/imports/{Uri.EscapeDataString(id)}";

    /// <summary>Sends the file and waits for the import's end. Cancelled, it cancels the import on the server, and answers how that ended.</summary>
    /// <exception cref="StoppedException">Cancelled before the server took the file, or the server did not confirm it.</exception>
    public async Task<Answer> RunAsync(InputFile file, string path, string key, FileKind kind, IImportProgress progress, CancellationToken cancel)
    {
        var answer = await UploadAsync(file, path, key, kind, progress, cancel);
        try
        {
            return await FinishAsync(answer, progress, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return await CancelAsync(answer.Read<ImportAnswer>().Id, progress);
        }
    }

    private async Task<Answer> UploadAsync(
        InputFile file, string path, string key, FileKind kind, IImportProgress progress, CancellationToken cancel)
    {
        using var content = new UploadContent(file.Content, kind.MediaType, file.IsCompressed, progress.Sent);
        using var stop = new CancellationTokenSource();
        // What is sent to its last byte the server may have taken: only its answer tells the id to cancel.
        using var asked = cancel.Register(() => stop.CancelAfter(content.IsSent ? pace.WindingDown : TimeSpan.Zero));
        try
        {
            return await server.UploadAsync(path, content, key, stop.Token);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            throw new StoppedException(content.IsSent
                ? $"Stopped before the server confirmed the upload of {file.Title}: see 'supplygraph imports list'."
                : $"Stopped during the upload of {file.Title}: nothing of it is imported.");
        }
        catch (UnreachableException e) when (content.IsSent)
        {
            throw new UnreachableException($"{e.Message}. Whether it took {file.Title} is not known; sending it again with --idempotency-key {key} is safe", e);
        }
        catch (UnreachableException e) when (!e.IsAbsent)
        {
            throw new UnreachableException($"{e.Message}. Nothing of {file.Title} is imported; it may be larger than the server takes", e);
        }
    }

    private async Task<Answer> FinishAsync(Answer answer, IImportProgress progress, CancellationToken cancel)
    {
        var pause = pace.FirstPause;
        while (true)
        {
            var import = answer.Read<ImportAnswer>();
            progress.At(import);
            if (import.IsFinished) return answer;
            await Task.Delay(pause, cancel);
            pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 3 / 2, pace.LongestPause.Ticks));
            answer = await LookAsync(import.Id, cancel);
        }
    }

    // A server that restarts takes its imports up again, so it is worth looking for.
    private async Task<Answer> LookAsync(string id, CancellationToken cancel)
    {
        var lost = TimeProvider.System.GetTimestamp();
        for (var first = true; ; first = false)
        {
            try
            {
                return await server.GetAsync(PathOf(id), cancel);
            }
            catch (UnreachableException e) when (TimeProvider.System.GetElapsedTime(lost) < pace.Away)
            {
                if (first) note($"The server went away ({e.Message}); looking for it again.");
            }
            catch (UnreachableException e)
            {
                throw new UnreachableException($"{e.Message}. It goes on with import {id} when it is back: see 'supplygraph imports show {id}'", e);
            }
            await Task.Delay(pace.LongestPause, cancel);
        }
    }

    private async Task<Answer> CancelAsync(string id, IImportProgress progress)
    {
        using var limit = new CancellationTokenSource(pace.WindingDown);
        try
        {
            return await FinishAsync(await DeleteAsync(id, limit.Token), progress, limit.Token);
        }
        catch (Exception e) when (e is UnreachableException or ProblemException or OperationCanceledException)
        {
            throw new StoppedException($"Stopped, but the server did not confirm that import {id} is cancelled: see 'supplygraph imports show {id}'.");
        }
    }

    private async Task<Answer> DeleteAsync(string id, CancellationToken cancel)
    {
        try
        {
            return await server.AskAsync(HttpMethod.Delete, PathOf(id), cancel);
        }
        catch (ProblemException e) when (e.Answer.Status == HttpStatusCode.Conflict)
        {
            // It was faster.
            return await server.GetAsync(PathOf(id), cancel);
        }
    }
}

/// <summary>Stopped by the user, with what is to be said of it.</summary>
internal sealed class StoppedException(string message) : Exception(message);
