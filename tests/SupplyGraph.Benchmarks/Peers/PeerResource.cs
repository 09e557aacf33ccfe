namespace SupplyGraph.Benchmarks.Peers;

/// <summary>The files beside this one that are built into the program.</summary>
internal static class PeerResource
{
    /// <summary>The text of a file of this folder.</summary>
    public static string Read(string name)
    {
        using var stream = typeof(PeerResource).Assembly.GetManifestResourceStream(name) ?? throw new ArgumentException($"There is no {name} in the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
