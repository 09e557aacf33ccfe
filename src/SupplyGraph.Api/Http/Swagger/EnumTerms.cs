using System.Reflection;
using SupplyGraph.Model;

namespace SupplyGraph.Api.Http.Swagger;

/// <summary>The terms of enums that attributes name: known only at run time.</summary>
internal static class EnumTerms
{
    private static readonly MethodInfo All = typeof(Term).GetMethod(nameof(Term.All))!;

    /// <summary>All terms of an enum, in declaration order.</summary>
    public static IReadOnlyList<string> Of(Type members) => (IReadOnlyList<string>)All.MakeGenericMethod(members).Invoke(null, null)!;
}
