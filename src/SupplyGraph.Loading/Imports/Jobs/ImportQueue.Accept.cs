namespace SupplyGraph.Loading.Imports.Jobs;

/// <summary>An import that was accepted, now or before under the same idempotency key.</summary>
public sealed record AcceptedImport(ImportRecord Import, bool IsNew);

public sealed partial class ImportQueue
{
    /// <summary>Takes a file in. Once this returns, file and record are on disk, and the import will be run.</summary>
    /// <param name="body">The file as it comes; read to its end, never held in memory.</param>
    /// <param name="announced">The size that the sender announces, in bytes; null where it does not.</param>
    /// <param name="key">With a key that came before, the import that it brought is given again and nothing is added.</param>
    /// <exception cref="ImportTurnedAwayException">The import is not accepted; nothing of it is left.</exception>
    public async Task<AcceptedImport> AcceptAsync(Stream body, long? announced, ImportOptions how, string? key, CancellationToken cancel)
    {
        if (announced > options.MaxBytes) throw ImportSpool.TooLarge(options.MaxBytes);
        TakePlace(key);
        try
        {
            var (id, folder) = NewFolder();
            AcceptedImport? accepted = null;
            try
            {
                var spooled = await ImportSpool.ReceiveAsync(body, folder.Body, options.MaxBytes, cancel);
                return accepted = await EnterAsync(id, folder, spooled, how, key, cancel);
            }
            finally
            {
                if (accepted is not { IsNew: true }) folder.Delete();
            }
        }
        finally
        {
            Interlocked.Decrement(ref arriving);
        }
    }

    // A sender whose import is known already needs no place of its own.
    private void TakePlace(string? key)
    {
        lock (gate)
        {
            var taken = arriving + imports.Values.Count(i => i.Record.State == ImportState.Queued);
            if (taken >= options.MaxWaiting && ByKey(key) is null)
                throw new ImportTurnedAwayException(TurnedAway.QueueFull, $"{taken} imports wait for their turn, as many as may.");
            Interlocked.Increment(ref arriving);
        }
    }

    private (string Id, ImportFolder Folder) NewFolder()
    {
        lock (gate)
        {
            while (true)
            {
                var id = NewId();
                var folder = FolderOf(id);
                if (folder.Create()) return (id, folder);
            }
        }
    }

    // One at a time, so that of two senders with one key the second finds the import of the first.
    private async Task<AcceptedImport> EnterAsync(string id, ImportFolder folder, SpooledBody body, ImportOptions how, string? key, CancellationToken cancel)
    {
        await accepting.WaitAsync(cancel);
        try
        {
            if (ByKey(key) is { } known) return Repeated(known.Record, how, body);
            var record = new ImportRecord
            {
                Id = id,
                Number = lastNumber + 1,
                Options = how,
                IdempotencyKey = key,
                Sha256 = body.Sha256,
                Bytes = body.Bytes,
                CreatedAt = Now,
            };
            folder.Write(record);
            Add(new LiveImport(record, folder));
            return new AcceptedImport(record, IsNew: true);
        }
        finally
        {
            accepting.Release();
        }
    }

    private static AcceptedImport Repeated(ImportRecord known, ImportOptions how, SpooledBody body) => known.IsRequestOf(how, body)
        ? new AcceptedImport(known, IsNew: false)
        : throw new ImportTurnedAwayException(
            TurnedAway.KeyReused, $"The key '{known.IdempotencyKey}' came with another file or other options before, as import {known.Id}. Take a new key.");

    private LiveImport? ByKey(string? key)
    {
        if (key is null) return null;
        lock (gate) return imports.Values.FirstOrDefault(i => i.Key == key);
    }

    private void Add(LiveImport import)
    {
        lock (gate)
        {
            imports.Add(import.Record.Id, import);
            lastNumber = import.Number;
        }
        if (!import.Record.IsFinished) waiting.Writer.TryWrite(import);
    }
}
