using Kalasin.Functions.Samples;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Storage.Local;
using Kalasin.Functions.Ticks;
using Microsoft.Extensions.DependencyInjection;

namespace Kalasin.Functions.Tests;

public sealed class BackupCommandTests : IDisposable
{
    private static readonly StreamId Round = StreamId.Of("round", "46-dla-2567");
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Live => Path.Combine(_folder.Path, "live");

    private string Backup => Path.Combine(_folder.Path, "backup");

    private string Restored => Path.Combine(_folder.Path, "restored");

    public void Dispose() => _folder.Dispose();

    /// <summary>The steps of infra/README.md, "Bring back from the backup", with folders in the place of accounts.</summary>
    [Fact]
    public async Task ThereAndBack_IsWhatVerifyLogAccepts_HeadsIncluded()
    {
        await PlayAsync(Live);
        var (code, told, error) = await RunAsync("backup", Backup, "--data", Live);
        Assert.Equal((CommandLine.Done, ""), (code, error));
        Assert.Contains("round/46-dla-2567: ", told, StringComparison.Ordinal);
        Assert.Contains("+1 ลายนิ้วมือ / heads", told, StringComparison.Ordinal);
        // Both folders of this test lie on one disk, which keeps nobody from backing up.
        Assert.Contains("KAL7719", told, StringComparison.Ordinal);
        Assert.Contains(
            $"ข้อมูลสำรองที่ {Path.Combine(Backup, "kalasin-data")} อยู่ในไดรฟ์เดียวกับข้อมูล หากไดรฟ์เสียหายจะสูญหายไปพร้อมกัน โปรดสำรองไปยังไดรฟ์อื่น หรือคัดลอกโฟลเดอร์นี้ไปเก็บที่อื่นด้วย", told, StringComparison.Ordinal);
        Assert.Contains("lies on the same disk as the data, and is lost with it. Back up to another disk, or take a copy of the folder elsewhere.", told, StringComparison.Ordinal);
        (code, told, _) = await RunAsync("backup", Backup, "--data", Live);
        Assert.Equal(CommandLine.Done, code);
        Assert.Contains("(+0), +0 ไฟล์ / files, +0 ลายนิ้วมือ / heads", told, StringComparison.Ordinal);

        Assert.Equal(CommandLine.Done, (await RunAsync("restore", Backup, "--data", Restored)).Code);
        Assert.Equal(CommandLine.Done, (await RunAsync("verify-log", "--data", Restored)).Code);
        Assert.Equal(CommandLine.Done, (await RunAsync("verify-log", "--data", Path.Combine(Backup, "kalasin-data"))).Code);
        Assert.Equal(await HeadsAsync(Live), await HeadsAsync(Restored));
        Assert.Equal(SealedIn($"{Live}-heads"), SealedIn($"{Restored}-heads"));
    }

    [Fact]
    public async Task FileThatWasChanged_IsToldAndKeepsNothingElseFromBeingCopied()
    {
        await PlayAsync(Live);
        var largest = Largest(Live);
        await File.WriteAllTextAsync(largest.FullName, "changed", Token);
        var (code, _, error) = await RunAsync("backup", Backup, "--data", Live);
        Assert.Equal(CommandLine.Failed, code);
        Assert.Collection(
            error.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            copied => Assert.Contains(largest.Name, copied, StringComparison.Ordinal),
            lacking => Assert.StartsWith("46-dla-2567: KAL7017", lacking, StringComparison.Ordinal));
    }

    /// <summary>A backup that rots is found by the next run, which reads back what is there and not only what it brought.</summary>
    [Fact]
    public async Task BackupThatWasDamaged_IsToldByTheNextRun()
    {
        await PlayAsync(Live);
        Assert.Equal(CommandLine.Done, (await RunAsync("backup", Backup, "--data", Live)).Code);
        await File.WriteAllTextAsync(Largest(Backup).FullName, "changed", Token);
        var (code, _, error) = await RunAsync("backup", Backup, "--data", Live);
        Assert.Equal((CommandLine.Failed, true), (code, error.Contains("KAL7016", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Restore_IntoAnotherRound_WritesNothingAtAll()
    {
        await PlayAsync(Live);
        await using (var storage = new LocalStorage(new(Live), TimeProvider.System)) await AppendAsync(storage, StreamId.Of("framework", "a"), "only in the backup");
        Assert.Equal(CommandLine.Failed, (await RunAsync("backup", Backup, "--data", Live)).Code); // that framework is none
        await using (var storage = new LocalStorage(new(Restored), TimeProvider.System)) await AppendAsync(storage, Round, "another");
        var (code, _, error) = await RunAsync("restore", Backup, "--data", Restored);
        Assert.Equal((CommandLine.Failed, true), (code, error.Contains("KAL7715", StringComparison.Ordinal)));
        await using var after = new LocalStorage(new(Restored), TimeProvider.System);
        Assert.Equal([Round], (await after.Log.ListAsync("", null, Token)).Items);
    }

    [Fact]
    public async Task Backup_OfAFolderIntoItself_SaysSo()
    {
        var data = Path.Combine(_folder.Path, "kalasin-data");
        await PlayAsync(data);
        var (code, _, error) = await RunAsync("backup", _folder.Path, "--data", data);
        Assert.Equal((CommandLine.Failed, true), (code, error.Contains("KAL7718", StringComparison.Ordinal)));
        Assert.Equal(CommandLine.Failed, (await RunAsync("restore", _folder.Path, "--data", data)).Code);
    }

    [Theory]
    [InlineData("backup")]
    [InlineData("backup", "a", "--data", "no-such-folder")]
    [InlineData("restore")]
    [InlineData("restore", "no-such-folder")]
    public async Task NothingToCopyFrom_SaysSoAndMakesNothing(params string[] line)
    {
        var (code, _, error) = await RunAsync(line);
        Assert.Equal((CommandLine.Failed, false), (code, error.Length == 0));
        Assert.False(Directory.Exists("a") || Directory.Exists("no-such-folder"));
    }

    private static async Task PlayAsync(string folder)
    {
        var script = await SampleRound.ReadScriptAsync(Token);
        await using var app = Service.Build(new() { DataFolder = folder, Addresses = ["http://127.0.0.1:0"] });
        var two = script with { Deliveries = [.. script.Deliveries.Take(2)], Decisions = [], Season = null };
        var round = await app.Services.GetRequiredService<SampleRound>().PlayAsync(two, (_, _) => { }, Token);
        await app.Services.GetRequiredService<HeadSealing>().SealAsync(round, Token);
    }

    private static async Task AppendAsync(LocalStorage storage, StreamId stream, string text) =>
        Assert.IsType<AppendResult.Ok>(await storage.Log.AppendAsync(stream, 0, new([System.Text.Encoding.UTF8.GetBytes(text)]), Token));

    private static FileInfo Largest(string folder)
    {
        var largest = new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Where(f => f.DirectoryName!.Contains("vault", StringComparison.Ordinal)).MaxBy(f => f.Length)!;
        largest.IsReadOnly = false;
        return largest;
    }

    private static string SealedIn(string folder) => File.ReadAllText(Assert.Single(Directory.GetFiles(folder)));

    /// <summary>What verify-log tells of each stream, without where its heads were sealed.</summary>
    private static async Task<string> HeadsAsync(string folder)
    {
        using var told = new StringWriter();
        Assert.Equal(CommandLine.Done, await VerifyLogCommand.RunAsync(new Settings { DataFolder = folder }, [], told, TextWriter.Null, Token));
        return string.Join('\n', told.ToString().Split('\n').Select(line => line.Split(';')[0]));
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] line)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        return (await CommandLine.RunAsync(line, output, error), output.ToString(), error.ToString());
    }
}
