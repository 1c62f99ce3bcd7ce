using Kalasin.Evaluation;
using System.Security.Cryptography;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Samples;
using Microsoft.Extensions.DependencyInjection;

namespace Kalasin.Functions.Tests;

public sealed class VerifyLogCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Settings Settings => new() { DataFolder = Path.Combine(_folder.Path, "data"), Addresses = ["http://127.0.0.1:0"] };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Verify_SoundAndTamperedFolder_TellsThemApart()
    {
        await using (await PlayAsync()) { }
        var (sound, told) = await VerifyAsync(Settings);
        Assert.Equal(CommandLine.Done, sound);
        Assert.Contains("46-dla-2567: ", told, StringComparison.Ordinal);

        var largest = new DirectoryInfo(Settings.DataFolder).EnumerateFiles("*", SearchOption.AllDirectories)
            .Where(f => f.DirectoryName!.Contains("vault", StringComparison.Ordinal)).MaxBy(f => f.Length)!;
        largest.IsReadOnly = false;
        await File.WriteAllTextAsync(largest.FullName, "changed", Token);
        var (tampered, why) = await VerifyAsync(Settings);
        Assert.Equal(CommandLine.Failed, tampered);
        Assert.Contains("KAL7016", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_FolderOfARunningStoppedOrKilledProgram_ReadToTheEndAndLeftAsItIs()
    {
        var killed = Settings with { DataFolder = Path.Combine(_folder.Path, "killed") };
        string head;
        await using (var app = await PlayAsync())
        {
            head = (await app.Services.GetRequiredService<RoundLog>().LoadAsync(RoundId.Parse("46-dla-2567"), Token)).Head.ToString();
            Assert.NotEqual(0, new FileInfo(Path.Combine(Settings.DataFolder, "log.db-wal")).Length);
            var (running, beside) = await VerifyAsync(Settings, head);
            Assert.Equal((CommandLine.Done, true), (running, beside.Contains(head, StringComparison.Ordinal)));
            foreach (var file in Directory.EnumerateFiles(Settings.DataFolder, "*", SearchOption.AllDirectories).Where(
                f => Path.GetFileName(f) is not ("log.db-shm" or "lock")))
            {
                var copy = Path.Combine(killed.DataFolder, Path.GetRelativePath(Settings.DataFolder, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
            await File.WriteAllTextAsync(Path.Combine(killed.DataFolder, "lock"), "", Token); // held by nobody any more
        }
        foreach (var settings in (Settings[])[Settings, killed])
        {
            var before = Contents(settings.DataFolder);
            var (code, told) = await VerifyAsync(settings, head);
            Assert.Equal((CommandLine.Done, true), (code, told.Contains(head, StringComparison.Ordinal)));
            Assert.Equal(before, Contents(settings.DataFolder));
        }
        Assert.Empty(Directory.EnumerateDirectories(_folder.Path, "*-heads"));
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

    [Theory]
    [InlineData("0123456789abcde")]
    [InlineData("0123456789abcdeg")]
    [InlineData("")]
    public async Task Verify_HeadThatIsNone_SaysWhatOneIs(string head)
    {
        Directory.CreateDirectory(Settings.DataFolder);
        using var error = new StringWriter();
        Assert.Equal(CommandLine.Failed, await CommandLine.RunAsync(["verify-log", "--data", Settings.DataFolder, "--head", head], TextWriter.Null, error));
        Assert.Contains("hexadecimal digits", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_FolderWithoutALog_SaysSoAndMakesNone()
    {
        Directory.CreateDirectory(Settings.DataFolder);
        var (code, told) = await VerifyAsync(Settings);
        Assert.Equal(CommandLine.Failed, code);
        Assert.Contains("KAL7007", told, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Settings.DataFolder));
    }

    private async Task<Microsoft.AspNetCore.Builder.WebApplication> PlayAsync()
    {
        var script = await SampleRound.ReadScriptAsync(Token);
        var app = Service.Build(Settings);
        await app.Services.GetRequiredService<SampleRound>().PlayAsync(script with { Deliveries = [.. script.Deliveries.Take(2)], Decisions = [], Season = null }, (_, _) => { }, Token);
        return app;
    }

    private static async Task<(int Code, string Told)> VerifyAsync(Settings settings, params string[] heads)
    {
        using var told = new StringWriter();
        return (await VerifyLogCommand.RunAsync(settings, heads, told, told, Token), told.ToString());
    }

    /// <summary>Every file with its hash and its time.</summary>
    private static List<string> Contents(string folder) =>
    [
        .. new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).OrderBy(f => f.FullName, StringComparer.Ordinal)
            .Select(f => $"{f.FullName} {f.LastWriteTimeUtc:O} {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(f.FullName)))}"),
    ];
}
