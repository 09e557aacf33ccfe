using System.Diagnostics;

namespace SupplyGraph.Api.Http.Problems;

/// <summary>What names a request in answers and in the log.</summary>
internal static class RequestTrace
{
    public static string IdOf(HttpContext context) => Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
}
