using Microsoft.Azure.Functions.Worker;

namespace Kalasin.Functions.Triggers;

/// <summary>A call as the host gave it, with a token that is cancelled earlier than the host's.</summary>
internal sealed class BoundedContext(FunctionContext inner, CancellationToken time) : FunctionContext
{
    public override CancellationToken CancellationToken => time;

    public override string InvocationId => inner.InvocationId;

    public override string FunctionId => inner.FunctionId;

    public override TraceContext TraceContext => inner.TraceContext;

    public override BindingContext BindingContext => inner.BindingContext;

    public override RetryContext RetryContext => inner.RetryContext;

    public override FunctionDefinition FunctionDefinition => inner.FunctionDefinition;

    public override IInvocationFeatures Features => inner.Features;

    public override IServiceProvider InstanceServices
    {
        get => inner.InstanceServices;
        set => inner.InstanceServices = value;
    }

    public override IDictionary<object, object> Items
    {
        get => inner.Items;
        set => inner.Items = value;
    }
}
