using System.Globalization;
using System.Text;

namespace SupplyGraph.Api.Tests.Imports.Kills;

/// <summary>What the rows of a load are, and so what should become of it.</summary>
internal enum LoadKind
{
    /// <summary>Every row is a relationship of its own between companies that only this load names; atomic.</summary>
    Fresh,

    /// <summary>Another publisher states what an earlier load stated; atomic.</summary>
    Echo,

    /// <summary>Like fresh, with bad rows between the good ones that are to land.</summary>
    Partial,

    /// <summary>Like fresh, with a last row that is bad: nothing is to land.</summary>
    Refused,
}

/// <summary>A file that is sent to a server that may be killed at any moment, and what should become of it in the end.</summary>
/// <param name="key">Its idempotency key, which its rows name too.</param>
/// <param name="companies">The key of the load that first names its companies: its own, or for an echo the load before.</param>
internal sealed class KillLoad(string key, LoadKind kind, int rows, string companies)
{
    // Many relationships between few companies: the counts of both show half a load.
    private const int Buyers = 120;

    // Shares no divisor with the number of buyers, so that every company stands in a good row.
    private const int RowsPerBadRow = 11;

    private volatile string? id;

    public string Key { get; } = key;

    public LoadKind Kind { get; } = kind;

    public int Rows { get; } = rows;

    /// <summary>The import's id, once the server has acknowledged it.</summary>
    public string? Id
    {
        get => id;
        set => id = value;
    }

    public string Mode => Kind == LoadKind.Partial ? "partial" : "atomic";

    public string EndState => Lands ? "succeeded" : "refused";

    public bool Lands => Kind != LoadKind.Refused;

    /// <summary>Bad rows.</summary>
    public int Rejected => Enumerable.Range(0, Rows).Count(IsBad);

    /// <summary>Claims that it adds to the graph.</summary>
    public int Claims => Lands ? Rows - Rejected : 0;

    /// <summary>The graph once this load is through.</summary>
    public GraphCounts After(GraphCounts before) => !Lands ? before : before with
    {
        Version = before.Version + 1,
        Entities = before.Entities + (Kind == LoadKind.Echo ? 0 : Math.Min(Rows, Buyers) + (Rows - 1) / Buyers + 1),
        Relationships = before.Relationships + (Kind == LoadKind.Echo ? 0 : Claims),
        Claims = before.Claims + Claims,
        Sources = before.Sources + 1,
    };

    public byte[] File()
    {
        var file = new StringBuilder("type,from,to,component,publisher,statement,confidence,from_kind,to_kind\n");
        for (var i = 0; i < Rows; i++)
            file.Append(CultureInfo.InvariantCulture, $"supplies,Maker {companies}m{i / Buyers},Buyer {companies}b{i % Buyers},cell,")
                .Append(CultureInfo.InvariantCulture, $"Press {Key},Row {i} of {Key},{(IsBad(i) ? "85" : "0.6")},company,company\n");
        return Encoding.UTF8.GetBytes(file.ToString());
    }

    private bool IsBad(int row) => Kind switch
    {
        LoadKind.Partial => row % RowsPerBadRow == RowsPerBadRow - 1,
        LoadKind.Refused => row == Rows - 1,
        _ => false,
    };
}
