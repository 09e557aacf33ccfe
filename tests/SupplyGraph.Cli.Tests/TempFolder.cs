using System.IO.Compression;
using System.Text;

namespace SupplyGraph.Cli.Tests;

/// <summary>A folder of one test.</summary>
internal sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("supplygraph-cli-").FullName;

    /// <summary>The names of the files in it, in order.</summary>
    public IEnumerable<string> Names => Directory.EnumerateFiles(Path).Select(file => System.IO.Path.GetFileName(file)).Order(StringComparer.Ordinal);

    public string At(string name) => System.IO.Path.Combine(Path, name);

    public string Text(string name) => File.ReadAllText(At(name));

    /// <summary>Writes a file, compressed where its name ends in .gz.</summary>
    /// <returns>Its path.</returns>
    public string Write(string name, string text)
    {
        using var file = File.Create(At(name));
        if (name.EndsWith(".gz", StringComparison.Ordinal))
        {
            using var gzip = new GZipStream(file, CompressionLevel.Fastest);
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }
        else file.Write(Encoding.UTF8.GetBytes(text));
        return At(name);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
