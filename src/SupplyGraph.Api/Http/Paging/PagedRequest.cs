using FluentValidation;
using SupplyGraph.Api.Http.Validation;
using SupplyGraph.Model;
using SupplyGraph.Storage;

namespace SupplyGraph.Api.Http.Paging;

/// <summary>A request for one page of a list.</summary>
public abstract record PagedRequest
{
    [Query("limit", "Items of a page.", Type = ParameterType.WholeNumber, Minimum = 1, Maximum = Limits.MaxPageSize, Default = "50", Example = "20")]
    public string? Limit { get; init; }

    [Query("cursor", "Continues a list: the `next` of the page before, with the same filters.")]
    public string? Cursor { get; init; }

    /// <summary>The part of the listing that is asked for.</summary>
    /// <param name="question">The filters, as they are echoed.</param>
    internal PageRequest Page(object question) => new(Given.WholeNumber(Limit, Limits.DefaultPageSize), Paging.Cursor.Read(Cursor, question));
}

/// <summary>The rules of every page.</summary>
public abstract class PagedValidator<T> : AbstractValidator<T> where T : PagedRequest
{
    protected PagedValidator()
    {
        RuleFor(r => r.Limit).IsWholeNumber(1, Limits.MaxPageSize);
        RuleFor(r => r.Cursor).IsCursor();
    }
}
