using System.Net.Sockets;

namespace SupplyGraph.Cli;

/// <summary>Writes files whole or not at all: under a name of their own until they are complete.</summary>
internal static class FileOut
{
    /// <exception cref="FileException">The file cannot be written.</exception>
    public static async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        // A device takes no other's place.
        if (Path.GetFullPath(path).StartsWith("/dev/", StringComparison.Ordinal))
        {
            await OnDiskAsync(path, () => ToAsync(path, FileMode.Open, write));
            return;
        }
        var partial = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            await OnDiskAsync(path, async () =>
            {
                await ToAsync(partial, FileMode.CreateNew, write);
                File.Move(partial, path, overwrite: true);
            });
        }
        finally
        {
            if (File.Exists(partial)) File.Delete(partial);
        }
    }

    /// <summary>Whether a failure to read or write is one of the network and not of the disk.</summary>
    public static bool IsOfNetwork(IOException e) => e is HttpIOException || e.InnerException is SocketException;

    private static async Task ToAsync(string path, FileMode mode, Func<Stream, Task> write)
    {
        await using var file = new FileStream(path, mode, FileAccess.Write, FileShare.None, bufferSize: 64 * 1024, useAsync: true);
        await write(file);
    }

    private static async Task OnDiskAsync(string path, Func<Task> write)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path)) ?? ".");
            await write();
        }
        catch (Exception e) when (e is UnauthorizedAccessException || (e is IOException io && !IsOfNetwork(io)))
        {
            throw new FileException($"'{path}' cannot be written: {e.Message}", e);
        }
    }
}

/// <summary>A file of this machine cannot be written.</summary>
internal sealed class FileException(string message, Exception cause) : Exception(message, cause);
