using System.IO.Compression;
using System.Text;

namespace SupplyGraph.Cli.Imports;

/// <summary>One file to be imported, open.</summary>
internal sealed class InputFile : IAsyncDisposable
{
    /// <summary>The name that stands for standard input.</summary>
    public const string StandardInput = "-";

    // Enough for any header; a header that is longer is looked at as far as this.
    private const int HeadBytes = 64 * 1024;

    private readonly byte[] head;

    private InputFile(string name, Stream content, byte[] head)
    {
        this.head = head;
        Name = name;
        Content = content;
        Length = content.CanSeek ? content.Length : null;
        IsCompressed = head is [0x1f, 0x8b, ..];
    }

    /// <summary>As the command line gives it.</summary>
    public string Name { get; }

    public Stream Content { get; }

    /// <summary>Bytes; null where it is not known before the end.</summary>
    public long? Length { get; }

    /// <summary>Whether it is compressed by gzip, by its first bytes and whatever its name.</summary>
    public bool IsCompressed { get; }

    public bool IsStandardInput => Name == StandardInput;

    /// <summary>Its name to a reader.</summary>
    public string Title => IsStandardInput ? "standard input" : Name;

    /// <summary>The first characters, unpacked.</summary>
    public string Beginning()
    {
        var text = new byte[HeadBytes];
        using var packed = new MemoryStream(head);
        using var unpacked = IsCompressed ? new GZipStream(packed, CompressionMode.Decompress) : (Stream)packed;
        var read = 0;
        try
        {
            for (int more; read < text.Length && (more = unpacked.Read(text, read, text.Length - read)) > 0;) read += more;
        }
        catch (InvalidDataException)
        {
            // Cut off in the middle of a block, or broken: the server says where. What could be read is enough to guess by.
        }
        return Encoding.UTF8.GetString(text, 0, read).TrimStart('\ufeff');
    }

    /// <exception cref="UsageException">The file cannot be read.</exception>
    public static async Task<InputFile> OpenAsync(string name, Stream standardInput, CancellationToken cancel)
    {
        if (name == StandardInput)
        {
            var first = await HeadAsync(new PrecededStream([], standardInput), cancel);
            return new InputFile(name, new PrecededStream(first, standardInput), first);
        }
        try
        {
            var file = new FileStream(
                name, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.Asynchronous | FileOptions.SequentialScan);
            var first = await HeadAsync(file, cancel);
            return new InputFile(name, file.CanSeek ? file : new PrecededStream(first, file), first);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"'{name}' cannot be read: {e.Message}");
        }
    }

    private static async Task<byte[]> HeadAsync(Stream stream, CancellationToken cancel)
    {
        var buffer = new byte[HeadBytes];
        var read = await stream.ReadAtLeastAsync(buffer, HeadBytes, throwOnEndOfStream: false, cancel);
        return buffer[..read];
    }

    public ValueTask DisposeAsync() => IsStandardInput ? default : Content.DisposeAsync();
}
