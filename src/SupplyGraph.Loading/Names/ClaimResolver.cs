using SupplyGraph.Loading.Claims;
using SupplyGraph.Model;
using SupplyGraph.Storage.Names;

namespace SupplyGraph.Loading.Names;

/// <summary>
/// Puts ids where claims of a file give names (design, section 1), and creates the entities that a row names for the first time where it states their kind.
/// One resolver serves one file: what one row creates, the next ones know. Not safe for several threads.
/// </summary>
public sealed class ClaimResolver
{
    private readonly NameIndex names;
    private readonly NameLookup lookup;
    private readonly NewEntities created;

    /// <param name="names">Everything that is known before the file.</param>
    public ClaimResolver(NameIndex names)
    {
        this.names = names;
        lookup = new(names);
        created = new(names, lookup);
    }

    /// <summary>The entities that good rows created, in the order of the rows.</summary>
    public IReadOnlyList<Entity> Created => created.All;

    /// <summary>The row's claim over ids, or every name that does not resolve and every rule of kinds it breaks. A row with errors creates nothing.</summary>
    public FileRow<Claim> Resolve(FileRow<NamedClaim> row)
    {
        if (row.Value is not { } named) return new(row.Number, row.Line, null, row.Errors) { Raw = row.Raw };
        var errors = new RowErrors(row.Number, row.Line);
        var before = created.All.Count;
        var claim = Resolve(named, errors);
        if (!errors.Any) return new(row.Number, row.Line, claim, []) { Raw = row.Raw };
        created.BackTo(before);
        return new(row.Number, row.Line, null, errors.All) { Raw = row.Raw };
    }

    private Claim? Resolve(NamedClaim named, RowErrors errors)
    {
        var from = Find(Mentions.From(named), errors);
        var to = Find(Mentions.To(named), errors);
        var component = named.Claim.Component is null ? null : Find(Mentions.Component(named), errors);
        if (from is null || to is null || (component is null && named.Claim.Component is not null)) return null;

        var claim = named.Claim;
        // Files mostly name ids, and a load has millions of claims.
        if (claim.From != from.Id || claim.To != to.Id || claim.Component != component?.Id)
            claim = claim with { From = from.Id, To = to.Id, Component = component?.Id };
        claim = claim.Normalised();
        // The claim by itself was perhaps checked over names when it was read; two names may still be one entity.
        Refuse(ClaimRules.Check(claim));
        Refuse(ClaimRules.CheckKinds(claim, from.Kind, to.Kind, component?.Kind));
        return claim;

        void Refuse(IReadOnlyList<RuleBreak> breaks)
        {
            foreach (var broken in breaks) errors.Add(broken.Field, broken.Code, Mentions.ValueOf(named, broken.Field), broken.Message);
        }
    }

    // What is stored comes before what the file created: a later row means the same by a name as an earlier one.
    private NamedEntity? Find(Mention mention, RowErrors errors)
    {
        // Files mostly name ids.
        if (names.Get(mention.Name) is { } exact && (mention.Kind is not { } wanted || wanted == exact.Kind)) return exact;
        var found = names.Resolve(mention.Name, mention.Kinds).Entities;
        if (found.Count == 0) found = created.Find(mention);
        return found.Count == 0 && mention.Kind is { } kind ? created.Create(mention, kind, errors) : lookup.One(errors, mention, found);
    }
}
