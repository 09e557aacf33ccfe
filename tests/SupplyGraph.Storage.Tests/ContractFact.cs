using Xunit.Abstractions;
using Xunit.Sdk;

namespace SupplyGraph.Storage.Tests;

/// <summary>A fact of a suite that several stores pass; skipped for a store that cannot be had here, see <see cref="SkippedWhereMissingAttribute"/>.</summary>
[XunitTestCaseDiscoverer("SupplyGraph.Storage.Tests.ContractFactDiscoverer", "SupplyGraph.Storage.Tests")]
public sealed class ContractFactAttribute : FactAttribute;

/// <summary>The same for a theory.</summary>
[XunitTestCaseDiscoverer("SupplyGraph.Storage.Tests.ContractTheoryDiscoverer", "SupplyGraph.Storage.Tests")]
public sealed class ContractTheoryAttribute : TheoryAttribute;

/// <summary>Says of a test class what it needs and why that may be missing.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class SkippedWhereMissingAttribute : Attribute
{
    /// <summary>Why its tests are skipped; null where nothing is missing.</summary>
    public abstract string? Reason { get; }

    internal static string? ReasonFor(ITestMethod method) =>
        method.TestClass.Class.ToRuntimeType().GetCustomAttributes(typeof(SkippedWhereMissingAttribute), inherit: true) is [SkippedWhereMissingAttribute missing]
            ? missing.Reason
            : null;
}

/// <summary>Makes the test of a <see cref="ContractFactAttribute"/>.</summary>
public sealed class ContractFactDiscoverer(IMessageSink messages) : FactDiscoverer(messages)
{
    protected override IXunitTestCase CreateTestCase(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        SkippedWhereMissingAttribute.ReasonFor(testMethod) is { } reason
            ? new SkippedTestCase(DiagnosticMessageSink, discoveryOptions, testMethod, reason)
            : base.CreateTestCase(discoveryOptions, testMethod, factAttribute);
}

/// <summary>Makes the tests of a <see cref="ContractTheoryAttribute"/>.</summary>
public sealed class ContractTheoryDiscoverer(IMessageSink messages) : TheoryDiscoverer(messages)
{
    public override IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo theoryAttribute) =>
        SkippedWhereMissingAttribute.ReasonFor(testMethod) is { } reason
            ? [new SkippedTestCase(DiagnosticMessageSink, discoveryOptions, testMethod, reason)]
            : base.Discover(discoveryOptions, testMethod, theoryAttribute);
}

/// <summary>A test that is told with the reason why it was skipped.</summary>
public sealed class SkippedTestCase : XunitTestCase
{
    private string? reason;

    [Obsolete("For the framework, which carries test cases from process to process.")]
    public SkippedTestCase()
    {
    }

    public SkippedTestCase(IMessageSink messages, ITestFrameworkDiscoveryOptions options, ITestMethod method, string reason)
        : base(messages, options.MethodDisplayOrDefault(), options.MethodDisplayOptionsOrDefault(), method) => this.reason = reason;

    public override void Serialize(IXunitSerializationInfo data)
    {
        base.Serialize(data);
        data.AddValue(nameof(reason), reason);
    }

    public override void Deserialize(IXunitSerializationInfo data)
    {
        // First: the base asks for the reason while it reads.
        reason = data.GetValue<string>(nameof(reason));
        base.Deserialize(data);
    }

    protected override string? GetSkipReason(IAttributeInfo factAttribute) => reason;
}
