using SupplyGraph.Loading.Entities;
using SupplyGraph.Loading.Names;
using SupplyGraph.Model;
using SupplyGraph.Storage;

namespace SupplyGraph.Loading.Imports;

/// <summary>
/// Imports a file of entities in two passes: first what names no country, then the companies, whose countries may stand behind them. A row about a known
/// entity changes the columns that it gives and leaves the others as they are.
/// </summary>
internal sealed class EntityImport(IGraphStore store, IGraphLoad load, ImportOptions options, ImportTally tally, CancellationToken cancel)
{
    /// <summary>How often the file is read.</summary>
    public const int Passes = 2;

    private readonly ImportPipeline pipeline = new(load, tally, cancel);
    private readonly LikelyDuplicates duplicates = new(load.Before.Names);
    private readonly List<Entity> newCountries = [];

    /// <summary>Sees every entity that goes to the load.</summary>
    public Action<Entity> OnPut { get; init; } = _ => { };

    /// <exception cref="UnreadableFileException">The file cannot be read, or not to its end.</exception>
    public async Task RunAsync(ImportBody body)
    {
        var namesCountries = await PassAsync(body, row => row.Value?.Entity.Country is null, new(load.Before.Names));
        if (!namesCountries) return;
        var names = load.Before.Names.With(newCountries, []);
        await PassAsync(body, row => row.Value?.Entity.Country is not null, new(names));
    }

    /// <summary>Takes some of the rows; whether there were others.</summary>
    private async Task<bool> PassAsync(ImportBody body, Predicate<FileRow<StatedEntity>> isTaken, EntityResolver countries)
    {
        var others = false;
        using var reader = EntityFile.Open(body.Open(), options.Format, options.Layout);
        await pipeline.RunAsync(reader, rows =>
        {
            var taken = rows.Where(row => isTaken(row)).ToList();
            others |= taken.Count < rows.Count;
            return ResolveAsync(taken, countries);
        });
        return others;
    }

    private async ValueTask<RowBatch> ResolveAsync(List<FileRow<StatedEntity>> rows, EntityResolver countries)
    {
        var identified = rows.ConvertAll(row => EntityIdentity.Find(row, load.Before.Names));
        var stored = await store.GetEntitiesAsync([.. identified.Select(row => row.Value?.Id).OfType<string>()], cancel);
        var batch = new RowBatch(rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            var resolved = countries.Resolve(identified[i]);
            batch.Add(rows[i], resolved.Errors);
            if (resolved.Value is not { } entity) continue;
            if (!stored.TryGetValue(entity.Id, out var known)) Create(batch, rows[i], entity);
            else batch.Bring(entity = Merged(rows[i].Value!, entity, known));
            OnPut(entity);
        }
        return batch;
    }

    private void Create(RowBatch batch, FileRow<StatedEntity> row, Entity entity)
    {
        if (entity.Kind == EntityKind.Country) newCountries.Add(entity);
        if (duplicates.Check(entity, row.Number, row.Line) is { } warning) tally.Warn(warning);
        batch.Bring(entity);
    }

    private static Entity Merged(StatedEntity row, Entity given, Entity known) => given with
    {
        Aliases = row.Gives(EntityColumn.Aliases) ? given.Aliases : known.Aliases,
        Country = row.Gives(EntityColumn.Country) ? given.Country : known.Country,
        Iso2 = row.Gives(EntityColumn.Iso2) ? given.Iso2 : known.Iso2,
        Iso3 = row.Gives(EntityColumn.Iso3) ? given.Iso3 : known.Iso3,
        Latitude = row.Gives(EntityColumn.Latitude) ? given.Latitude : known.Latitude,
        Longitude = row.Gives(EntityColumn.Longitude) ? given.Longitude : known.Longitude,
        Stage = row.Gives(EntityColumn.Stage) ? given.Stage : known.Stage,
        Url = row.Gives(EntityColumn.Url) ? given.Url : known.Url,
    };
}
