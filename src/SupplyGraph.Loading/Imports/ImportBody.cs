using System.IO.Compression;

namespace SupplyGraph.Loading.Imports;

/// <summary>The file of an import, which may be packed and may be read more than once. The file itself stays open.</summary>
/// <param name="file">Seekable.</param>
/// <param name="passes">How often it is read at most.</param>
internal sealed class ImportBody(Stream file, bool gzip, int passes) : IDisposable
{
    private int pass = -1;
    private GZipStream? unpacking;

    /// <summary>How many bytes of the file are through, as it came; every pass counts for its part.</summary>
    public long BytesRead => ((Math.Max(pass, 0) * file.Length) + file.Position) / passes;

    /// <summary>Begins the next pass: the unpacked file from its start, until the pass after it begins.</summary>
    public Stream Open()
    {
        Dispose();
        pass++;
        file.Position = 0;
        return gzip ? unpacking = new GZipStream(file, CompressionMode.Decompress, leaveOpen: true) : file;
    }

    /// <summary>Ends the passes: all of the file is through.</summary>
    public void Finish()
    {
        pass = passes - 1;
        file.Position = file.Length;
    }

    public void Dispose() => unpacking?.Dispose();
}
