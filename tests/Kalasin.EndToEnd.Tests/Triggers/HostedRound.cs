using Kalasin.EndToEnd.Tests.Hosting;
using Kalasin.EndToEnd.Tests.Infra;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage.Local;
using Kalasin.Functions.Tests.Rounds;
using Microsoft.Extensions.Time.Testing;

namespace Kalasin.EndToEnd.Tests.Triggers;

/// <summary>The published program under a host, on a folder of its own, with the round open.</summary>
internal sealed class HostedRound : IAsyncDisposable
{
    public const string Round = "46-dla-2567";
    public const string Api = $"/api/rounds/{Round}";

    /// <summary>A message by which the program looks through the drop: a rename names no tag.</summary>
    public const string Renamed = """{"type":"Microsoft.Storage.BlobRenamed","specversion":"1.0"}""";

    private readonly TemporaryFolder folder;

    private HostedRound(TemporaryFolder folder, FunctionsHost host) => (this.folder, Host) = (folder, host);

    public FunctionsHost Host { get; private set; }

    public string Data => folder.File("data");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<HostedRound> StartAsync(PublishedProgram published, params (string Name, string Value)[] environment)
    {
        var own = new TemporaryFolder();
        var round = new HostedRound(own, await FunctionsHost.StartAsync(published, own, environment));
        using var opened = await round.Host.ProxyAsync(HttpMethod.Put, Api);
        Assert.Equal(201, (int)opened.StatusCode);
        return round;
    }

    /// <summary>Another host with the same data, after this one has gone.</summary>
    public async Task StartAgainAsync(PublishedProgram published)
    {
        await Host.DisposeAsync();
        Host = await FunctionsHost.StartAsync(published, folder);
    }

    public static string DropOf(string unit) => $"{Round}/{unit}/แบบรายงาน {unit}.xlsx";

    /// <summary>Drops a unit's workbook.</summary>
    public async Task DropAsync(string unit)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(unit))!);
        await File.WriteAllBytesAsync(PathOf(unit), SampleFiles.WorkbookOf(unit).Bytes, Token);
    }

    public bool Lies(string unit) => File.Exists(PathOf(unit));

    /// <summary>Lets the program see what lies there, and so much time pass that it counts as whole.</summary>
    /// <returns>The tag of each drop, by its path.</returns>
    public async Task<IReadOnlyDictionary<string, string>> SettleAsync()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var drops = new FolderDrops(new(Data), clock);
        await foreach (var _ in drops.ListAsync(Token)) { }
        clock.Advance(FolderDrops.Stillness);
        await Host.QueueAsync("DropQueue", Renamed);
        await Task.Delay(FolderDrops.Stillness, Token);
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var drop in drops.ListAsync(Token)) tags[drop.Path.Value] = drop.Tag;
        return tags;
    }

    /// <summary>The round as its log has it.</summary>
    public async Task<RoundState> StateAsync()
    {
        await using var storage = new LocalStorage(new(Data), TimeProvider.System);
        return await new RoundLog(storage.Log, storage.Vaults, TimeProvider.System).LoadAsync(RoundId.Parse(Round), Token);
    }

    /// <summary>The codes that health shows.</summary>
    public async Task<string> HealthAsync() =>
        string.Join(' ', (await Host.GetAsync("/api/health")).GetProperty("findings").EnumerateArray()
            .Where(f => f.GetProperty("severity").GetString() != "information").Select(f => f.GetProperty("code").GetString()));

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        folder.Dispose();
    }

    private string PathOf(string unit) => Path.Combine(Data, "drop", DropOf(unit));
}
