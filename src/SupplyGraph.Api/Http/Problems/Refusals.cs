using SupplyGraph.Model;
using SupplyGraph.Storage;

namespace SupplyGraph.Api.Http.Problems;

/// <summary>Changes that the store refused, in the words of the request that asked for them.</summary>
internal static class Refusals
{
    /// <summary>Each refusal under its field: <c>claims[3].from</c>.</summary>
    public static ProblemException ToProblem(ChangesRefusedException refused) => ToProblem(refused, r => $"{r.Part}[{r.Index}].{Camel(r.Field)}");

    /// <param name="fieldOf">The request's name of the field that a refusal concerns.</param>
    public static ProblemException ToProblem(ChangesRefusedException refused, Func<Refusal, string> fieldOf)
    {
        if (refused.Refusals.FirstOrDefault(r => r.Code == RefusalCode.InUse) is { } used) return new ProblemException(ProblemKind.InUse, used.Message);
        if (refused.Refusals.FirstOrDefault(r => r.Code == RefusalCode.NotFound) is { } gone) return new ProblemException(ProblemKind.NotFound, gone.Message);
        var errors = new FieldErrors();
        foreach (var refusal in refused.Refusals) errors.Add(fieldOf(refusal), new FieldError(refusal.Code, refusal.Message));
        return errors.ToException(ProblemKind.ChangesRefused);
    }

    /// <summary>A column of the files as a JSON field: <c>valid_from</c> is <c>validFrom</c>.</summary>
    public static string Camel(string column)
    {
        var words = column.Split('_', StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(words.Select((word, i) => i == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));
    }
}
