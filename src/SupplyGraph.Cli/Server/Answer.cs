using System.Net;
using System.Text;
using System.Text.Json;

namespace SupplyGraph.Cli.Server;

/// <summary>An answer of the server, whole.</summary>
/// <param name="Status">Its HTTP status.</param>
/// <param name="Body">Its body as it came.</param>
internal sealed record Answer(HttpStatusCode Status, byte[] Body)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>What the body says.</summary>
    /// <exception cref="StrangeAnswerException">It is not what SupplyGraph answers.</exception>
    public T Read<T>() where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(Body, Json) ?? throw new StrangeAnswerException();
        }
        catch (JsonException e)
        {
            throw new StrangeAnswerException(e);
        }
    }

    /// <summary>The problem that it tells of; null where the body holds none.</summary>
    public ProblemAnswer? Problem()
    {
        try
        {
            return JsonSerializer.Deserialize<ProblemAnswer>(Body, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>The answer is none of SupplyGraph's.</summary>
internal sealed class StrangeAnswerException(Exception? cause = null) : Exception("The answer is not what a SupplyGraph server says.", cause);

/// <summary>The server cannot be reached, or breaks off.</summary>
/// <param name="why">In the words of the network.</param>
internal sealed class UnreachableException(string why, Exception? cause = null) : Exception(why, cause)
{
    /// <summary>Whether there was no connection at all: perhaps no server.</summary>
    public bool IsAbsent { get; init; }
}

/// <summary>The server answered with a problem.</summary>
internal sealed class ProblemException(Answer answer) : Exception
{
    public Answer Answer { get; } = answer;

    public ProblemAnswer? Problem { get; } = answer.Problem();

    public override string Message => Problem?.Detail ?? $"HTTP status {(int)Answer.Status}.";

    /// <summary>What it means to a script.</summary>
    public int ExitCode => (int)Answer.Status switch
    {
        404 when Problem?.Code == ProblemAnswer.NotFound => Cli.ExitCode.NotFound,
        // Another sort of server, or one too old for the question.
        404 or 405 => Cli.ExitCode.Failed,
        429 => Cli.ExitCode.Failed,
        503 => Cli.ExitCode.Unreachable,
        >= 400 and < 500 => Cli.ExitCode.Usage,
        _ => Cli.ExitCode.Failed,
    };
}
