using System.Globalization;
using System.Runtime.InteropServices;

namespace Kalasin.Benchmarks;

/// <summary>The figures of one run as a table that is readable on a terminal and in Markdown.</summary>
internal sealed class FigureTable(TextWriter output)
{
    private static readonly string[] Columns = ["what", "median", "least", "processor", "allocated", "against", "ratio"];
    private static readonly int[] Widths = [52, 8, 8, 9, 9, 22, 5];

    public void Start()
    {
        output.WriteLine(
            $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}, "
            + $"{Environment.ProcessorCount} cores");
        output.WriteLine();
        Write(Columns);
        // Markdown: a colon at the end aligns a column to the right.
        Write([.. Widths.Select((w, i) => new string('-', i is 0 or 5 ? w : w - 1) + (i is 0 or 5 ? "" : ":"))]);
    }

    /// <summary>An operation and the time that it may take at most; the ratio is of the median.</summary>
    public void Limit(string what, Timing timing, double limit) => Write(what, timing, $"limit {Figure(limit)} ms", timing.Median / limit);

    /// <summary>An operation and the same work done by another; under 1 we are quicker. The ratio is of the medians.</summary>
    public void Rival(string what, Timing timing, string rival, Timing theirs) => Write(what, timing, rival, timing.Median / theirs.Median);

    /// <summary>An operation with nothing to hold it against.</summary>
    public void Plain(string what, Timing timing, string note = "") => Write(what, timing, note, null);

    /// <summary>A figure that is no time.</summary>
    public void Size(string what, double megabytes, double limit) =>
        Write([what, $"{Figure(megabytes)} MB", "", "", "", $"limit {Figure(limit)} MB", Ratio(megabytes / limit)]);

    /// <summary>Bytes that travel.</summary>
    public void Weight(string what, int bytes, int limit) =>
        Write([what, $"{Figure(bytes / 1e3)} kB", "", "", "", $"limit {Figure(limit / 1e3)} kB", Ratio(bytes / (double)limit)]);

    /// <summary>Memory held at a moment, beside what was held at an earlier one.</summary>
    public void Plain(string what, double megabytes, double? ratio) =>
        Write([what, $"{Figure(megabytes)} MB", "", "", "", ratio is null ? "" : "after 2 minutes", ratio is { } r ? Ratio(r) : ""]);

    /// <summary>Requests a second beside what the machine can do at most; the ratio is ours to that.</summary>
    public void Rate(string what, Rate ours, string against, Rate most) =>
        Write([what, $"{Figure(ours.PerSecond)} /s", "", $"{Figure(ours.Processor)} ms", "", $"{Figure(most.PerSecond)} /s {against}",
            Ratio(ours.PerSecond / most.PerSecond)]);

    /// <summary>What is found of what was marked by hand, beside what another finds; the ratio is of what is bad.</summary>
    public void Found(string what, Judged ours, string rival, Judged theirs) =>
        Write([what, ours.Share, "", "", $"{ours.Bad} bad", $"{rival}: {theirs.Share}, {theirs.Bad} bad", Ratio(ours.Bad / (double)theirs.Bad)]);

    private void Write(string what, Timing timing, string against, double? ratio) => Write(
    [
        what, $"{Figure(timing.Median)} ms", $"{Figure(timing.Least)} ms",
        timing.Processor == 0 ? "" : $"{Figure(timing.Processor)} ms", Bytes(timing.Allocated),
        against, ratio is { } r ? Ratio(r) : "",
    ]);

    private void Write(string[] cells) =>
        output.WriteLine($"| {string.Join(" | ", cells.Select((c, i) => i is 0 or 5 ? c.PadRight(Widths[i]) : c.PadLeft(Widths[i])))} |");

    private static string Ratio(double ratio) => ratio.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Figure(double value) => value.ToString(value >= 100 ? "0" : value >= 10 ? "0.0" : "0.00", CultureInfo.InvariantCulture);

    private static string Bytes(long bytes) => bytes == 0 ? "" : bytes < 1_000_000 ? $"{bytes / 1000.0:0} KB" : $"{bytes / 1_000_000.0:0.0} MB";
}

/// <summary>How much of what was marked by hand is found.</summary>
/// <param name="Asked">Number of marked places.</param>
/// <param name="Found">How many of them were found.</param>
/// <param name="Bad">Places found where none may be.</param>
internal sealed record Judged(int Asked, int Found, int Bad)
{
    public string Share => (100.0 * Found / Asked).ToString("0.00", CultureInfo.InvariantCulture) + " %";
}
