using Microsoft.AspNetCore.Http.Metadata;
using SupplyGraph.Model;

namespace SupplyGraph.Api.Http.Validation;

/// <summary>
/// Names and documents a parameter. Every parameter is bound as text: reading it is the validator's part, so that all bad ones are reported at once.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public abstract class ParameterAttribute(string name, string description) : Attribute
{
    /// <summary>The parameter's name in the address.</summary>
    public string Name { get; } = name;

    /// <summary>What it does, with its unit.</summary>
    public string Description { get; } = description;

    /// <summary>A value that works on the seed graph.</summary>
    public string? Example { get; init; }

    /// <summary>The enum whose terms it takes.</summary>
    public Type? Terms { get; init; }

    /// <summary>What it means to leave it out.</summary>
    public string? Default { get; init; }

    /// <summary>The JSON type that its text stands for: text, a whole number, a number from 0 to 1, true or false, a partial date.</summary>
    public ParameterType Type { get; init; }

    /// <summary>How many values a list takes at most.</summary>
    public int MaxValues { get; init; } = Limits.MaxListValues;

    public double Minimum { get; init; } = double.NaN;
    public double Maximum { get; init; } = double.NaN;
}

/// <summary>The JSON type that a parameter's text stands for.</summary>
public enum ParameterType
{
    Text,
    WholeNumber,
    Fraction,
    Flag,
    Date,
}

/// <summary>A query parameter.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class QueryAttribute(string name, string description) : ParameterAttribute(name, description), IFromQueryMetadata
{
    /// <summary>Whether a blank, such as a tab, is a value.</summary>
    public bool TakesBlank { get; init; }
}

/// <summary>Query parameters that begin alike and end in a name, such as <c>map.from</c>; see <see cref="QueryFamily"/>.</summary>
/// <param name="name">What they begin with.</param>
/// <param name="members">The enums whose terms they can end in.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class QueryFamilyAttribute(string name, string description, params Type[] members) : ParameterAttribute(name, description)
{
    public IReadOnlyList<Type> Members { get; } = members;

    /// <summary>What they begin with, up to the name.</summary>
    public string Prefix => Name + QueryFamily.Separator;
}

/// <summary>A header.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class HeaderAttribute(string name, string description) : ParameterAttribute(name, description), IFromHeaderMetadata;

/// <summary>A part of the path.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PathAttribute(string name, string description) : ParameterAttribute(name, description), IFromRouteMetadata;
