using SupplyGraph.Model;

namespace SupplyGraph.Graph.Tests;

/// <summary>Builds small snapshots from readable lines.</summary>
internal sealed class Sample
{
    private readonly SnapshotBuilder builder = new();
    private readonly Dictionary<string, int> handles = [];
    private readonly Dictionary<string, EntityKind> kinds = [];

    public Sample Add(EntityKind kind, params string[] ids)
    {
        foreach (var id in ids) AddOne(id, kind, null);
        return this;
    }

    public Sample Staged(string id, Stage stage)
    {
        AddOne(id, EntityKind.Component, stage);
        return this;
    }

    private void AddOne(string id, EntityKind kind, Stage? stage)
    {
        handles.Add(id, builder.AddEntity(id, kind, stage));
        kinds.Add(id, kind);
    }

    public Sample Country(string company, string country)
    {
        builder.SetCountry(handles[company], handles[country]);
        return this;
    }

    public Sample Link(
        RelationshipType type, string from, string to, string? component = null, Role? role = null, Status status = Status.Established,
            double confidence = 0.5, string? validTo = null)
    {
        builder.AddRelationship(
            type, handles[from], handles[to], component is null ? -1 : handles[component], role, status, confidence, null,
                validTo is null ? null : PartialDate.Parse(validTo));
        return this;
    }

    /// <summary>LFP and NMC are kinds of cell; a cell goes into a pack, a pack into an electric vehicle; BEV and PHEV are kinds of that.</summary>
    public static Snapshot Batteries() => new Sample()
        .Add(EntityKind.Component, "lfp", "nmc", "bev", "phev", "prismatic-lfp").Staged("cell", Stage.Cells).Staged("pack", Stage.Packs)
            .Staged("ev", Stage.Vehicles)
        .Link(RelationshipType.KindOf, "lfp", "cell").Link(RelationshipType.KindOf, "nmc", "cell").Link(RelationshipType.KindOf, "prismatic-lfp", "lfp")
        .Link(RelationshipType.PartOf, "cell", "pack").Link(RelationshipType.PartOf, "pack", "ev")
        .Link(RelationshipType.KindOf, "bev", "ev").Link(RelationshipType.KindOf, "phev", "ev")
        .Build();

    public Snapshot Build(long version = 1) => builder.Build(version);
}

internal static class SnapshotReading
{
    public static int Node(this Snapshot snapshot, string id) =>
        snapshot.TryFind(id, out var node) ? node : throw new ArgumentException($"No '{id}'.", nameof(id));

    public static int Ordinal(this Snapshot snapshot, string component) => snapshot.ComponentOrdinal(snapshot.Node(component));

    public static string? HomeOf(this Snapshot snapshot, string company) =>
        snapshot.Home(snapshot.Node(company)) is var home and >= 0 ? snapshot.Id(home) : null;

    public static string[] CompaniesIn(this Snapshot snapshot, string country) =>
        [.. snapshot.CompaniesOf(snapshot.Node(country)).Select(snapshot.Id).Order(StringComparer.Ordinal)];

    /// <summary>Where legs lead from a stop, those of removed relationships left out.</summary>
    public static string[] Reached(this Snapshot snapshot, string stop)
    {
        var reached = new List<string>();
        foreach (var arc in snapshot.Out(snapshot.Node(stop)))
            if (!snapshot.IsRemoved(arc.Relationship) && snapshot.Exists(arc.Node)) reached.Add(snapshot.Id(arc.Node));
        return [.. reached.Order(StringComparer.Ordinal)];
    }

    /// <summary>The stops from which legs lead to one.</summary>
    public static string[] Reaching(this Snapshot snapshot, string stop)
    {
        var reaching = new List<string>();
        foreach (var arc in snapshot.In(snapshot.Node(stop)))
            if (!snapshot.IsRemoved(arc.Relationship) && snapshot.Exists(arc.Node)) reaching.Add(snapshot.Id(arc.Node));
        return [.. reaching.Order(StringComparer.Ordinal)];
    }
}
