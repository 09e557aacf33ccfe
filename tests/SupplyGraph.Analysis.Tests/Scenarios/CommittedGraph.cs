using SupplyGraph.Analysis.Tests.Oracle;
using SupplyGraph.Graph;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Tests.Scenarios;

/// <summary>A graph kept twice through random commits: rewritten as a book of claims, and edited as a snapshot the way that a store does it.</summary>
internal sealed class CommittedGraph(Focus focus, Random random)
{
    public ClaimBook Book { get; private set; } = RandomBooks.Create(focus, random);

    public Snapshot Snapshot { get; private set; } = Snapshot.Empty;

    public static CommittedGraph Create(Focus focus, Random random)
    {
        var graph = new CommittedGraph(focus, random);
        graph.Snapshot = graph.Book.Graph.ToSnapshot();
        for (var commits = random.Next(1, 5); commits > 0; commits--) graph.Commit();
        return graph;
    }

    private void Commit()
    {
        var editor = Snapshot.Edit();
        for (var changes = random.Next(1, 6); changes > 0; changes--) Change(editor);
        Snapshot = editor.ToSnapshot(Snapshot.Version + 1);
    }

    private void Change(SnapshotEditor editor)
    {
        switch (random.Next(10))
        {
            case 0: Remove(editor, random.One(Book.Entities)); break;
            case 1: foreach (var entity in RandomBooks.NewEntities(Book, random, 2).OrderBy(e => e.Country is null ? 0 : 1)) Put(editor, entity); break;
            case 2: Put(editor, Changed(random.One(Book.Entities))); break;
            case 3 or 4 or 5 when Book.ClaimsById.Count > 0: Withdraw(editor, random.One([.. Book.Claims])); break;
            default: if (RandomBooks.Claim(Book, focus, random) is { } claim) State(editor, claim); break;
        }
    }

    // A store refuses to remove what is in use: first its relationships go, and the companies at home there move out.
    private void Remove(SnapshotEditor editor, Entity entity)
    {
        var left = Book.Without(entity.Id);
        foreach (var key in Book.Keys.Except(left.Keys)) editor.RemoveRelationship(key);
        foreach (var company in Book.Entities.Where(e => e.Country == entity.Id)) editor.PutEntity(company.Id, company.Kind, null, company.Stage);
        editor.RemoveEntity(entity.Id);
        Book = left;
    }

    private void Put(SnapshotEditor editor, Entity entity)
    {
        editor.PutEntity(entity.Id, entity.Kind, entity.Country, entity.Stage);
        Book = Book.With(entity);
    }

    private Entity Changed(Entity entity)
    {
        var countries = Book.Entities.Where(e => e.Kind == EntityKind.Country).Select(e => e.Id).Append(null).ToList();
        return entity.Kind switch
        {
            EntityKind.Company => entity with { Country = random.One(countries) },
            EntityKind.Component => entity with { Stage = random.One<Stage?>([null, .. Enum.GetValues<Stage>()]) },
            _ => entity,
        };
    }

    private void State(SnapshotEditor editor, Claim claim)
    {
        Book = Book.With(claim);
        Derive(editor, claim.Key);
    }

    private void Withdraw(SnapshotEditor editor, Claim claim)
    {
        Book = Book.Without(claim);
        if (Book.Keys.Contains(claim.Key)) Derive(editor, claim.Key);
        else editor.RemoveRelationship(claim.Key);
    }

    private void Derive(SnapshotEditor editor, RelationshipKey key)
    {
        var derived = Book.Graph.Relationships.Single(r => r.Key == key);
        editor.PutRelationship(key, derived.Status, derived.Confidence, derived.ValidFrom, derived.ValidTo);
    }
}
