using System.Collections.Immutable;
using Microsoft.Azure.Functions.Worker;

namespace Kalasin.Functions.Tests.Triggers;

/// <summary>A call of the function <c>DropQueue</c> as the host makes it, with nothing bound to it.</summary>
internal sealed class CalledFunction(CancellationToken cancelled = default) : FunctionContext
{
    public override CancellationToken CancellationToken => cancelled;

    public override string InvocationId => "call-1";

    public override string FunctionId => "function-1";

    public override TraceContext TraceContext => throw new NotSupportedException();

    public override BindingContext BindingContext => throw new NotSupportedException();

    public override RetryContext RetryContext => throw new NotSupportedException();

    public override FunctionDefinition FunctionDefinition { get; } = new Definition();

    public override IInvocationFeatures Features => throw new NotSupportedException();

    public override IServiceProvider InstanceServices { get; set; } = null!;

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    private sealed class Definition : FunctionDefinition
    {
        public override ImmutableArray<FunctionParameter> Parameters => [];

        public override string PathToAssembly => "Kalasin.Functions.dll";

        public override string EntryPoint => "Kalasin.Functions.Triggers.DropQueue.RunAsync";

        public override string Id => "function-1";

        public override string Name => "DropQueue";

        public override IImmutableDictionary<string, BindingMetadata> InputBindings => ImmutableDictionary<string, BindingMetadata>.Empty;

        public override IImmutableDictionary<string, BindingMetadata> OutputBindings => ImmutableDictionary<string, BindingMetadata>.Empty;
    }
}
