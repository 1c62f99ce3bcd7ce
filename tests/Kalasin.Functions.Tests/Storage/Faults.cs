using System.Runtime.CompilerServices;
using Kalasin.Evaluation;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Tests.Storage;

/// <summary>What goes wrong with one call to a store.</summary>
internal enum Fault
{
    None,

    /// <summary>Fails without having done anything.</summary>
    Before,

    /// <summary>Does its work, and the answer is lost.</summary>
    After,

    /// <summary>What is read breaks off: a listing behind its first item, a content in its middle. Nothing else suffers from it.</summary>
    Midway,

    /// <summary>Takes as long as <see cref="Faults.Delay"/> says.</summary>
    Slow,

    /// <summary>Appends only: somebody else was first.</summary>
    Conflict,
}

/// <summary>Decides for each call what goes wrong with it: a list that is used up, or a rule.</summary>
internal sealed class Faults(Func<string, int, Fault> rule)
{
    private int _calls;
    private int _dealt;

    /// <summary>What a slow call waits for.</summary>
    public Func<CancellationToken, Task> Delay { get; init; } = token => Task.Delay(TimeSpan.FromMilliseconds(20), token);

    /// <summary>Calls so far.</summary>
    public int Calls => _calls;

    /// <summary>Faults so far.</summary>
    public int Dealt => _dealt;

    /// <summary>Nothing goes wrong; calls are counted.</summary>
    public static Faults None => new((_, _) => Fault.None);

    /// <summary>One call suffers; counted from 1, only those that can.</summary>
    public static Faults At(int call, Fault fault)
    {
        var called = 0;
        return new((operation, _) => CanSuffer(operation, fault) && Interlocked.Increment(ref called) == call ? fault : Fault.None);
    }

    /// <summary>The calls to the named operation suffer these in turn, all others nothing.</summary>
    public static Faults Of(string operation, params Fault[] faults)
    {
        var left = new System.Collections.Concurrent.ConcurrentQueue<Fault>(faults);
        return new((called, _) => called == operation && left.TryDequeue(out var fault) ? fault : Fault.None);
    }

    /// <summary>Every call may suffer anything of <paramref name="faults"/>, one in <paramref name="oneIn"/>, repeatably.</summary>
    public static Faults Random(int seed, int oneIn, params Fault[] faults)
    {
        var random = new Random(seed);
        return new((_, _) =>
        {
            lock (random) return random.Next(oneIn) == 0 ? faults[random.Next(faults.Length)] : Fault.None;
        });
    }

    public Fault Next(string operation)
    {
        var fault = rule(operation, Interlocked.Increment(ref _calls));
        if (fault != Fault.None) Interlocked.Increment(ref _dealt);
        return fault;
    }

    public async Task<T> AroundAsync<T>(string operation, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        var fault = await BeginAsync(operation, cancellationToken);
        var result = await work();
        if (fault == Fault.Midway && result is Stream content) return (T)(object)new ContentThatBreaksOff(content, operation);
        if (fault != Fault.After) return result;
        // An adapter that fails at the end lets go of what it opened.
        if (result is IAsyncDisposable opened) await opened.DisposeAsync();
        throw Failure(operation, fault);
    }

    public async IAsyncEnumerable<T> AroundAsync<T>(string operation, IAsyncEnumerable<T> items, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var fault = await BeginAsync(operation, cancellationToken);
        await foreach (var item in items.WithCancellation(cancellationToken))
        {
            yield return item;
            if (fault == Fault.Midway) throw Failure(operation, fault);
        }
        if (fault is Fault.After or Fault.Midway) throw Failure(operation, fault);
    }

    /// <summary>As every adapter fails: with a finding to show.</summary>
    public static StorageUnavailableException Failure(string operation, Fault fault) =>
        new(StorageFindings.Unusable.At(Place.Nowhere, "test"), new InjectedFaultException(operation, fault));

    private static bool CanSuffer(string operation, Fault fault) => fault switch
    {
        Fault.Conflict => operation == nameof(IEventLog.AppendAsync),
        Fault.Midway => operation is nameof(IEventLog.ReadAsync) or nameof(IEventLog.ListAsync) or nameof(IVault.OpenAsync),
        _ => true,
    };

    private async Task<Fault> BeginAsync(string operation, CancellationToken cancellationToken)
    {
        var fault = Next(operation);
        if (fault == Fault.Before) throw Failure(operation, fault);
        if (fault == Fault.Slow) await Delay(cancellationToken);
        return fault;
    }

    private sealed class ContentThatBreaksOff(Stream content, string operation) : ReadOnlyStream
    {
        private bool _started;

        public override long Length => content.Length;

        public override int Read(Span<byte> buffer) => content.Read(buffer[..Once(buffer.Length)]);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            content.ReadAsync(buffer[..Once(buffer.Length)], cancellationToken);

        protected override void Dispose(bool disposing)
        {
            if (disposing) content.Dispose();
            base.Dispose(disposing);
        }

        /// <summary>A few bytes the first time.</summary>
        private int Once(int count)
        {
            if (_started) throw Failure(operation, Fault.Midway);
            _started = true;
            return Math.Min(count, 10);
        }
    }
}

internal sealed class InjectedFaultException(string operation, Fault fault) : IOException($"{operation}: {fault}");
