using System.Security.Cryptography;

namespace SupplyGraph.Loading.Imports.Jobs;

/// <summary>A file that has arrived whole.</summary>
/// <param name="Bytes">Its size as it came.</param>
/// <param name="Sha256">Its hash in hex.</param>
internal readonly record struct SpooledBody(long Bytes, string Sha256);

/// <summary>Takes files in from their senders.</summary>
internal static class ImportSpool
{
    private const int ChunkSize = 64 * 1024;

    /// <summary>Copies a file to disk chunk by chunk, counted and hashed on the way. Once this returns the disk has it.</summary>
    /// <exception cref="ImportTurnedAwayException">The file is empty or too large.</exception>
    public static async Task<SpooledBody> ReceiveAsync(Stream from, string path, long most, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous);
        var chunk = new byte[ChunkSize];
        var bytes = 0L;
        for (int read; (read = await from.ReadAsync(chunk, cancel)) > 0;)
        {
            bytes += read;
            if (bytes > most) throw TooLarge(most);
            hash.AppendData(chunk, 0, read);
            await file.WriteAsync(chunk.AsMemory(0, read), cancel);
        }
        if (bytes == 0) throw new ImportTurnedAwayException(TurnedAway.Empty, "The body is empty: it is the file to import.");
        file.Flush(flushToDisk: true);
        return new SpooledBody(bytes, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    public static ImportTurnedAwayException TooLarge(long most) =>
        new(TurnedAway.TooLarge, $"A file may have {most:N0} bytes as it is sent. Send it in several parts, or compressed by gzip.");
}
