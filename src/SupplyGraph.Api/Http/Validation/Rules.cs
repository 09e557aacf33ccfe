using System.Globalization;
using FluentValidation;
using FluentValidation.Results;
using SupplyGraph.Api.Http.Paging;
using SupplyGraph.Api.Http.Problems;
using SupplyGraph.Model;

namespace SupplyGraph.Api.Http.Validation;

/// <summary>What texts of requests can be. A text that is left out passes every rule but <see cref="IsRequired{T}"/>.</summary>
public static class Rules
{
    public static IRuleBuilderOptionsConditions<T, string?> IsRequired<T>(this IRuleBuilder<T, string?> rule, string what) => rule.Custom((text, context) =>
    {
        if (string.IsNullOrWhiteSpace(text)) context.Fail(ErrorCode.Required, $"Required: {what}.");
    });

    public static IRuleBuilderOptionsConditions<T, string?> IsWholeNumber<T>(this IRuleBuilder<T, string?> rule, long minimum, long maximum) =>
        rule.Given((text, context) =>
        {
            if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
                context.Fail(ErrorCode.NotANumber, $"'{text}' is not a whole number from {minimum} to {maximum}.");
            else if (number < minimum || number > maximum)
                context.Fail(ErrorCode.OutOfRange, $"{number} is outside {minimum} to {maximum}.");
        });

    /// <summary>A number from 0 to 1.</summary>
    public static IRuleBuilderOptionsConditions<T, string?> IsFraction<T>(this IRuleBuilder<T, string?> rule) => rule.Given((text, context) =>
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            context.Fail(ErrorCode.NotANumber, $"'{text}' is not a number from 0 to 1.");
        else if (number is < 0 or > 1)
            context.Fail(ErrorCode.OutOfRange, $"{text} is outside 0 to 1.");
    });

    public static IRuleBuilderOptionsConditions<T, string?> IsBoolean<T>(this IRuleBuilder<T, string?> rule) => rule.Given((text, context) =>
    {
        if (!bool.TryParse(text, out _)) context.Fail(ErrorCode.NotABoolean, $"'{text}' is neither true nor false.");
    });

    public static IRuleBuilderOptionsConditions<T, string?> IsDate<T>(this IRuleBuilder<T, string?> rule) => rule.Given((text, context) =>
    {
        if (!PartialDate.TryParse(text, out _)) context.Fail(ErrorCode.NotADate, $"'{text}' is not {PartialDate.Accepted}.");
    });

    /// <summary>One of the terms of an enum, such as <c>exports_to</c>.</summary>
    public static IRuleBuilderOptionsConditions<T, string?> IsTermOf<T, TEnum>(this IRuleBuilder<T, string?> rule) where TEnum : struct, Enum =>
        rule.Given((text, context) =>
        {
            if (!Term.TryParse<TEnum>(text, out _)) context.Fail(ErrorCode.UnknownTerm, $"'{text}' is not one of {string.Join(", ", Term.All<TEnum>())}.");
        });

    public static IRuleBuilderOptionsConditions<T, string?> IsNoLongerThan<T>(this IRuleBuilder<T, string?> rule, int characters) =>
        rule.Given((text, context) =>
        {
            if (text.Length > characters) context.Fail(ErrorCode.TooLong, $"{text.Length} characters are more than {characters}.");
        });

    public static IRuleBuilderOptionsConditions<T, string?> IsWebAddress<T>(this IRuleBuilder<T, string?> rule) => rule.Given((text, context) =>
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            context.Fail(ErrorCode.InvalidUrl, $"'{text}' is not a web address such as https://example.org/page.");
    });

    /// <summary>An id, name, alias or ISO code of exactly one entity.</summary>
    /// <param name="kinds">The kinds that will do; none for any.</param>
    public static IRuleBuilderOptionsConditions<T, string?> NamesAn<T>(this IRuleBuilder<T, string?> rule, params EntityKind[] kinds) =>
        rule.Given((text, context) =>
        {
            if (text.Length > Limits.NameLength) context.Fail(ErrorCode.TooLong, $"{text.Length} characters are more than {Limits.NameLength}.");
            else if (!context.Names().TryResolve(text, kinds, out _, out var error)) context.Fail(error);
        });

    /// <summary>The <c>next</c> of a page before.</summary>
    public static IRuleBuilderOptionsConditions<T, string?> IsCursor<T>(this IRuleBuilder<T, string?> rule) => rule.Given((text, context) =>
    {
        if (!Cursor.TryRead(text, out _))
            context.Fail(ErrorCode.InvalidCursor, "Not a cursor: give the 'next' of the page before, or nothing for the first page.");
    });

    /// <summary>At most this many values.</summary>
    public static IRuleBuilderOptionsConditions<T, TItem[]?> HasAtMost<T, TItem>(this IRuleBuilder<T, TItem[]?> rule, int values) =>
        rule.Custom((list, context) =>
        {
            if (list is not null && list.Length > values) context.Fail(ErrorCode.TooMany, $"{list.Length} values are more than {values}.");
        });

    /// <summary>Records what is wrong with the field that is being checked.</summary>
    public static void Fail<T>(this ValidationContext<T> context, FieldError error) =>
        context.AddFailure(new ValidationFailure(context.PropertyPath, error.Message) { ErrorCode = error.Code, CustomState = error.Near });

    public static void Fail<T>(this ValidationContext<T> context, string code, string message) => context.Fail(new FieldError(code, message));

    private static IRuleBuilderOptionsConditions<T, string?> Given<T>(this IRuleBuilder<T, string?> rule, Action<string, ValidationContext<T>> check) =>
        rule.Custom((text, context) =>
        {
            if (!string.IsNullOrWhiteSpace(text)) check(text.Trim(), context);
        });
}
