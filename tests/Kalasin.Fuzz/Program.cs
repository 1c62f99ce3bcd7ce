using System.Diagnostics;
using System.Globalization;
using Kalasin.Evaluation.Tests.Intake;
using Kalasin.Fuzz;

// Spoilt files of every format until the time is over or there are enough of them; each that has no proper answer is kept in the folder fuzz.
// DOTNET_GCHeapHardLimit=0x12C00000 holds all of it within 300 MB.
var asked = args.Chunk(2).Where(a => a.Length == 2).ToDictionary(a => a[0], a => int.Parse(a[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
var (seed, seconds, most) = (asked.GetValueOrDefault("--seed", 1), asked.GetValueOrDefault("--seconds", 60), asked.GetValueOrDefault("--files", int.MaxValue));
var (fuzz, watch, files, formats) = (new Fuzz(seed), Stopwatch.StartNew(), 0, new FormatFigures());
while (watch.Elapsed.TotalSeconds < seconds && files < most)
{
    var (name, bytes) = fuzz.Next();
    var (start, now) = (Environment.CpuUsage.TotalTime, watch.Elapsed);
    var fault = await Fuzz.FaultOf(name, bytes);
    files++;
    formats.Add(name, $"{seed}-{files}-{name}", Environment.CpuUsage.TotalTime - start, watch.Elapsed - now, fault is not null);
    if (files % 10_000 == 0) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{files} files, {watch.Elapsed.TotalSeconds:0} s"));
    if (fault is null) continue;
    Directory.CreateDirectory("fuzz");
    await File.WriteAllBytesAsync(Path.Combine("fuzz", $"{seed}-{files}-{name}"), bytes);
    Console.WriteLine($"{seed}-{files}-{name}: {fault}");
}
formats.Write(Console.Out);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
    $"seed {seed}: {files} files in {watch.Elapsed.TotalSeconds:0} s, {formats.Faults} without a proper answer, at most {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB of memory, {GC.GetTotalAllocatedBytes() >> 20} MB allocated within a heap of at most {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 20} MB"));
return formats.Faults == 0 ? 0 : 1;
