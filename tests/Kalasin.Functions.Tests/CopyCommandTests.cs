using Kalasin.Functions.Rounds;
using Microsoft.Extensions.DependencyInjection;

namespace Kalasin.Functions.Tests;

public sealed class CopyCommandTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The steps of infra/README.md, "Bring back from the copy", with folders in the place of accounts.</summary>
    [Fact]
    public async Task Copy_ThereAndBack_IsWhatVerifyLogAccepts()
    {
        using var folder = new TemporaryFolder();
        var (live, copy, restored) = (Path.Combine(folder.Path, "live"), Path.Combine(folder.Path, "copy"), Path.Combine(folder.Path, "restored"));
        await PlayAsync(live);

        Assert.Equal((CommandLine.Done, ""), await RunAsync("copy", "--data", live, "--to", copy));
        Assert.Equal((CommandLine.Done, ""), await RunAsync("copy", "--data", restored, "--from", copy));
        Assert.Equal((CommandLine.Done, ""), await RunAsync("verify-log", "--data", restored));
        Assert.Equal(await HeadsAsync(live), await HeadsAsync(restored));
    }

    [Fact]
    public async Task Copy_FileThatWasChanged_IsToldAndKeepsNothingElseFromBeingCopied()
    {
        using var folder = new TemporaryFolder();
        var (live, copy) = (Path.Combine(folder.Path, "live"), Path.Combine(folder.Path, "copy"));
        await PlayAsync(live);
        var largest = new DirectoryInfo(Path.Combine(live, "vault")).EnumerateFiles("*", SearchOption.AllDirectories).MaxBy(f => f.Length)!;
        largest.IsReadOnly = false;
        await File.WriteAllTextAsync(largest.FullName, "changed", Token);

        var (code, told) = await RunAsync("copy", "--data", live, "--to", copy);
        Assert.Equal(CommandLine.Failed, code);
        Assert.Contains(largest.Name, told, StringComparison.Ordinal);
        (code, told) = await RunAsync("verify-log", "--data", copy);
        Assert.Equal(CommandLine.Failed, code);
        var only = Assert.Single(told.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("46-dla-2567: KAL7017", only, StringComparison.Ordinal);
        Assert.Contains(largest.Name, only, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("copy")]
    [InlineData("copy", "--to", "a", "--from", "b")]
    [InlineData("copy", "--data", "no-such-folder", "--to", "a")]
    [InlineData("copy", "--from", "no-such-folder")]
    public async Task Copy_NothingToCopyFrom_SaysSoAndMakesNothing(params string[] line)
    {
        var (code, told) = await RunAsync(line);
        Assert.Equal(CommandLine.Failed, code);
        Assert.NotEmpty(told);
        Assert.False(Directory.Exists("a"));
    }

    private static async Task PlayAsync(string folder)
    {
        var script = await SampleRound.ReadScriptAsync(Token);
        await using var app = Service.Build(new() { DataFolder = folder, Addresses = ["http://127.0.0.1:0"] });
        var two = script with { Deliveries = [.. script.Deliveries.Take(2)] };
        await app.Services.GetRequiredService<SampleRound>().PlayAsync(two, (_, _) => { }, Token);
    }

    /// <summary>What verify-log tells of each stream, without where its heads were sealed.</summary>
    private static async Task<string> HeadsAsync(string folder)
    {
        using var told = new StringWriter();
        Assert.Equal(CommandLine.Done, await VerifyLogCommand.RunAsync(new Settings { DataFolder = folder }, [], told, TextWriter.Null, Token));
        return string.Join('\n', told.ToString().Split('\n').Select(line => line.Split(';')[0]));
    }

    private static async Task<(int Code, string Error)> RunAsync(params string[] line)
    {
        using var error = new StringWriter();
        return (await CommandLine.RunAsync(line, TextWriter.Null, error), error.ToString());
    }
}
