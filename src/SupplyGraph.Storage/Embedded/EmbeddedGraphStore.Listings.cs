using SupplyGraph.Model;

namespace SupplyGraph.Storage.Embedded;

public sealed partial class EmbeddedGraphStore
{
    private const string EntityNumber = "(SELECT n FROM entities WHERE id = $)";

    /// <inheritdoc/>
    public Task<Page<Entity>> ListEntitiesAsync(EntityFilter filter, PageRequest page, CancellationToken cancel)
    {
        var listing = new Listing(Rows.Entity, "e.id").WhereAny("e.kind", filter.Kinds);
        if (filter.Countries.Count > 0) listing.Where("h.id IN (SELECT value FROM json_each($))", Listing.Json(filter.Countries));
        if (filter.Ids is not null) listing.Where("e.id IN (SELECT value FROM json_each($))", Listing.Json(filter.Ids));
        return Read(db => listing.Read(db, page.Limit, page.After, Rows.ReadEntity, e => e.Id), cancel);
    }

    /// <inheritdoc/>
    public Task<Page<Relationship>> ListRelationshipsAsync(RelationshipFilter filter, PageRequest page, CancellationToken cancel)
    {
        var listing = new Listing(Rows.Relationship, "r.id")
            .WhereGiven($"r.from_n = {EntityNumber}", filter.From)
            .WhereGiven($"r.to_n = {EntityNumber}", filter.To)
            .WhereGiven($"r.component_n = {EntityNumber}", filter.Component)
            .WhereGiven($"r.n IN (SELECT n FROM relationships WHERE from_n = {EntityNumber} UNION SELECT n FROM relationships WHERE to_n = {EntityNumber})",
                filter.Entity)
            .WhereAny("r.type", filter.Types)
            .WhereAny("r.status", filter.Statuses)
            .WhereGiven("r.confidence >= $", filter.MinConfidence is { } least ? Columns.PackConfidence(least) : null);
        if (filter.Types is [var only])
        {
            // Ids begin with their type: one type is one stretch of them.
            var prefix = Term.Of(only) + RelationshipKey.Separator;
            listing.Where("r.id >= $", prefix).Where("r.id < $", Listing.After(prefix));
        }
        if (filter.AsOf is { } day)
        {
            listing.Where("(r.counts_until IS NULL OR r.counts_until >= $)", (long)day.DayNumber)
                .Where($"(r.status <> {(int)Status.Established} OR r.begins IS NULL OR r.begins <= $)", (long)day.DayNumber);
        }
        if (NameKey.Of(filter.Publisher) is { Length: > 0 } publisher)
            listing.Where("EXISTS (SELECT 1 FROM claims c WHERE c.relationship_n = r.n AND c.publisher_n IN (SELECT n FROM publishers WHERE key = $))",
                publisher);
        if (filter.Disputed is { } disputed) listing.Where(disputed ? "r.disputes IS NOT NULL" : "r.disputes IS NULL");
        return Read(db => listing.Read(db, page.Limit, page.After, Rows.ReadRelationship, r => r.Id), cancel);
    }

    /// <inheritdoc/>
    public Task<Page<Claim>> ListClaimsAsync(ClaimFilter filter, PageRequest page, CancellationToken cancel)
    {
        if (filter.Source is { } source && !Paging.IsHexId(source)) return Task.FromResult(new Page<Claim>([], null));
        var listing = new Listing(Rows.Claim, "c.n")
            .WhereGiven("c.relationship_n = (SELECT n FROM relationships WHERE id = $)", filter.Relationship)
            .WhereGiven("c.source_n = (SELECT n FROM sources WHERE id = $)", filter.Source is null ? null : Listing.HexKey(filter.Source))
            .WhereGiven("c.import_n = (SELECT n FROM imports WHERE import = $)", filter.Import)
            .WhereGiven("c.n >= (SELECT first_claim_n FROM imports WHERE import = $)", filter.Import)
            .WhereGiven("c.n <= (SELECT last_claim_n FROM imports WHERE import = $)", filter.Import);
        var after = Paging.Number(page.After);
        return Read(db =>
        {
            var numbered = listing.Read(db, page.Limit, after, row => (N: row.GetInt64(0), Claim: Rows.ReadClaim(row)), c => Paging.Cursor(c.N));
            return new Page<Claim>([.. numbered.Items.Select(c => c.Claim)], numbered.Next);
        }, cancel);
    }

    /// <inheritdoc/>
    public Task<Page<Source>> ListSourcesAsync(SourceFilter filter, PageRequest page, CancellationToken cancel)
    {
        var listing = new Listing(Rows.Source, "s.id");
        if (NameKey.Of(filter.Publisher) is { Length: > 0 } publisher) listing.Where("s.publisher_key = $", publisher);
        return Read(db => listing.Read(db, page.Limit, Paging.HexId(page.After) is { } id ? Listing.HexKey(id) : null, Rows.ReadSource, s => s.Id), cancel);
    }

    /// <inheritdoc/>
    public Task<Page<Change>> ListChangesAsync(long since, PageRequest page, CancellationToken cancel)
    {
        Paging.CheckLimit(page.Limit);
        var after = Paging.Number(page.After);
        return Read(db => db.Consistently(() => new ChangeRuns(db).Page(since, after, page.Limit)), cancel);
    }
}
