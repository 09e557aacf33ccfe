using SupplyGraph.Api.Http.Paging;
using SupplyGraph.Api.Http.Validation;
using SupplyGraph.Model;

namespace SupplyGraph.Api.Features.Entities;

/// <summary>What entities are asked for, but for their kind.</summary>
public abstract record ListOfKindRequest : PagedRequest
{
    [Query("q", "Text to look for in ids, names, aliases and ISO codes; a few typing errors are forgiven. The best match comes first.", Example = "gotion")]
    public string? Q { get; init; }

    [Query("country", "Only companies whose home this country is, and the country itself: an id, name or ISO code; repeat for several.", Example = "pakistan")]
    public string[]? Country { get; init; }
}

/// <summary>Their rules.</summary>
public abstract class ListOfKindValidator<T> : PagedValidator<T> where T : ListOfKindRequest
{
    protected ListOfKindValidator()
    {
        RuleFor(r => r.Q).IsNoLongerThan(Limits.NameLength);
        RuleFor(r => r.Country).HasAtMost(Limits.MaxListValues);
        RuleForEach(r => r.Country).NamesAn(EntityKind.Country);
    }
}
