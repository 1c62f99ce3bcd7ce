using System.Diagnostics;
using System.Runtime;

namespace Kalasin.Benchmarks;

/// <summary>What an operation takes once warm: the wall clock of single runs, and what one run allocates over all threads.</summary>
/// <param name="Median">Milliseconds.</param>
/// <param name="Least">Milliseconds of the quickest run: the figure that a busy machine disturbs least.</param>
/// <param name="Processor">
/// Milliseconds of processor time of one run, all threads together, background compiler and collector included; 0 where not measured.
/// </param>
/// <param name="Allocated">Bytes of one run; 0 where not measured.</param>
internal sealed record Timing(double Median, double Least, double Processor = 0, long Allocated = 0)
{
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(1), Still = TimeSpan.FromSeconds(1), MostWarmUp = TimeSpan.FromSeconds(20);

    private const int FewestRuns = 15, FewestLongRuns = 2, MostRuns = 2_000;

    /// <summary>Warms an operation up and measures it.</summary>
    /// <param name="operation">Gives a result, so that its work can't be left out.</param>
    public static Timing Of(Func<object?> operation)
    {
        WarmUp(operation);
        GC.Collect();
        GC.WaitForPendingFinalizers();

        var times = new List<double>();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var processor = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        while (times.Count < FewestRuns || (watch.Elapsed < Measured && times.Count < MostRuns))
        {
            var start = Stopwatch.GetTimestamp();
            GC.KeepAlive(operation());
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        processor = Environment.CpuUsage.TotalTime - processor;
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        return Of(times) with { Processor = processor.TotalMilliseconds / times.Count, Allocated = allocated / times.Count };
    }

    /// <summary>
    /// Warms operations that take long up and measures them, one run of each in turn. Median and least are of processor time,
    /// which a machine that is busy with other things disturbs least.
    /// </summary>
    public static IReadOnlyList<Timing> InTurn(int rounds, IReadOnlyList<Func<object?>> operations)
    {
        var times = operations.Select(_ => new List<double>()).ToList();
        var allocated = new long[operations.Count];
        foreach (var operation in operations) WarmUp(operation, FewestLongRuns);
        for (var round = 0; round < rounds; round++)
            for (var i = 0; i < operations.Count; i++)
            {
                GC.Collect();
                var (before, processor) = (GC.GetTotalAllocatedBytes(precise: true), Environment.CpuUsage.TotalTime);
                GC.KeepAlive(operations[i]());
                times[i].Add((Environment.CpuUsage.TotalTime - processor).TotalMilliseconds);
                allocated[i] = GC.GetTotalAllocatedBytes(precise: true) - before;
            }
        return [.. times.Select((t, i) => Of(t) with { Processor = t.Min(), Allocated = allocated[i] })];
    }

    /// <summary>Runs until the runtime has compiled nothing for a second: it compiles the hot paths anew in the background, again and again.</summary>
    private static void WarmUp(Func<object?> operation, int fewest = FewestRuns)
    {
        var (watch, sinceLast, compiled) = (Stopwatch.StartNew(), Stopwatch.StartNew(), JitInfo.GetCompiledMethodCount());
        for (var run = 0; run < fewest || (sinceLast.Elapsed < Still && watch.Elapsed < MostWarmUp); run++)
        {
            GC.KeepAlive(operation());
            if (JitInfo.GetCompiledMethodCount() == compiled) continue;
            compiled = JitInfo.GetCompiledMethodCount();
            sinceLast.Restart();
        }
    }

    /// <summary>Figures of runs measured elsewhere, in milliseconds.</summary>
    public static Timing Of(IReadOnlyCollection<double> times) => new(times.Order().ElementAt(times.Count / 2), times.Min());
}
