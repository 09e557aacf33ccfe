using SupplyGraph.Cli.Server;

namespace SupplyGraph.Cli.Imports;

/// <summary>Shows how far an import has come. Any call may come again and again.</summary>
internal interface IImportProgress
{
    /// <param name="bytes">Bytes of the file that are sent.</param>
    void Sent(long bytes);

    /// <param name="import">The import as the server last told of it.</param>
    void At(ImportAnswer import);
}
