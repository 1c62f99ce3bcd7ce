using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Kalasin.Functions.Triggers;

/// <summary>
/// Around every function that the host calls. A run that takes too long is cancelled, long before the host's own limit, at which
/// it kills the program with everything in flight. What fails is logged here, and leaves the function as its type and a reference
/// only: the host exports an exception's text as it stands, and that may name a person's file.
/// </summary>
internal sealed partial class FunctionGuard(TimeProvider clock, ILogger<FunctionGuard> log) : IFunctionsWorkerMiddleware
{
    /// <summary>Far below <c>functionTimeout</c> in <c>host.json</c>.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        using var limit = new CancellationTokenSource(Longest, clock);
        using var time = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, limit.Token);
        try
        {
            await next(new BoundedContext(context, time.Token));
        }
        catch (Exception failure)
        {
            Failed(log, failure, context.FunctionDefinition.Name, context.InvocationId);
            throw new FunctionFailedException(failure, context.InvocationId);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Function} failed, call {Reference}")]
    private static partial void Failed(ILogger log, Exception failure, string function, string reference);
}

/// <summary>All that the host hears of a failure.</summary>
internal sealed class FunctionFailedException(Exception failure, string reference) : Exception($"{failure.GetType().Name}, {reference}");
