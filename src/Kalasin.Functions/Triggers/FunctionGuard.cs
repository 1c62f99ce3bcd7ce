using System.Collections.Concurrent;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Kalasin.Functions.Triggers;

/// <summary>
/// Around every function that the host calls. A run that takes too long is cancelled, long before the host's own limit, at which
/// it kills the program with everything in flight. What fails is logged here, and leaves the function as its type and a reference
/// only: the host exports an exception's text as it stands, and that may name a person's file. At a stop, what runs may finish for a
/// moment and is then left to the host's next try.
/// </summary>
internal sealed partial class FunctionGuard : IFunctionsWorkerMiddleware, IHostedService, IDisposable
{
    /// <summary>Far below <c>functionTimeout</c> in <c>host.json</c>.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>How long a run may go on after the program was asked to stop.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<Task, bool> _running = new();
    private readonly CancellationTokenSource _stopping;
    private readonly CancellationTokenRegistration _asked;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;

    public FunctionGuard(IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<FunctionGuard> log)
    {
        (_clock, _log, _stopping) = (clock, log, new(Timeout.InfiniteTimeSpan, clock));
        _asked = lifetime.ApplicationStopping.Register(() => _stopping.CancelAfter(Grace));
    }

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var run = RunAsync(context, next);
        _running[run] = true;
        try
        {
            await run;
        }
        finally
        {
            _running.TryRemove(run, out _);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken) =>
        await Task.WhenAll(_running.Keys).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    public void Dispose()
    {
        _asked.Dispose();
        _stopping.Dispose();
    }

    private async Task RunAsync(FunctionContext context, FunctionExecutionDelegate next)
    {
        using var limit = new CancellationTokenSource(Longest, _clock);
        using var time = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, limit.Token, _stopping.Token);
        try
        {
            await next(new BoundedContext(context, time.Token));
        }
        catch (Exception caught)
        {
            var failure = Unwrapped(caught);
            Failed(_log, failure, context.FunctionDefinition.Name, context.InvocationId);
            throw new FunctionFailedException(failure, context.InvocationId);
        }
    }

    /// <summary>The worker hands on what a function threw in an envelope of its own.</summary>
    private static Exception Unwrapped(Exception failure)
    {
        while (failure is AggregateException { InnerExceptions: [var only] }) failure = only;
        return failure;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Function} failed, call {Reference}")]
    private static partial void Failed(ILogger log, Exception failure, string function, string reference);
}

/// <summary>All that the host hears of a failure.</summary>
internal sealed class FunctionFailedException(Exception failure, string reference) : Exception($"{failure.GetType().Name}, {reference}");
