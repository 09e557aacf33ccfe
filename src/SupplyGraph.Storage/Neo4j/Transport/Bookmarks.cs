namespace SupplyGraph.Storage.Neo4j.Transport;

/// <summary>
/// What later statements must see: the bookmarks of the answers that came, sent with every statement, so that whichever member of a cluster runs it waits for
/// them. An answer's bookmarks take the place of those that were sent with its statement (it saw these); of answers that came at once all are kept.
/// Safe for any number of callers.
/// </summary>
/// <param name="max">Bookmarks that are kept. An answer's take the place of those it was sent, so there are never more than statements at once.</param>
internal sealed class Bookmarks(int max)
{
    private readonly Lock changing = new();
    private volatile string[] newest = [];

    /// <summary>Those to send; never changed afterwards.</summary>
    public IReadOnlyList<string> Newest => newest;

    /// <summary>Takes an answer's bookmarks.</summary>
    /// <param name="sent">What <see cref="Newest"/> was when its statement was sent.</param>
    /// <param name="answered">The answer's; none where the server gave none, which leaves all as it is.</param>
    public void Replace(IReadOnlyList<string> sent, IReadOnlyList<string> answered)
    {
        if (answered.Count == 0) return;
        lock (changing)
        {
            // Reading changes nothing on most servers: no new array then.
            if (newest.Length == 1 && answered.Count == 1 && newest[0] == answered[0]) return;
            string[] kept = [.. newest.Except(sent, StringComparer.Ordinal).Union(answered, StringComparer.Ordinal)];
            newest = kept.Length <= max ? kept : kept[^max..];
        }
    }

    /// <summary>Lets go of those that the server refuses: its database is another one than it was.</summary>
    public void Forget(IReadOnlyList<string> refused)
    {
        lock (changing) newest = [.. newest.Except(refused, StringComparer.Ordinal)];
    }
}
