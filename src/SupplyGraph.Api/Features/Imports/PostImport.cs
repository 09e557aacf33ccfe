using SupplyGraph.Api.Http.Problems;
using SupplyGraph.Api.Http.Validation;
using SupplyGraph.Loading.Imports.Jobs;

namespace SupplyGraph.Api.Features.Imports;

/// <summary>Takes a file in, to be imported.</summary>
internal static class PostImport
{
    private const int RetryAfterSeconds = 5;

    public static async Task<IResult> Handle(
        [AsParameters] PostImportRequest request,
        ImportQueue imports,
        ImportQueueOptions limits,
        TimeProvider clock,
        IHostApplicationLifetime lifetime,
        CancellationToken cancel)
    {
        var options = request.Options(ImportFileType.Of(request.Http));
        var (import, isNew) = await AcceptAsync(request, options, imports, cancel);
        var waits = Given.Boolean(request.Wait) is true && import.Bytes <= limits.MaxWaitedBytes;
        // A server that stops does not keep anyone waiting for what it will not finish.
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancel, lifetime.ApplicationStopping);
        var finished = waits ? await imports.WaitAsync(import.Id, giveUp.Token) : !isNew && import.IsFinished;
        var answer = ImportAnswer.Of(imports.Read(import.Id) ?? import, clock);
        return finished ? TypedResults.Ok(answer) : TypedResults.Accepted(answer.Links.Self, answer);
    }

    private static async Task<AcceptedImport> AcceptAsync(
        PostImportRequest request, Loading.Imports.ImportOptions options, ImportQueue imports, CancellationToken cancel)
    {
        try
        {
            return await imports.AcceptAsync(request.Http.Body, request.Http.ContentLength, options, request.IdempotencyKey, cancel);
        }
        catch (ImportTurnedAwayException turned)
        {
            throw turned.Reason switch
            {
                TurnedAway.Empty => ProblemException.Invalid("$", ErrorCode.Empty, turned.Message),
                TurnedAway.TooLarge => new ProblemException(ProblemKind.TooLarge, turned.Message),
                TurnedAway.KeyReused => new ProblemException(ProblemKind.IdempotencyKeyReused, turned.Message),
                _ => new ProblemException(ProblemKind.TooManyRequests, turned.Message) { RetryAfterSeconds = RetryAfterSeconds },
            };
        }
    }
}
