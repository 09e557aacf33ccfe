using System.Globalization;
using SupplyGraph.Analysis.Routes;

namespace SupplyGraph.Analysis.Tests;

/// <summary>How many random cases are asked, and what comes of them.</summary>
internal static class Effort
{
    /// <summary>Cases of each family: the environment variable SUPPLYGRAPH_PROPERTY_CASES, 800 by default.</summary>
    public static readonly int Cases =
        int.Parse(Environment.GetEnvironmentVariable("SUPPLYGRAPH_PROPERTY_CASES") ?? "800", NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>Wide enough for any random graph: what is compared is the exact answer.</summary>
    public static readonly Budget Unbounded = new(int.MaxValue, TimeSpan.FromMinutes(10));

    /// <summary>Fails with the first report of a case that went wrong, and how many did; null is a case that went well.</summary>
    public static void AssertNone(IEnumerable<string?> reports)
    {
        var all = reports.ToList();
        var wrong = all.OfType<string>().ToList();
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {all.Count} cases went wrong; the first is {wrong.FirstOrDefault()}");
    }
}
