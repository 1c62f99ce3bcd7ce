using System.Globalization;

namespace Kalasin.Fuzz;

/// <summary>What was done of each format: how many files, how many without a proper answer, and the one that took longest. Several may add to it at a time.</summary>
internal sealed class FormatFigures
{
    private readonly SortedDictionary<string, Figures> _formats = new(StringComparer.Ordinal);

    /// <summary>Files of all formats.</summary>
    public int Files { get; private set; }

    /// <summary>Those without a proper answer.</summary>
    public int Faults { get; private set; }

    /// <param name="name">Whose ending names the format.</param>
    /// <param name="spoilt">What the spoilt file is called.</param>
    /// <param name="processor">What it took of a processor.</param>
    /// <param name="clock">What it took by the clock.</param>
    /// <param name="isFault">Whether it had no proper answer.</param>
    /// <returns>How many files there are.</returns>
    public int Add(string name, string spoilt, TimeSpan processor, TimeSpan clock, bool isFault)
    {
        var format = Path.GetExtension(name).TrimStart('.').ToLowerInvariant();
        lock (_formats)
        {
            var known = _formats.GetValueOrDefault(format);
            _formats[format] = new(
                known.Files + 1, known.Faults + (isFault ? 1 : 0), known.Processor + processor, processor > known.Longest ? processor : known.Longest,
                processor > known.Longest ? spoilt : known.Slowest, clock > known.Clock ? clock : known.Clock);
            Faults += isFault ? 1 : 0;
            return ++Files;
        }
    }

    public void Write(TextWriter to)
    {
        to.WriteLine("format      files  faults  mean ms  longest ms  by the clock  slowest file");
        foreach (var (format, f) in _formats)
            to.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{format,-8} {f.Files,8} {f.Faults,7} {f.Processor.TotalMilliseconds / f.Files,8:0.00} {f.Longest.TotalMilliseconds,11:0} {f.Clock.TotalMilliseconds,13:0}  {f.Slowest}"));
    }

    private readonly record struct Figures(int Files, int Faults, TimeSpan Processor, TimeSpan Longest, string? Slowest, TimeSpan Clock);
}
