using System.Diagnostics;
using System.Globalization;
using Kalasin.Evaluation.Tests.Intake;

// Spoilt files of every format until the time is over or there are enough of them; each that has no proper answer is kept in the folder fuzz.
var asked = args.Chunk(2).Where(a => a.Length == 2).ToDictionary(a => a[0], a => int.Parse(a[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
var (seed, seconds, most) = (asked.GetValueOrDefault("--seed", 1), asked.GetValueOrDefault("--seconds", 60), asked.GetValueOrDefault("--files", int.MaxValue));
var (fuzz, watch, files, faults, longest) = (new Fuzz(seed), Stopwatch.StartNew(), 0, 0, TimeSpan.Zero);
while (watch.Elapsed.TotalSeconds < seconds && files < most)
{
    var (name, bytes) = fuzz.Next();
    var start = Environment.CpuUsage.TotalTime;
    var fault = await Fuzz.FaultOf(name, bytes);
    files++;
    if (files % 10_000 == 0) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{files} files, {watch.Elapsed.TotalSeconds:0} s"));
    if (Environment.CpuUsage.TotalTime - start > longest)
    {
        longest = Environment.CpuUsage.TotalTime - start;
        if (longest.TotalMilliseconds > 500) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seed}-{files}-{name}: {longest.TotalMilliseconds:0} ms"));
    }
    if (fault is null) continue;
    faults++;
    Directory.CreateDirectory("fuzz");
    await File.WriteAllBytesAsync(Path.Combine("fuzz", $"{seed}-{files}-{name}"), bytes);
    Console.WriteLine($"{seed}-{files}-{name}: {fault}");
}
Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
    $"seed {seed}: {files} files in {watch.Elapsed.TotalSeconds:0} s, {faults} without a proper answer, the longest took {longest.TotalMilliseconds:0} ms of a processor, at most {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB"));
return faults == 0 ? 0 : 1;
