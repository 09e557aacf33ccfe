using System.Diagnostics.CodeAnalysis;

namespace SupplyGraph.Cli.Server;

/// <summary>Where the server is.</summary>
internal static class ServerAddress
{
    public const string Variable = "SUPPLYGRAPH_SERVER";

    public const string Default = "http://localhost:5080";

    /// <summary>An address as people write it.</summary>
    public static string Shown(Uri address) => address.ToString().TrimEnd('/');

    /// <summary>Reads an address; paths are relative to it, so that a server may stand below a path of a proxy.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out Uri? address)
    {
        address = Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var read) && read.Scheme is "http" or "https" ? read : null;
        return address is not null;
    }
}
