using System.Net;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Tests.Storage;

namespace Kalasin.Functions.Tests.Rounds;

/// <summary>Uploads over a store that fails: a receipt means a recorded delivery whose bytes are kept, and the same key gives the same receipt.</summary>
public abstract class FaultyDeliveryContract : WholeServiceContract
{
    private const string Name = "รายงาน.xlsx";

    [Theory]
    [InlineData(Fault.Before)]
    [InlineData(Fault.After)]
    [InlineData(Fault.Midway)]
    [InlineData(Fault.Conflict)]
    public async Task Upload_FaultAtEachCall_OneReceiptForTheKey(object fault)
    {
        int? first = null;
        await AtEachCallAsync((Fault)fault, Nothing, async call =>
        {
            using var response = await SendAsync(UnitOf(call), $"k{call}", WorkbookOf(call));
            first = await ReceiptOrUnavailableAsync(response);
        }, async call =>
        {
            Assert.Empty(Store.Leftovers);
            await AssertOneReceiptAsync(call, first);
        });
    }

    [Fact]
    public async Task Upload_ProcessDyingAtEachCall_OneReceiptForTheKey() => await DyingAtEachCallAsync(
        Nothing,
        async (call, life) => (await SendAsync(UnitOf(call), $"k{call}", WorkbookOf(call), token: life)).Dispose(),
        call => AssertOneReceiptAsync(call, null));

    [Theory]
    [InlineData(Fault.Before)]
    [InlineData(Fault.After)]
    [InlineData(Fault.Midway)]
    public async Task Refusal_FaultAtEachCall_RecordedOnceForTheKey(object fault) => await AtEachCallAsync((Fault)fault, Nothing, async call =>
    {
        using var response = await SendAsync("4602", $"k{call}", (Name, Garbage));
        Assert.True(response.StatusCode is HttpStatusCode.UnprocessableEntity or HttpStatusCode.ServiceUnavailable, $"{response.StatusCode}");
    }, async call =>
    {
        using var response = await SendAsync("4602", $"k{call}", (Name, Garbage));
        await RunningService.ProblemAsync(response, 422, "not-accepted");
        var state = await CheckedStateAsync();
        Assert.Equal((0, call), (state.Deliveries.Count, state.Refused.Count));
    });

    [Theory]
    [InlineData(Fault.Before)]
    [InlineData(Fault.Midway)]
    public async Task Reading_FaultAtEachCall_WholeAnswerOrNone(object fault)
    {
        foreach (var unit in (string[])["4602", "4604"]) (await SendAsync(unit, unit, SampleFiles.WorkbookOf(unit))).Dispose();
        foreach (var path in (string[])["", "/deliveries", "/deliveries/1", "/deliveries/1/files/1", "/deliveries/1/receipt?format=docx", "/scorecard"])
        {
            await RestartAsync(); // nothing is remembered
            var expected = await Service.Client.GetByteArrayAsync(Address(path), Token);
            await AtEachCallAsync((Fault)fault, _ => RestartAsync(), async _ =>
            {
                var got = await Record.ExceptionAsync(async () =>
                {
                    using var response = await Service.Client.GetAsync(Address(path), Token);
                    var body = await response.Content.ReadAsByteArrayAsync(Token);
                    if (response.StatusCode == HttpStatusCode.ServiceUnavailable) return;
                    Assert.Equal(HttpStatusCode.OK, response.StatusCode);
                    Assert.Equal(expected, body);
                });
                Assert.True(got is null or HttpRequestException, $"{path}: {got}"); // an answer that breaks off is no answer
            }, async _ => Assert.Equal(expected, await Service.Client.GetByteArrayAsync(Address(path), Token)));
        }
    }

    [Fact]
    public async Task FiftyAtOnce_ToTwoProcessesWithFaults_NumberedWithoutGap()
    {
        var other = new FaultyStorage(Store.Open());
        await using var second = await StartAsync(other);
        (Faulty.Faults, other.Faults) = (RandomFaults(1), RandomFaults(2));
        var numbers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(async () =>
        {
            for (var attempt = 0; attempt < 40; attempt++)
            {
                using var response = await SendAsync(Units[i % Units.Length], $"k{i}", SampleFiles.WorkbookOf(Units[i % Units.Length]), (i + attempt) % 2 == 0 ? Service : second);
                if (await ReceiptOrUnavailableAsync(response) is { } number) return number;
            }
            throw new InvalidOperationException($"k{i} never got a receipt.");
        })));
        Assert.Equal(Enumerable.Range(1, 50), numbers.Order());
        Assert.Equal(50, (await CheckedStateAsync()).Deliveries.Count);

        static Faults RandomFaults(int seed) => Faults.Random(seed, 25, Fault.Before, Fault.After, Fault.Midway, Fault.Conflict, Fault.Slow);
    }

    [Fact]
    public async Task EveryAppendFails_503AndNoReceipt()
    {
        Faulty.Faults = new((operation, _) => operation == nameof(IEventLog.AppendAsync) ? Fault.Conflict : Fault.None);
        using (var response = await SendAsync("4602", "k", SampleFiles.WorkbookOf("4602")))
            Assert.Equal("KAL7301", await RunningService.ProblemAsync(response, 503, "storage-unavailable"));
        Faulty.Faults = Faults.None;
        Assert.Empty((await CheckedStateAsync()).Deliveries);
        using var again = await SendAsync("4602", "k", SampleFiles.WorkbookOf("4602"));
        Assert.Equal(1, await ReceiptOrUnavailableAsync(again));
    }

    [Fact]
    public async Task BytesOfADelivery_AreKeptBeforeItsEvent()
    {
        var order = new List<string>();
        Faulty.Faults = new((operation, _) =>
        {
            lock (order) order.Add(operation);
            return Fault.None;
        });
        using var response = await SendAsync("4602", "k", SampleFiles.WorkbookOf("4602"));
        Assert.Equal(1, await ReceiptOrUnavailableAsync(response));
        Assert.Equal(2 + (await CheckedStateAsync()).Deliveries[0].Returns.Length, order.Count(o => o == nameof(IVault.StageAsync))); // the workbook, the returns, the details
        Assert.Equal([nameof(IVault.PromoteAsync), nameof(IEventLog.AppendAsync)], order.Where(o => o is nameof(IVault.PromoteAsync) or nameof(IEventLog.AppendAsync)));
    }

    [Fact]
    public async Task Restart_OverTheSameStore_SameHeadAndSameReceiptForTheKey()
    {
        var first = await AnswerAsync();
        await RestartAsync();
        Assert.Equal(first, await AnswerAsync());

        async Task<(int, string?)> AnswerAsync()
        {
            using var response = await SendAsync("4602", "k", SampleFiles.WorkbookOf("4602"));
            var receipt = (await RunningService.JsonAsync(response, HttpStatusCode.Created)).GetProperty("receipt");
            return (receipt.GetProperty("number").GetInt32(), receipt.GetProperty("head").GetString());
        }
    }

    private async Task AssertOneReceiptAsync(int call, int? first)
    {
        using var response = await SendAsync(UnitOf(call), $"k{call}", WorkbookOf(call));
        var number = await ReceiptOrUnavailableAsync(response);
        Assert.Equal(first ?? number, number);
        Assert.Equal(call, number);
        Assert.Equal(call, (await CheckedStateAsync()).Deliveries.Count);
    }

    private static Uri Address(string path) => new($"/api/rounds/{Round}{path}", UriKind.Relative);

    private static string UnitOf(int call) => Units[call % Units.Length];

    private static (string Name, byte[] Bytes) WorkbookOf(int call) => SampleFiles.WorkbookOf(UnitOf(call));
}
