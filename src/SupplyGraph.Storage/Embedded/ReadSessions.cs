using System.Collections.Concurrent;

namespace SupplyGraph.Storage.Embedded;

/// <summary>Idle read sessions. In WAL mode a reader sees the version at which it began and never waits for the writer.</summary>
internal sealed class ReadSessions(string path) : IDisposable
{
    private const int MostIdle = 16;

    private readonly ConcurrentBag<Session> idle = [];
    private volatile bool closed;

    public T Use<T>(Func<Session, T> read)
    {
        var session = Rent();
        try
        {
            return read(session);
        }
        finally
        {
            Return(session);
        }
    }

    public Session Rent()
    {
        ObjectDisposedException.ThrowIf(closed, this);
        return idle.TryTake(out var session) ? session : Session.ForReading(path);
    }

    public void Return(Session session)
    {
        if (closed || idle.Count >= MostIdle) session.Dispose();
        else idle.Add(session);
    }

    public void Dispose()
    {
        closed = true;
        while (idle.TryTake(out var session)) session.Dispose();
    }
}
