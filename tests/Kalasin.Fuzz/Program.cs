using System.Diagnostics;
using System.Globalization;
using Kalasin.Evaluation.Tests.Intake;
using Kalasin.Fuzz;

// Spoilt files of every format until the time is over or there are enough of them; each that has no proper answer is kept in the folder fuzz.
// A file is named by the seed and its number, from which it is made again: --seed 1 --from 4711 --files 1.
var asked = args.Chunk(2).Where(a => a.Length == 2).ToDictionary(a => a[0], a => int.Parse(a[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
var (seed, first, most) = (asked.GetValueOrDefault("--seed", 1), asked.GetValueOrDefault("--from", 0), asked.GetValueOrDefault("--files", int.MaxValue));
var (seconds, workers) = (asked.GetValueOrDefault("--seconds", int.MaxValue), asked.GetValueOrDefault("--workers", 1));
if (!asked.ContainsKey("--seconds") && !asked.ContainsKey("--files")) seconds = 60;
var (fuzz, watch, formats, begun) = (new Fuzz(seed), Stopwatch.StartNew(), new FormatFigures(), -1);

await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(WorkAsync)));
formats.Write(Console.Out);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
    $"seed {seed}: {formats.Files} files in {watch.Elapsed.TotalSeconds:0} s by {workers} at a time, {Environment.CpuUsage.TotalTime.TotalSeconds:0} s of a processor, {formats.Faults} without a proper answer, at most {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB of memory, {GC.GetTotalAllocatedBytes() >> 20} MB allocated within a heap of at most {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 20} MB"));
return formats.Faults == 0 ? 0 : 1;

async Task WorkAsync()
{
    for (int taken; watch.Elapsed.TotalSeconds < seconds && (taken = Interlocked.Increment(ref begun)) < most;)
    {
        var (name, bytes) = await fuzz.FileAsync(first + taken);
        var (start, now) = (ThreadTime.Now, watch.Elapsed);
        var fault = await Fuzz.FaultOf(name, bytes);
        var spoilt = $"{seed}-{first + taken}-{name}";
        var files = formats.Add(name, spoilt, ThreadTime.Now - start, watch.Elapsed - now, fault is not null);
        if (files % 10_000 == 0) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{files} files, {watch.Elapsed.TotalSeconds:0} s, {formats.Faults} without a proper answer, {GC.GetTotalMemory(forceFullCollection: true) >> 10} KB held"));
        if (fault is null) continue;
        Directory.CreateDirectory("fuzz");
        await File.WriteAllBytesAsync(Path.Combine("fuzz", spoilt), bytes);
        Console.WriteLine($"{spoilt}: {fault}");
    }
}
