namespace SupplyGraph.Loading.Entities;

/// <summary>An entity as a row of a file states it.</summary>
/// <param name="Entity">The entity; where the row states no id it has the slug of its name.</param>
public sealed record StatedEntity(Model.Entity Entity)
{
    /// <summary>Whether the row itself gives the id.</summary>
    public bool IdStated { get; internal init; }

    /// <summary>A bit for each column that the row has.</summary>
    internal int Given { get; init; }

    /// <summary>
    /// Whether the row has the column at all, be it empty: by the header of CSV, by a property of the very object of NDJSON, or by a default. What is given and
    /// empty is cleared, what is not given stays as it is.
    /// </summary>
    public bool Gives(EntityColumn column) => (Given & (1 << (int)column)) != 0;
}
