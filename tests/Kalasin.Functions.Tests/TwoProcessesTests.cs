using System.Diagnostics;
using Kalasin.Evaluation.Tests;

namespace Kalasin.Functions.Tests;

/// <summary>Each process orders its hash tables in another way: what shows such an order differs between two, and never within one.</summary>
public sealed class TwoProcessesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SameFiles_GiveTheSameWordsAndBytes()
    {
        using var folder = new TemporaryFolder();
        var samples = Directory.GetDirectories(RepositoryFile.At("samples", "46-dla-2567")).Order(StringComparer.Ordinal).ToList();
        Assert.True(samples.Count > 20); // of two units every other process would have the same order
        var first = await RunAsync(folder.Path, ["evaluate", .. samples, "--out", folder.Path]);
        Assert.Equal(3, first.Count);
        Assert.Equal(first, await RunAsync(folder.Path, ["evaluate", .. samples, "--out", folder.Path]));
    }

    /// <returns>What the program said, and the files it wrote.</returns>
    private static async Task<List<byte[]>> RunAsync(string folder, string[] words)
    {
        using var process = Process.Start(EntryPoint.With([EntryPoint.ProgramMode, .. words]))!;
        var said = await process.StandardOutput.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);
        Assert.Equal(CommandLine.Done, process.ExitCode);
        var written = Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(File.ReadAllBytes);
        return [System.Text.Encoding.UTF8.GetBytes(said), .. written];
    }
}
