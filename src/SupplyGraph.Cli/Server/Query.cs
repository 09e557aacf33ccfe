namespace SupplyGraph.Cli.Server;

/// <summary>A path with parameters, those left out that have no value.</summary>
internal sealed class Query(string path)
{
    private readonly List<string> parameters = [];

    public Query With(string name, string? value)
    {
        if (value is not null) parameters.Add($"{Uri.EscapeDataString(name)}={Uri.EscapeDataString(value)}");
        return this;
    }

    public Query With(string name, IEnumerable<string>? values)
    {
        foreach (var value in values ?? []) With(name, value);
        return this;
    }

    /// <summary>A flag, sent only where it is set.</summary>
    public Query With(string name, bool set) => With(name, set ? "true" : null);

    public override string ToString() => parameters.Count == 0 ? path : $"{path}?{string.Join('&', parameters)}";
}
