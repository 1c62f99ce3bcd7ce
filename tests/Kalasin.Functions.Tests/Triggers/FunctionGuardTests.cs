using Kalasin.Functions.Triggers;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Kalasin.Functions.Tests.Triggers;

public sealed class FunctionGuardTests : IDisposable
{
    private const string Person = "รายงานของนางสมหญิง.xlsx";

    private readonly FakeTimeProvider _clock = new();
    private readonly ApplicationLifetime _life = new(NullLogger<ApplicationLifetime>.Instance);
    private readonly LogList _log = new();
    private readonly FunctionGuard _guard;

    public FunctionGuardTests() => _guard = new(_life, _clock, _log);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _guard.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Failure_LeavesAsTypeAndReferenceOnly(bool wrapped)
    {
        var failure = new IOException($"can't open {Person}", new FormatException(Person));
        var told = await Assert.ThrowsAsync<FunctionFailedException>(
            () => _guard.Invoke(new CalledFunction(), _ => throw (wrapped ? new AggregateException(failure) : failure)));
        Assert.Equal(("IOException, call-1", null), (told.Message, told.InnerException));
        Assert.DoesNotContain(Person, told.ToString(), StringComparison.Ordinal);
        Assert.Equal([("DropQueue failed, call call-1", failure)], _log.Entries); // our own log has it all, and strips it where it leaves the program
    }

    [Fact]
    public async Task Run_ThatTakesTooLong_Cancelled()
    {
        var run = _guard.Invoke(new CalledFunction(), context => Task.Delay(Timeout.Infinite, context.CancellationToken));
        _clock.Advance(FunctionGuard.Longest - TimeSpan.FromSeconds(1));
        Assert.False(run.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.StartsWith("TaskCanceledException", (await Assert.ThrowsAsync<FunctionFailedException>(() => run)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ThatTheHostCancels_Cancelled()
    {
        using var host = new CancellationTokenSource();
        var run = _guard.Invoke(new CalledFunction(host.Token), context => Task.Delay(Timeout.Infinite, context.CancellationToken));
        await host.CancelAsync();
        await Assert.ThrowsAsync<FunctionFailedException>(() => run);
    }

    [Fact]
    public async Task Stop_WaitsForWhatFinishesInAMoment()
    {
        var work = new TaskCompletionSource();
        var run = _guard.Invoke(new CalledFunction(), _ => work.Task);
        _life.StopApplication();
        var stop = _guard.StopAsync(Token);
        Assert.False(stop.IsCompleted);
        work.SetResult();
        await stop;
        await run;
    }

    [Fact]
    public async Task Stop_LeavesTheRestToTheNextTry()
    {
        var run = _guard.Invoke(new CalledFunction(), context => Task.Delay(Timeout.Infinite, context.CancellationToken));
        _life.StopApplication();
        var stop = _guard.StopAsync(Token);
        Assert.False(run.IsCompleted);
        _clock.Advance(FunctionGuard.Grace);
        await stop; // and does not fail for it
        await Assert.ThrowsAsync<FunctionFailedException>(() => run);
    }

    [Fact]
    public async Task Stop_ThatTheSystemCutsShort_EndsAllTheSame()
    {
        var work = new TaskCompletionSource();
        var run = _guard.Invoke(new CalledFunction(), _ => work.Task);
        await _guard.StopAsync(new(canceled: true));
        Assert.False(run.IsCompleted);
        work.SetResult();
        await run;
    }

    private sealed class LogList : ILogger<FunctionGuard>
    {
        public List<(string, Exception?)> Entries { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Entries.Add((formatter(state, exception), exception));
    }
}
