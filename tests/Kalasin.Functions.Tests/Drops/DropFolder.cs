using System.Text.Json;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Drops;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Storage.Local;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Kalasin.Functions.Tests.Drops;

/// <summary>A running service with an open round, and the folder that things are dropped into, on a clock that stands on 10 May 2567 until it is moved.</summary>
internal sealed class DropFolder : IAsyncDisposable
{
    public const string Round = "46-dla-2567";

    private DropFolder(RunningService service, FakeTimeProvider clock) => (Service, Clock) = (service, clock);

    public RunningService Service { get; }

    public FakeTimeProvider Clock { get; }

    public DropService Drops => Service.Services.GetRequiredService<DropService>();

    public DropScan Scan => Service.Services.GetRequiredService<DropScan>();

    public RoundLog Log => Service.Services.GetRequiredService<RoundLog>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <param name="change">Settings other than the usual.</param>
    /// <param name="wrap">Puts something between the service and the folder.</param>
    /// <param name="pump">Whether the local pump runs.</param>
    /// <param name="open">Whether the round is open.</param>
    public static async Task<DropFolder> StartAsync(Func<Settings, Settings>? change = null, Func<IDrops, IDrops>? wrap = null, bool pump = false, bool open = true)
    {
        var clock = new FakeTimeProvider(new(2024, 5, 10, 10, 0, 0, TimeSpan.FromHours(7)));
        var service = await RunningService.StartAsync(change, build: builder => Use(builder, clock, wrap), pump: pump);
        var folder = new DropFolder(service, clock);
        if (open) await folder.OpenAsync(Round);
        return folder;
    }

    public async Task OpenAsync(string round)
    {
        var outcome = await Service.Services.GetRequiredService<RoundService>().OpenAsync(RoundId.Parse(round), Actor.Local, Token);
        Assert.IsType<Accept>(outcome?.Decision);
    }

    public string PathOf(string drop) => Path.Combine(Service.DataFolder, "drop", drop);

    public async Task DropAsync(string path, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        await File.WriteAllBytesAsync(PathOf(path), content, Token);
    }

    public bool IsThere(string drop) => File.Exists(PathOf(drop));

    /// <summary>Looks, waits until what lies there counts as whole, and looks again.</summary>
    /// <returns>How many were accepted.</returns>
    public async Task<int> ScanAsync()
    {
        var accepted = await Scan.RunAsync(Token);
        Clock.Advance(FolderDrops.Stillness);
        return accepted + await Scan.RunAsync(Token);
    }

    /// <summary>Looks as a process that has just started: nobody remembers what was read.</summary>
    public Task<int> ScanAfterRestartAsync()
    {
        var memory = new WaitingDrops();
        return ActivatorUtilities.CreateInstance<DropScan>(Service.Services, ActivatorUtilities.CreateInstance<DropService>(Service.Services, memory), memory).RunAsync(Token);
    }

    /// <summary>The one drop that lies there, as a message would name it.</summary>
    public async Task<Drop> FindAsync()
    {
        await foreach (var _ in Service.Storage.Drops.ListAsync(Token)) { }
        Clock.Advance(FolderDrops.Stillness);
        var drops = new List<Drop>();
        await foreach (var drop in Service.Storage.Drops.ListAsync(Token)) drops.Add(drop);
        return Assert.Single(drops);
    }

    public Task<RoundState> StateAsync() => Log.LoadAsync(RoundId.Parse(Round), Token);

    public async Task<JsonElement> AnswerAsync(string drop) => JsonDocument.Parse(await File.ReadAllBytesAsync(AnswerPath(drop, "answer.json"), Token)).RootElement;

    public string AnswerPath(string drop, string name) => Path.Combine(Service.DataFolder, "answers", drop, name);

    public string[] AnswersOf(string drop) =>
        Directory.Exists(AnswerPath(drop, "")) ? [.. Directory.EnumerateFiles(AnswerPath(drop, "")).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)] : [];

    /// <summary>Codes of all that the health answer asks somebody to do something about.</summary>
    public async Task<string> HealthAsync()
    {
        var health = await RunningService.JsonAsync(await Service.Client.GetAsync(new Uri("/api/health", UriKind.Relative), Token), System.Net.HttpStatusCode.OK);
        return string.Join(' ', health.GetProperty("findings").EnumerateArray().Where(f => f.GetProperty("severity").GetString() != "information").Select(f => f.GetProperty("code").GetString()));
    }

    public ValueTask DisposeAsync() => Service.DisposeAsync();

    private static void Use(WebApplicationBuilder builder, TimeProvider clock, Func<IDrops, IDrops>? wrap)
    {
        builder.Services.AddSingleton(clock);
        if (wrap is not null) builder.Services.AddSingleton(services => wrap(services.GetRequiredService<IStorage>().Drops));
    }
}
