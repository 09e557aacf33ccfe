using FluentValidation;
using FluentValidation.Results;
using SupplyGraph.Api.Http.Json;
using SupplyGraph.Api.Http.Names;
using SupplyGraph.Api.Http.Problems;

namespace SupplyGraph.Api.Http.Validation;

/// <summary>Checks all of a request before its handler sees it: query parameters, body and names, every bad field in one answer.</summary>
internal static class RequestValidation
{
    private const string NamesKey = nameof(NameResolver);

    public static EndpointFilterDelegate Filter(EndpointFilterFactoryContext factory, EndpointFilterDelegate next)
    {
        var shape = new QueryShape(factory.MethodInfo);
        return async context =>
        {
            var errors = new FieldErrors();
            shape.Check(context.HttpContext.Request.Query, errors);
            foreach (var argument in context.Arguments)
            {
                if (argument is IJsonBody body) await CheckBodyAsync(body, context.HttpContext, errors);
                else if (argument is IRequest query) await CheckQueryAsync(query, context.HttpContext, errors);
            }
            if (errors.Any) throw errors.ToException();
            return await next(context);
        };
    }

    /// <summary>The names that the graph of this request knows; for rules that resolve.</summary>
    public static NameResolver Names<T>(this ValidationContext<T> context) => (NameResolver)context.RootContextData[NamesKey];

    /// <summary>Checks what stands for a part of a request, with names of its own, and adds its failures under the same fields.</summary>
    public static void Check<T, TPart>(this ValidationContext<T> context, TPart part, IValidator<TPart> validator, NameResolver names)
    {
        var inner = new ValidationContext<TPart>(part);
        inner.RootContextData[NamesKey] = names;
        foreach (var failure in validator.Validate(inner).Errors) context.AddFailure(failure);
    }

    private static async Task CheckQueryAsync(IRequest query, HttpContext http, FieldErrors errors)
    {
        var malformed = new FieldErrors();
        errors.CopyTo(malformed);
        foreach (var failure in await FailuresAsync(query, http))
        {
            // A repeated parameter has one name; which of its values is meant is said by the message.
            var field = Camel(failure.PropertyName).Split('[')[0];
            if (!malformed.Covers(field)) errors.Add(field, Of(failure));
        }
    }

    private static async Task CheckBodyAsync(IJsonBody body, HttpContext http, FieldErrors errors)
    {
        body.Errors.CopyTo(errors);
        if (body.Request is null) return;
        foreach (var failure in await FailuresAsync(body.Request, http))
        {
            var field = Camel(failure.PropertyName);
            // What could not be read is not missing as well.
            if (!body.Errors.Covers(field)) errors.Add(field, Of(failure));
        }
    }

    private static async Task<List<ValidationFailure>> FailuresAsync(IRequest request, HttpContext http)
    {
        var context = new ValidationContext<object>(request);
        context.RootContextData[NamesKey] = http.RequestServices.GetRequiredService<NameResolver>();
        return (await request.Validator.ValidateAsync(context, http.RequestAborted)).Errors;
    }

    private static FieldError Of(ValidationFailure failure) =>
        new(failure.ErrorCode, failure.ErrorMessage) { Near = failure.CustomState as IReadOnlyList<EntityReference> };

    private static string Camel(string path) => string.Join('.', path.Split('.').Select(p => p.Length == 0 ? p : char.ToLowerInvariant(p[0]) + p[1..]));
}
