using System.Diagnostics;

namespace Kalasin.Benchmarks;

/// <summary>What an operation takes once warm: the wall clock of single runs, and what one run allocates over all threads.</summary>
/// <param name="Median">Milliseconds.</param>
/// <param name="Least">Milliseconds of the quickest run: the figure that a busy machine disturbs least.</param>
/// <param name="Processor">Milliseconds of processor time of one run, all threads together, background compiler and collector included; 0 where not measured.</param>
/// <param name="Allocated">Bytes of one run; 0 where not measured.</param>
internal sealed record Timing(double Median, double Least, double Processor = 0, long Allocated = 0)
{
    // Runs enough that the runtime has compiled the hot paths for good, which it does in the background.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1.2), Measured = TimeSpan.FromSeconds(1);

    private const int FewestRuns = 15, MostRuns = 2_000;

    /// <summary>Warms an operation up and measures it.</summary>
    /// <param name="operation">Gives a result, so that its work can't be left out.</param>
    public static Timing Of(Func<object?> operation)
    {
        var watch = Stopwatch.StartNew();
        for (var run = 0; run < FewestRuns || watch.Elapsed < WarmUp; run++) GC.KeepAlive(operation());
        Thread.Sleep(100); // lets the background compiler finish
        GC.Collect();
        GC.WaitForPendingFinalizers();

        var times = new List<double>();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var processor = Environment.CpuUsage.TotalTime;
        watch.Restart();
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

    /// <summary>Figures of runs measured elsewhere, in milliseconds.</summary>
    public static Timing Of(IReadOnlyCollection<double> times) => new(times.Order().ElementAt(times.Count / 2), times.Min());
}
