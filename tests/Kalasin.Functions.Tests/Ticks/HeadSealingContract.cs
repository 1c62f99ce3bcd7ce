using System.Net;
using System.Text;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Tests.Rounds;
using Kalasin.Functions.Tests.Storage;
using Kalasin.Functions.Ticks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Kalasin.Functions.Tests.Ticks;

/// <summary>
/// Somebody who may do everything to the store edits or cuts a log. The chain is in no row, so it fits whatever stands there;
/// what was promised elsewhere doesn't.
/// </summary>
public abstract class HeadSealingContract : StorageContract
{
    private const string Round = "46-dla-2567";
    private static readonly StreamId Stream = StreamId.Of("round", Round);
    private readonly FakeTimeProvider _clock = new(new(2024, 5, 14, 10, 0, 0, TimeSpan.FromHours(7)));
    private readonly List<string> _receiptHeads = [];
    private IStorage _storage = null!;
    private RunningService _service = null!;

    /// <summary>Events: 1 opens the round, 2 and 3 are deliveries.</summary>
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _storage = Store.Open();
        _service = await StartAsync(_storage);
        using var opened = await _service.Client.PutAsync(new Uri($"/api/rounds/{Round}", UriKind.Relative), null, Token);
        Assert.Equal(HttpStatusCode.Created, opened.StatusCode);
    }

    public override async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Receipts_OfASoundLog_AreFoundInIt()
    {
        await DeliverTwiceAsync();
        var (code, told) = await VerifyAsync(_receiptHeads[0], $" {_receiptHeads[1][..16].ToUpperInvariant().Insert(8, " ")}");
        Assert.Equal(CommandLine.Done, code);
        Assert.Contains($"{_receiptHeads[0]} = เหตุการณ์ที่ / event 2", told, StringComparison.Ordinal);
        Assert.Contains("event 3", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EditedEvent_SeenByTheHeadOnAReceipt()
    {
        await DeliverTwiceAsync();
        await EditAsync(2);
        Assert.Equal(CommandLine.Done, (await VerifyAsync()).Code); // nothing outside the log says otherwise
        await AssertSeenAsync("KAL7308", _receiptHeads[0]);
        await AssertSeenAsync("KAL7308", _receiptHeads[1]);
    }

    [Fact]
    public async Task CutTail_SeenByTheHeadOnAReceipt()
    {
        await DeliverTwiceAsync();
        await Store.ForgeAsync(Stream, 3, null);
        Assert.Equal(CommandLine.Done, (await VerifyAsync(_receiptHeads[0])).Code);
        await AssertSeenAsync("KAL7308", _receiptHeads[1]);
    }

    [Fact]
    public async Task EditedEvent_SeenBySealedHeads_WhichSayWhere()
    {
        await TickAsync();
        await DeliverTwiceAsync(tickAfterEach: true);
        Assert.Equal(["1", "2", "3"], (await _storage.Heads.ReadAsync(Stream, Token)).Heads.Select(h => $"{h.Sequence}"));
        Assert.Equal(CommandLine.Done, (await VerifyAsync()).Code);
        await EditAsync(2);
        Assert.Contains("events 2 to 2", await AssertSeenAsync("KAL7311"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CutTail_SeenBySealedHeads()
    {
        await DeliverTwiceAsync();
        await TickAsync();
        await Store.ForgeAsync(Stream, 3, null);
        Assert.Contains("ends at event 2", await AssertSeenAsync("KAL7306"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RoundThatIsGone_SeenBySealedHeads()
    {
        await TickAsync();
        await Store.ForgeAsync(Stream, 1, null);
        Assert.Contains("ends at event 0", await AssertSeenAsync("KAL7306"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EditedEvent_SeenByTheHeadBesideALaterReport()
    {
        await DeliverTwiceAsync();
        _clock.Advance(TimeSpan.FromDays(30));
        await _service.Services.GetRequiredService<TickService>().RunAsync(RoundId.Parse(Round), Token);
        Assert.Equal(CommandLine.Done, (await VerifyAsync()).Code);
        await EditAsync(2);
        await AssertSeenAsync("KAL7309");
        Assert.Empty(await _storage.Heads.ListAsync(Token));
    }

    [Fact]
    public async Task EditedEvent_SeenByTheNextProcess_AndNoLaterSealHidesIt()
    {
        await DeliverTwiceAsync(tickAfterEach: true);
        await EditAsync(3);
        await _service.DisposeAsync();
        _service = await StartAsync(Store.Open());
        await TickAsync();
        using (var health = await _service.Client.GetAsync(new Uri("/api/health", UriKind.Relative), Token))
            Assert.Contains("KAL7311", await health.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        await SendAsync("4605");
        await TickAsync();
        await AssertSeenAsync("KAL7311");
    }

    [Fact]
    public async Task Tick_WithoutNews_SealsNothing_AlsoAfterARestart()
    {
        await DeliverTwiceAsync();
        await TickAsync();
        await TickAsync();
        await _service.DisposeAsync();
        _service = await StartAsync(Store.Open());
        await TickAsync();
        Assert.Single((await _service.Storage.Heads.ReadAsync(Stream, Token)).Heads);
    }

    private Task<RunningService> StartAsync(IStorage storage) =>
        RunningService.StartAsync(build: builder => builder.Services.AddSingleton(storage).AddSingleton<TimeProvider>(_clock));

    private async Task TickAsync() => await _service.Services.GetRequiredService<Upkeep>().RunAsync(Token);

    private async Task DeliverTwiceAsync(bool tickAfterEach = false)
    {
        foreach (var unit in (string[])["4602", "4604"])
        {
            await SendAsync(unit);
            if (tickAfterEach) await TickAsync();
        }
    }

    private async Task SendAsync(string unit)
    {
        using var form = SampleFiles.Form(SampleFiles.WorkbookOf(unit));
        using var response = await _service.Client.PostAsync(new Uri($"/api/rounds/{Round}/units/{unit}/deliveries", UriKind.Relative), form, Token);
        _receiptHeads.Add((await RunningService.JsonAsync(response, HttpStatusCode.Created)).GetProperty("receipt").GetProperty("head").GetString()!);
    }

    /// <summary>Makes a delivery a day older, and nothing that can't be read.</summary>
    private async Task EditAsync(long sequence)
    {
        var stored = await Store.Open().Log.ReadAsync(Stream, sequence - 1, Token).FirstAsync(Token);
        var edited = Encoding.UTF8.GetString(stored.Bytes.Span).Replace("\"receivedAt\":\"2024-05-14", "\"receivedAt\":\"2024-05-13", StringComparison.Ordinal);
        Assert.NotEqual(stored.Bytes.ToArray(), Encoding.UTF8.GetBytes(edited));
        Assert.IsType<DeliveryReceived>(RoundEntry.FromBytes(Encoding.UTF8.GetBytes(edited)).Event);
        await Store.ForgeAsync(Stream, sequence, Encoding.UTF8.GetBytes(edited));
    }

    private async Task<string> AssertSeenAsync(string code, params string[] heads)
    {
        var (result, told) = await VerifyAsync(heads);
        Assert.Equal(CommandLine.Failed, result);
        Assert.Contains(code, told, StringComparison.Ordinal);
        return told;
    }

    private async Task<(int Code, string Told)> VerifyAsync(params string[] heads)
    {
        using var told = new StringWriter();
        return (await VerifyLogCommand.RunAsync(Store.Open(), heads, told, told, Token), told.ToString());
    }
}
