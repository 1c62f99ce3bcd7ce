using System.Globalization;

namespace Kalasin.EndToEnd.Tests.Journey;

/// <summary>
/// The date at which programs live that are started with <see cref="Variables"/>, by libfaketime and without their knowledge. What is now moves when it is
/// told to, and runs on from there; durations stay those of the machine. The library is the one for programs with threads: in the other a thread may see
/// the machine's date while a second one reads the file. The file is read once a second at most: read at every look, it would cost a program more than
/// its work.
/// </summary>
internal sealed class SeasonClock
{
    private static readonly TimeSpan Bangkok = TimeSpan.FromHours(7), UntilEverybodyHasLooked = TimeSpan.FromSeconds(3);

    private readonly string _file;
    private readonly string _library;
    private TimeSpan _ahead;

    private SeasonClock(string file, string library) => (_file, _library) = (file, library);

    public DateTimeOffset Now => (TimeProvider.System.GetUtcNow() + _ahead).ToOffset(Bangkok);

    /// <summary>For the environment of a program.</summary>
    public IEnumerable<(string Name, string Value)> Variables =>
    [
        ("LD_PRELOAD", _library), ("FAKETIME_TIMESTAMP_FILE", _file), ("FAKETIME_CACHE_DURATION", "1"), ("FAKETIME_DONT_FAKE_MONOTONIC", "1"),
        ("FAKETIME_FORCE_MONOTONIC_FIX", "0"), ("NO_FAKE_STAT", "1"), // with that fix every wait of a thread ends at once, and a program that has nothing to do burns a core
    ];

    /// <summary>Where the library is missing the test is skipped by name, or fails when CI is set.</summary>
    public static SeasonClock Set(string file, DateOnly day, TimeOnly time)
    {
        ExternalTool.Require("faketime");
        var library = Directory.EnumerateDirectories("/usr/lib").Select(folder => Path.Combine(folder, "faketime", "libfaketimeMT.so.1")).FirstOrDefault(File.Exists);
        if (library is null) ExternalTool.Miss("libfaketime is not where Debian puts it.");
        var clock = new SeasonClock(file, library);
        clock.Write(day, time);
        return clock;
    }

    /// <summary>To another date, at which everybody lives from here on.</summary>
    public Task MoveAsync(DateOnly day, TimeOnly time)
    {
        Write(day, time);
        return Task.Delay(UntilEverybodyHasLooked, TestContext.Current.CancellationToken);
    }

    private void Write(DateOnly day, TimeOnly time)
    {
        var ahead = Math.Floor((new DateTimeOffset(day, time, Bangkok) - TimeProvider.System.GetUtcNow()).TotalSeconds);
        File.WriteAllText($"{_file}.new", string.Create(CultureInfo.InvariantCulture, $"{ahead:+0;-0}\n"));
        File.Move($"{_file}.new", _file, overwrite: true); // so that nobody reads half of it
        _ahead = TimeSpan.FromSeconds(ahead);
    }
}
