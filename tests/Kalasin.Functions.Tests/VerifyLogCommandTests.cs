using Kalasin.Functions.Rounds;
using Microsoft.Extensions.DependencyInjection;

namespace Kalasin.Functions.Tests;

public sealed class VerifyLogCommandTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Verify_SoundAndTamperedFolder_TellsThemApart()
    {
        using var folder = new TemporaryFolder();
        var settings = new Settings { DataFolder = Path.Combine(folder.Path, "data"), Addresses = ["http://127.0.0.1:0"] };
        var script = await SampleRound.ReadScriptAsync(Token);
        await using (var app = Service.Build(settings))
            await app.Services.GetRequiredService<SampleRound>().PlayAsync(script with { Deliveries = [.. script.Deliveries.Take(2)] }, (_, _) => { }, Token);

        using var sound = new StringWriter();
        Assert.Equal(CommandLine.Done, await VerifyLogCommand.RunAsync(settings, sound, TextWriter.Null, Token));
        Assert.Contains("46-dla-2567: ", sound.ToString(), StringComparison.Ordinal);

        var largest = new DirectoryInfo(settings.DataFolder).EnumerateFiles("*", SearchOption.AllDirectories).Where(f => f.DirectoryName!.Contains("vault", StringComparison.Ordinal)).MaxBy(f => f.Length)!;
        largest.IsReadOnly = false;
        await File.WriteAllTextAsync(largest.FullName, "changed", Token);
        using var error = new StringWriter();
        Assert.Equal(CommandLine.Failed, await VerifyLogCommand.RunAsync(settings, TextWriter.Null, error, Token));
        Assert.Contains("KAL7016", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("azure", "KAL7105")]
    [InlineData("s3", "KAL7101")]
    public async Task Verify_StorageThatTheSettingsDontName_SaysWhy(string storage, string code)
    {
        using var error = new StringWriter();
        Assert.Equal(CommandLine.Failed, await CommandLine.RunAsync(["verify-log", "--storage", storage], TextWriter.Null, error));
        Assert.Contains(code, error.ToString(), StringComparison.Ordinal);
    }
}
