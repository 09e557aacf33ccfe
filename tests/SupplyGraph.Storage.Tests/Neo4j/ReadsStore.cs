using System.Reflection;
using SupplyGraph.Storage.Neo4j.Reads;

namespace SupplyGraph.Storage.Tests.Neo4j;

/// <summary>The reads at one version as a store, so that a question can be put to them as to a whole one: what they do not offer is not supported.</summary>
public class ReadsStore : DispatchProxy
{
    private GraphReads reads = null!;
    private long version;

    internal static IGraphStore Of(GraphReads reads, long version)
    {
        var store = Create<IGraphStore, ReadsStore>();
        ((ReadsStore)(object)store).reads = reads;
        ((ReadsStore)(object)store).version = version;
        return store;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        typeof(GraphReads).GetMethod(targetMethod!.Name) is { } read
            ? read.Invoke(reads, [version, .. args!])
            : throw new NotSupportedException(targetMethod.Name);
}
