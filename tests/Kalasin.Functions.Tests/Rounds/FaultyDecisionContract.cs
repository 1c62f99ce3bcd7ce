using System.Globalization;
using System.Net;
using System.Text;
using Kalasin.Evaluation;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Tests.Storage;

namespace Kalasin.Functions.Tests.Rounds;

/// <summary>Decisions over a store that fails: one that was answered is in the log once with its text in the vault, and the same key gives the same answer.</summary>
public abstract class FaultyDecisionContract : WholeServiceContract
{
    [Theory]
    [InlineData(Fault.Before)]
    [InlineData(Fault.After)]
    [InlineData(Fault.Midway)]
    [InlineData(Fault.Conflict)]
    public async Task Question_FaultAtEachCall_OneEventForTheKey(object fault)
    {
        long? first = null;
        await AtEachCallAsync((Fault)fault, _ => Task.CompletedTask, async call =>
        {
            using var response = await AskAsync("4602", call);
            first = await SequenceOrUnavailableAsync(response);
        }, call => AssertAskedOnceAsync(call, first));
    }

    [Fact]
    public async Task Question_ProcessDyingAtEachCall_OneEventForTheKey() => await DyingAtEachCallAsync(
        _ => Task.CompletedTask,
        async (call, life) => (await AskAsync("4602", call, token: life)).Dispose(),
        call => AssertAskedOnceAsync(call, null));

    [Theory]
    [InlineData(Fault.Before)]
    [InlineData(Fault.After)]
    public async Task Refusal_FaultAtEachCall_LeavesNothing(object fault) => await AtEachCallAsync((Fault)fault, _ => RestartAsync(), async call =>
    {
        using var response = await AskAsync("4699", call);
        Assert.True(response.StatusCode is HttpStatusCode.UnprocessableEntity or HttpStatusCode.ServiceUnavailable, $"{response.StatusCode}");
    }, async call =>
    {
        using var response = await AskAsync("4699", call);
        await RunningService.ProblemAsync(response, 422, "not-accepted");
        Assert.Equal(1, (await CheckedStateAsync()).Sequence);
        Assert.Empty(await KeptAsync());
    });

    [Fact]
    public async Task TwentyAtOnce_ToTwoProcessesWithFaults_EachAskedOnce()
    {
        var other = new FaultyStorage(Store.Open());
        await using var second = await StartAsync(other);
        (Faulty.Faults, other.Faults) = (AtRandom(1), AtRandom(2));
        var numbers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(async () =>
        {
            for (var attempt = 0; attempt < 40; attempt++)
            {
                using var response = await AskAsync(Units[i % Units.Length], i, (i + attempt) % 2 == 0 ? Service : second);
                if (await SequenceOrUnavailableAsync(response) is { } number) return number;
            }
            throw new InvalidOperationException($"Question {i} was never answered.");
        })));
        Assert.Equal(Enumerable.Range(2, 20).Select(n => (long)n), numbers.Order());
        var state = await CheckedStateAsync();
        Assert.Equal(numbers.Order(), state.Questions.Keys);
        Assert.Subset(await KeptAsync(), state.Texts.ToHashSet());

        static Faults AtRandom(int seed) => Faults.Random(seed, 25, Fault.Before, Fault.After, Fault.Midway, Fault.Conflict, Fault.Slow);
    }

    /// <summary>Asks again under the same key, as a sender would who doesn't know what came of it.</summary>
    private async Task AssertAskedOnceAsync(int call, long? first)
    {
        using var response = await AskAsync("4602", call);
        var number = await SequenceOrUnavailableAsync(response);
        Assert.Equal(first ?? number, number);
        Assert.Equal(call + 1, number);
        var state = await CheckedStateAsync();
        Assert.Equal((call, call), (state.Questions.Count, state.Texts.Count));
        Assert.Subset(await KeptAsync(), state.Texts.ToHashSet());
    }

    private async Task<HttpResponseMessage> AskAsync(string unit, int number, RunningService? service = null, CancellationToken? token = null)
    {
        var asked = number.ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/rounds/{Round}/decisions")
        {
            Content = new StringContent($$"""{ "kind": "askQuestion", "unit": "{{unit}}", "text": "ขอต้นฉบับ {{asked}}" }""", Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Idempotency-Key", $"q{asked}");
        return await (service ?? Service).Client.SendAsync(request, token ?? Token);
    }

    /// <returns>The entry's number; null when the store failed and that was said.</returns>
    private static async Task<long?> SequenceOrUnavailableAsync(HttpResponseMessage response)
    {
        if (response.StatusCode == HttpStatusCode.ServiceUnavailable)
        {
            await RunningService.ProblemAsync(response, 503, "storage-unavailable");
            return null;
        }
        Assert.True(response.StatusCode is HttpStatusCode.Created or HttpStatusCode.OK, $"{response.StatusCode}");
        return (await RunningService.JsonAsync(response, response.StatusCode)).GetProperty("sequence").GetInt64();
    }

    /// <summary>What decisions brought into the vault.</summary>
    private async Task<HashSet<ContentHash>> KeptAsync()
    {
        var (kept, opened) = (new HashSet<ContentHash>(), (await CheckedStateAsync()).Opened!);
        await foreach (var stored in Sound.Vaults.Of(RoundLog.StreamOf(RoundId.Parse(Round))).ListAsync(Token)) kept.Add(stored.Hash);
        kept.ExceptWith([opened.FrameworkHash, opened.PlanHash]);
        return kept;
    }
}
