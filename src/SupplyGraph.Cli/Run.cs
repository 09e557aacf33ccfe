using SupplyGraph.Cli.Printing;
using SupplyGraph.Cli.Server;

namespace SupplyGraph.Cli;

/// <summary>What a command works with.</summary>
internal sealed record Run(Terminal Terminal, Printer Printer, ServerClient Server)
{
    /// <summary>Gives an answer: as it came with --json, or else shown.</summary>
    public void Give<T>(Answer answer, Action<T> show) where T : class
    {
        if (Printer.Json) Printer.Answer(answer);
        else show(answer.Read<T>());
    }

    /// <summary>Says what the server's problem is: its detail, then every bad field with its messages and near matches.</summary>
    public void Tell(ProblemException e)
    {
        Printer.Complain(Headline(e));
        if (e.Problem is { } problem)
        {
            foreach (var (field, errors) in problem.Errors ?? new Dictionary<string, IReadOnlyList<FieldAnswer>>())
            {
                foreach (var error in errors)
                {
                    Printer.Complain($"  {field}: {error.Message}");
                    Near(error.Near);
                }
            }
            Near(problem.Near);
            if ((int)e.Answer.Status >= 500 && problem.TraceId is { } trace) Printer.Complain($"  The server's log holds it under the trace id {trace}.");
        }
        if (Printer.Json && e.Problem is not null) Printer.Answer(e.Answer);
    }

    private string Headline(ProblemException e)
    {
        if (e.Problem?.Code is not null) return e.Message;
        return $"{ServerAddress.Shown(Server.Address)} answers {(int)e.Answer.Status} and not as a SupplyGraph server does: is the address right?";
    }

    private void Near(IReadOnlyList<EntityName>? near)
    {
        foreach (var entity in near ?? []) Printer.Complain($"    {entity.Id}: {entity.Name}, {entity.Kind}");
    }
}
