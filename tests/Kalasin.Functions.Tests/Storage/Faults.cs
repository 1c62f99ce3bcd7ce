namespace Kalasin.Functions.Tests.Storage;

/// <summary>What goes wrong with one call to a store.</summary>
internal enum Fault
{
    None,

    /// <summary>Fails without having done anything.</summary>
    Before,

    /// <summary>Does its work, and the answer is lost.</summary>
    After,

    /// <summary>Takes as long as <see cref="Faults.Delay"/> says.</summary>
    Slow,

    /// <summary>Appends only: somebody else was first.</summary>
    Conflict,
}

/// <summary>Decides for each call what goes wrong with it: a list that is used up, or a rule.</summary>
internal sealed class Faults(Func<string, int, Fault> rule)
{
    private int _calls;

    /// <summary>What a slow call waits for.</summary>
    public Func<CancellationToken, Task> Delay { get; init; } = token => Task.Delay(TimeSpan.FromMilliseconds(20), token);

    /// <summary>Calls so far.</summary>
    public int Calls => _calls;

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

    public Fault Next(string operation) => rule(operation, Interlocked.Increment(ref _calls));

    public async Task<T> AroundAsync<T>(string operation, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        var fault = Next(operation);
        if (fault == Fault.Before) throw new InjectedFaultException(operation, fault);
        if (fault == Fault.Slow) await Delay(cancellationToken);
        var result = await work();
        return fault == Fault.After ? throw new InjectedFaultException(operation, fault) : result;
    }
}

internal sealed class InjectedFaultException(string operation, Fault fault) : IOException($"{operation}: {fault}");
