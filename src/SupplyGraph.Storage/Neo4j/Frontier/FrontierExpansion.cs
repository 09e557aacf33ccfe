using System.Diagnostics;
using SupplyGraph.Graph;
using SupplyGraph.Model;

namespace SupplyGraph.Storage.Neo4j.Frontier;

/// <summary>
/// Reads, level by level, the legs that can lie on an answer, and then the relationships behind those that still can when all distances are known. Costs
/// some questions to the source, a level each, however large the graph is.
/// </summary>
internal static class FrontierExpansion
{
    /// <summary>The part of the time that finding legs may take; the rest is for reading what they are.</summary>
    private const double ShareOfLegs = 0.6;

    /// <summary>Null where the graph is no longer at the version of the skeleton.</summary>
    /// <param name="most">Legs that are found at most.</param>
    public static async Task<GraphExtent?> ReadAsync(
        IFrontierSource source, Snapshot skeleton, Extent wanted, CancellationToken cancel, int most = Limits.MaxExtractedRelationships)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        time.CancelAfter(wanted.Time);
        try
        {
            var spheres = new Spheres(wanted);
            var legs = new FoundLegs(wanted.Graph);
            var stoppedBy = await ExpandAsync(source, spheres, legs, wanted.Time * ShareOfLegs, most, time.Token);
            var needed = stoppedBy is null ? legs.All.FindAll(spheres.MayHold) : legs.All;
            var named = wanted.Relationships.Count == 0 ? [] : await source.RelationshipsAsync(wanted.Relationships, time.Token);
            var read = await source.RelationshipsAsync(needed, time.Token);
            return read is null ? null : new GraphExtent(On(skeleton, [.. named, .. read]), stoppedBy);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new GraphExtent(skeleton, ExtentBound.Time);
        }
    }

    private static async Task<ExtentBound?> ExpandAsync(
        IFrontierSource source, Spheres spheres, FoundLegs legs, TimeSpan longest, int most, CancellationToken cancel)
    {
        var started = Stopwatch.GetTimestamp();
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        time.CancelAfter(longest);
        try
        {
            while (spheres.ToGrow() is { Count: > 0 } growing)
            {
                if (Stopwatch.GetElapsedTime(started) >= longest) return ExtentBound.Time;
                var (outOf, into) = (Asked(growing, legs, forward: true), Asked(growing, legs, forward: false));
                if (outOf.Nodes.Count + into.Nodes.Count > 0)
                {
                    var read = await source.LegsAsync(outOf, into, most - legs.All.Count + 1, time.Token);
                    legs.Add(read);
                    if (!read.AreAll || legs.All.Count > most) return ExtentBound.Relationships;
                }
                foreach (var (sphere, _) in growing) sphere.Grow(legs);
            }
            return null;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return ExtentBound.Time;
        }
    }

    private static LegsAsked Asked(IReadOnlyList<Growth> growing, FoundLegs legs, bool forward)
    {
        var growths = growing.Where(growth => growth.Sphere.Forward == forward).ToList();
        return new(legs.Unread(growths.SelectMany(growth => growth.Sphere.Frontier), forward), growths.Select(growth => growth.Legs).DefaultIfEmpty(1).Max());
    }

    private static Snapshot On(Snapshot skeleton, IReadOnlyList<PlacedRelationship> relationships)
    {
        // What is named may have been found as well.
        var once = relationships.DistinctBy(r => (r.Type, r.From, r.To, r.Component, r.Role)).ToList();
        if (once.Count == 0) return skeleton;
        var editor = skeleton.Edit();
        editor.AddRelationships(once);
        return editor.ToSnapshot(skeleton.Version);
    }
}
