using SupplyGraph.Api.Http.Formats;
using SupplyGraph.Model;
using SupplyGraph.Storage;

namespace SupplyGraph.Api.Features.Routes;

/// <summary>Where the stops of routes lie, as far as that is known.</summary>
internal sealed class RoutePlaces(IReadOnlyDictionary<string, Entity> entities)
{
    /// <summary>The places of all stops of an answer.</summary>
    public static async Task<RoutePlaces> ReadAsync(RoutePage page, IGraphStore store, CancellationToken cancel)
    {
        var stops = page.Routes.SelectMany(r => r.Stops);
        var ids = stops.SelectMany(s => new[] { s.Id, s.Country }).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return new(await store.GetEntitiesAsync(ids, cancel));
    }

    /// <summary>A stop's own coordinates; for a company without, those of its home. Null where neither is known: nothing is placed by guess.</summary>
    public Place? Of(StopShown stop) => Stated(stop.Id) ?? (stop.Country is { } home ? Stated(home) : null);

    private Place? Stated(string id) =>
        entities.GetValueOrDefault(id) is { Latitude: { } latitude, Longitude: { } longitude } ? new(longitude, latitude) : null;
}
