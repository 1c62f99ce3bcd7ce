using Kalasin.EndToEnd.Tests;

[assembly: AssemblyFixture(typeof(PlayedSample))]

namespace Kalasin.EndToEnd.Tests;

/// <summary>The sample round as one first start leaves it, played once for all tests that go on from there, each on a copy of its data.</summary>
public sealed class PlayedSample : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Lazy<Task> played;

    public PlayedSample() => (played, Shared) = (new(PlayAsync), this);

    /// <summary>For another fixture, to which none is given.</summary>
    internal static PlayedSample? Shared { get; private set; }

    /// <summary>What the start printed.</summary>
    internal string Output { get; private set; } = "";

    /// <summary>The most memory that it held, as Linux counts it.</summary>
    internal string PeakMemory { get; private set; } = "";

    /// <summary>The head of the round's log, and its scorecard.</summary>
    internal (string Head, string Card) State { get; private set; }

    /// <summary>The data folder.</summary>
    internal string Data => Path.Combine(folder.Path, "kalasin-data", "sample");

    /// <summary>Waits until it is played; whoever comes first plays it.</summary>
    internal Task PlayedAsync() => played.Value;

    /// <summary>A copy of the data, as if it had been played there.</summary>
    /// <param name="data">What <c>--data</c> will name.</param>
    internal async Task CopyAsync(string data)
    {
        await PlayedAsync();
        var target = Path.Combine(data, "sample");
        foreach (var file in Directory.EnumerateFiles(Data, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(Data, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public void Dispose() => folder.Dispose();

    private async Task PlayAsync()
    {
        await using var program = SampleProgram.Start(folder);
        await program.ReadyAsync();
        (Output, PeakMemory, State) = (program.Output, program.PeakMemory(), await SampleProgramTests.StateAsync(program));
    }
}
