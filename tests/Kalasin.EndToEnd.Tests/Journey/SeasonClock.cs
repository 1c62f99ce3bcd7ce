using System.Globalization;

namespace Kalasin.EndToEnd.Tests.Journey;

/// <summary>
/// The date at which programs live that are started with <see cref="Variables"/>, by libfaketime and without their knowledge. What is now moves when it is
/// told to, and runs on from there; durations stay those of the machine. The library is the one for programs with threads: in the other a thread may see
/// the machine's date while a second one reads the file.
/// </summary>
internal sealed class SeasonClock
{
    private static readonly TimeSpan Bangkok = TimeSpan.FromHours(7);

    private readonly string _file;
    private readonly string _library;
    private TimeSpan _ahead;

    private SeasonClock(string file, string library) => (_file, _library) = (file, library);

    public DateTimeOffset Now => (TimeProvider.System.GetUtcNow() + _ahead).ToOffset(Bangkok);

    /// <summary>For the environment of a program.</summary>
    public IEnumerable<(string Name, string Value)> Variables =>
    [
        ("LD_PRELOAD", _library), ("FAKETIME_TIMESTAMP_FILE", _file), ("FAKETIME_NO_CACHE", "1"), ("FAKETIME_DONT_FAKE_MONOTONIC", "1"), ("NO_FAKE_STAT", "1"),
    ];

    /// <summary>Where the library is missing the test is skipped by name, or fails when CI is set.</summary>
    public static SeasonClock Set(string file, DateOnly day, TimeOnly time)
    {
        ExternalTool.Require("faketime");
        var library = Directory.EnumerateDirectories("/usr/lib").Select(folder => Path.Combine(folder, "faketime", "libfaketimeMT.so.1")).FirstOrDefault(File.Exists);
        if (library is null) ExternalTool.Miss("libfaketime is not where Debian puts it.");
        var clock = new SeasonClock(file, library);
        clock.Move(day, time);
        return clock;
    }

    public void Move(DateOnly day, TimeOnly time)
    {
        var ahead = Math.Floor((new DateTimeOffset(day, time, Bangkok) - TimeProvider.System.GetUtcNow()).TotalSeconds);
        File.WriteAllText($"{_file}.new", string.Create(CultureInfo.InvariantCulture, $"{ahead:+0;-0}\n"));
        File.Move($"{_file}.new", _file, overwrite: true); // read at every look, so never half of it
        _ahead = TimeSpan.FromSeconds(ahead);
    }
}
