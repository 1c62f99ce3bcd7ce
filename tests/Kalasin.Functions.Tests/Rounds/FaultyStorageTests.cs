using System.Net;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Tests.Http;
using Kalasin.Functions.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Kalasin.Functions.Tests.Rounds;

/// <summary>The whole service over a store that fails: whatever happens, a receipt means a recorded delivery whose bytes are kept.</summary>
public sealed class FaultyStorageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(nameof(IEventLog.AppendAsync), Fault.Before)]
    [InlineData(nameof(IEventLog.AppendAsync), Fault.After)]
    [InlineData(nameof(IEventLog.AppendAsync), Fault.Conflict)]
    [InlineData(nameof(IEventLog.AppendAsync), Fault.Slow)]
    [InlineData(nameof(IEventLog.ReadAsync), Fault.Before)]
    [InlineData(nameof(IVault.StageAsync), Fault.Before)]
    [InlineData(nameof(IVault.StageAsync), Fault.After)]
    [InlineData(nameof(IVault.PromoteAsync), Fault.Before)]
    [InlineData(nameof(IVault.PromoteAsync), Fault.After)]
    public async Task OneFault_RetriedKeyGetsTheFirstReceipt(string operation, object fault)
    {
        var store = new SwitchableFaults();
        await using var round = await StartAsync(store);
        store.Current = Faults.Of(operation, (Fault)fault);
        var numbers = new List<int>();
        for (var attempt = 0; attempt < 3; attempt++)
            if (await TryAsync(round, "k") is { } number) numbers.Add(number);
        Assert.True(numbers.Count >= 2, $"{numbers.Count} of 3 attempts were answered with a receipt.");
        Assert.All(numbers, n => Assert.Equal(1, n));
        Assert.Single((await round.StateAsync()).Deliveries);
    }

    [Fact]
    public async Task FaultsAtRandom_NeverAReceiptWithoutEventNorAnEventWithoutBytes()
    {
        var store = new SwitchableFaults();
        await using var round = await StartAsync(store);
        store.Current = Faults.Random(2567, 9, Fault.Before, Fault.After, Fault.Conflict);
        var receipts = new Dictionary<string, int>();
        for (var i = 0; i < 12; i++)
            for (var attempt = 0; attempt < 3; attempt++)
                if (await TryAsync(round, $"k{i}") is { } number)
                {
                    Assert.Equal(number, receipts.GetValueOrDefault($"k{i}", number));
                    receipts[$"k{i}"] = number;
                }
        store.Current = Faults.Of("");
        Assert.NotEmpty(receipts);
        var state = await round.StateAsync();
        Assert.Equal(Enumerable.Range(1, state.Deliveries.Count), state.Deliveries.Select(d => d.Receipt.Value));
        Assert.Equal(receipts.Count, receipts.Values.Distinct().Count());
        Assert.All(receipts.Values, n => Assert.InRange(n, 1, state.Deliveries.Count));
        var kept = (await round.KeptAsync()).ToHashSet();
        foreach (var delivery in state.Deliveries)
        {
            Assert.Contains(delivery.Details, kept);
            Assert.All(delivery.Files, f => Assert.Contains(f.Hash, kept));
            Assert.All(delivery.Returns, r => Assert.Contains(r.Content, kept));
        }
    }

    [Fact]
    public async Task EveryAppendFails_503AndNoReceipt()
    {
        var store = new SwitchableFaults();
        await using var round = await StartAsync(store);
        store.Current = new((operation, _) => operation == nameof(IEventLog.AppendAsync) ? Fault.Conflict : Fault.None);
        using (var response = await SendAsync(round, "k"))
            Assert.Equal("KAL7301", await RunningService.ProblemAsync(response, 503, "storage-unavailable"));
        store.Current = Faults.Of("");
        Assert.Empty((await round.StateAsync()).Deliveries);
        Assert.Equal(1, await TryAsync(round, "k"));
    }

    [Fact]
    public async Task BytesOfADelivery_AreKeptBeforeItsEvent()
    {
        var order = new List<string>();
        var store = new SwitchableFaults();
        await using var round = await StartAsync(store);
        store.Current = new((operation, _) =>
        {
            lock (order) order.Add(operation);
            return Fault.None;
        });
        Assert.Equal(1, await TryAsync(round, "k"));
        Assert.Equal(6, order.Count(o => o == nameof(IVault.StageAsync))); // the workbook, four returns, the details
        Assert.Equal([nameof(IVault.PromoteAsync), nameof(IEventLog.AppendAsync)], order.Where(o => o is nameof(IVault.PromoteAsync) or nameof(IEventLog.AppendAsync)));
    }

    [Fact]
    public async Task Restart_OverTheSameFolder_SameHeadAndSameReceiptForTheKey()
    {
        using var folder = new TemporaryFolder();
        string head, number;
        await using (var first = await OverAsync(folder.Path))
        {
            using var opened = await first.Client.PutAsync(new Uri(OpenedRound.Path, UriKind.Relative), null, Token);
            Assert.Equal(HttpStatusCode.Created, opened.StatusCode);
            (number, head) = await ReceiptAsync(first);
        }
        await using var second = await OverAsync(folder.Path);
        var (again, headAgain) = await ReceiptAsync(second);
        Assert.Equal((number, head), (again, headAgain));

        static Task<RunningService> OverAsync(string path) => RunningService.StartAsync(s => s with { DataFolder = path });

        static async Task<(string, string)> ReceiptAsync(RunningService service)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, OpenedRound.Path + "/units/4601/deliveries") { Content = SampleFiles.Form(SampleFiles.WorkbookOf("4601")) };
            request.Headers.Add("Idempotency-Key", "k");
            using var response = await service.Client.SendAsync(request, Token);
            var receipt = (await RunningService.JsonAsync(response, HttpStatusCode.Created)).GetProperty("receipt");
            return (receipt.GetProperty("number").GetRawText(), receipt.GetProperty("head").GetString()!);
        }
    }

    private static Task<OpenedRound> StartAsync(SwitchableFaults store) => OpenedRound.StartAsync(builder => builder.Services
        .AddSingleton<IEventLog>(services => new FaultyEventLog(services.GetRequiredService<IStorage>().Log, store.Faults))
        .AddSingleton<IVaults>(services => new FaultyVaults(services.GetRequiredService<IStorage>().Vaults, store.Faults)));

    private static Task<HttpResponseMessage> SendAsync(OpenedRound round, string key) => round.SendAsync("4601", SampleFiles.Form(SampleFiles.WorkbookOf("4601")), key);

    /// <returns>The receipt's number; null when the store failed and no receipt was given.</returns>
    private static async Task<int?> TryAsync(OpenedRound round, string key)
    {
        using var response = await SendAsync(round, key);
        if ((int)response.StatusCode >= 500) return null;
        return (await RunningService.JsonAsync(response, HttpStatusCode.Created)).GetProperty("receipt").GetProperty("number").GetInt32();
    }

    /// <summary>No fault until one is set.</summary>
    private sealed class SwitchableFaults
    {
        public SwitchableFaults() => Faults = new((operation, _) => Current.Next(operation));

        public Faults Faults { get; }

        public Faults Current { get; set; } = Faults.Of("");
    }
}
