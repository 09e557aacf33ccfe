using SupplyGraph.Analysis.Routes;
using SupplyGraph.Analysis.Tests.Oracle;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Tests;

/// <summary>Small graphs for examples, written as sentences; confidence is 0.9 where none is given.</summary>
public sealed class GraphBuilder
{
    /// <summary>The day for which examples are asked.</summary>
    public static readonly DateOnly Today = new(2026, 6, 15);

    private readonly List<Entity> entities = [];
    private readonly List<Relationship> relationships = [];

    public GraphBuilder Company(string id, string? home = null) => Entity(new Entity(id, EntityKind.Company, id) { Country = home });

    public GraphBuilder Companies(params string[] ids) => Entities(EntityKind.Company, ids);

    public GraphBuilder Countries(params string[] ids) => Entities(EntityKind.Country, ids);

    public GraphBuilder Regions(params string[] ids) => Entities(EntityKind.Region, ids);

    public GraphBuilder Component(string id, Stage? stage = null) => Entity(new Entity(id, EntityKind.Component, id) { Stage = stage });

    public GraphBuilder Components(params string[] ids) => Entities(EntityKind.Component, ids);

    public GraphBuilder Vehicles(params string[] ids) => Entities(EntityKind.Vehicle, ids);

    public GraphBuilder Corridors(params string[] ids) => Entities(EntityKind.Corridor, ids);

    public GraphBuilder Policy(string id) => Entities(EntityKind.Policy, [id]);

    public GraphBuilder Member(string member, string region) => Add(RelationshipType.MemberOf, member, region);

    public GraphBuilder Kind(string kind, string of) => Add(RelationshipType.KindOf, kind, of);

    public GraphBuilder Part(string part, string of) => Add(RelationshipType.PartOf, part, of);

    public GraphBuilder Supplies(string from, string to, string component, double confidence = 0.9) =>
        Add(RelationshipType.Supplies, from, to, component, confidence: confidence);

    public GraphBuilder Exports(string from, string to, string component, double confidence = 0.9) =>
        Add(RelationshipType.ExportsTo, from, to, component, confidence: confidence);

    public GraphBuilder Operates(string company, string country, Role role, string? component = null) =>
        Add(RelationshipType.OperatesIn, company, country, component, role);

    public GraphBuilder Produces(string maker, string component) => Add(RelationshipType.Produces, maker, component);

    public GraphBuilder Owns(string owner, string owned) => Add(RelationshipType.Owns, owner, owned);

    public GraphBuilder Add(
        RelationshipType type, string from, string to, string? component = null, Role? role = null, double confidence = 0.9,
        Status status = Status.Established, string? validFrom = null, string? validTo = null)
    {
        relationships.Add(new Relationship(RelationshipKey.Of(type, from, to, component, role), status, confidence)
        {
            ValidFrom = validFrom is null ? null : PartialDate.Parse(validFrom),
            ValidTo = validTo is null ? null : PartialDate.Parse(validTo),
            Claims = 1,
        });
        return this;
    }

    /// <summary>What has been added so far.</summary>
    public OracleGraph Graph => new(entities, relationships);

    /// <summary>The engine's answer. The oracle is asked too and must agree, so that every example that is worked out by hand checks both.</summary>
    public RouteAnswer Answer(RouteQuestion question)
    {
        var answer = RouteSearch.Find(Graph.ToSnapshot(), question);
        Assert.Equal(CaseText.Of(RouteOracle.Answer(Graph, question)), CaseText.Of(answer.Routes));
        return answer;
    }

    /// <summary>The routes of an answer.</summary>
    public IReadOnlyList<Route> Ask(RouteQuestion question) => Answer(question).Routes;

    /// <summary>All routes from one place to another, best first: <c>a > b > d; a > c > d</c>, and empty for none.</summary>
    public string Chains(string from, string to) => Chains(new RouteQuestion { From = [from], To = [to], AsOf = Today });

    /// <summary>The routes that answer a question in the same form.</summary>
    public string Chains(RouteQuestion question) => string.Join("; ", Ask(question).Select(r => string.Join(" > ", r.Stops)));

    /// <summary>The one route from one place to another.</summary>
    public Route Only(string from, string to) => Assert.Single(Ask(new RouteQuestion { From = [from], To = [to], AsOf = Today }));

    private GraphBuilder Entities(EntityKind kind, string[] ids) => ids.Aggregate(this, (builder, id) => builder.Entity(new Entity(id, kind, id)));

    private GraphBuilder Entity(Entity entity)
    {
        entities.Add(entity);
        return this;
    }
}
