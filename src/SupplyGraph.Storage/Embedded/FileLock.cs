namespace SupplyGraph.Storage.Embedded;

/// <summary>
/// Holds a database file for one process: the snapshot in memory follows only the commits of its own store, so a second writer would go unseen.
/// The operating system lets go of the lock with the process, however it ends.
/// </summary>
internal sealed class FileLock : IDisposable
{
    private readonly FileStream file;

    /// <exception cref="IOException">Another store holds the file, or it cannot be written.</exception>
    public FileLock(string database)
    {
        try
        {
            file = new FileStream(database + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new IOException($"{database} is in use by another process (or {database}.lock cannot be written): one server owns a graph file at a time.",
                e);
        }
    }

    public void Dispose() => file.Dispose();
}
