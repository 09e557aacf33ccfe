using SupplyGraph.Model;
using SupplyGraph.Storage;

namespace SupplyGraph.Api.Http.Names;

/// <summary>
/// Answers that read the graph while they are made. Where the graph moves on meanwhile, what was read is of no one version: then the answer is made anew, on a
/// newer view.
/// </summary>
internal static class NewestView
{
    /// <summary>The first answer that is of one version.</summary>
    /// <param name="answer">Makes an answer from the view that the names are of; null where the graph has moved on from it.</param>
    /// <exception cref="GraphUnavailableException">The graph changes faster than it can be read.</exception>
    public static async Task<T> AnswerAsync<T>(NameResolver names, Func<Task<T?>> answer, CancellationToken cancel) where T : class
    {
        for (var attempt = 1; attempt <= Limits.MaxReadAttempts; attempt++)
        {
            if (attempt > 1) await names.RenewAsync(cancel);
            if (await answer() is { } made) return made;
        }
        throw new GraphUnavailableException("The graph changes faster than an answer can be read from it.");
    }
}
