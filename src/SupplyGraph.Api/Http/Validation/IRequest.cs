using FluentValidation;

namespace SupplyGraph.Api.Http.Validation;

/// <summary>What a handler asks for: the parameters of a query, or a body. It brings its own validator, so that none can be forgotten.</summary>
public interface IRequest
{
    /// <summary>Checks this request. Implement explicitly, so that it is no parameter and no field.</summary>
    IValidator Validator { get; }
}
