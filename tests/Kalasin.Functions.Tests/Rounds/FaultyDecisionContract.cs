using System.Globalization;
using System.Net;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Access;
using Kalasin.Functions.Tests.Storage;

namespace Kalasin.Functions.Tests.Rounds;

/// <summary>Decisions over a store that fails: one that was answered is in the log once with its text in the vault, and the same key gives the same answer.</summary>
public abstract class FaultyDecisionContract : WholeServiceContract
{
    [Fact]
    public void Script_HasEachKindOnce() => Assert.Equal(EachDecision.Family.Order(StringComparer.Ordinal), EachDecision.Kinds.Order(StringComparer.Ordinal));

    /// <summary>Each is sent under one key until no call fails any more, then something else under the same key.</summary>
    [Theory]
    [InlineData(Fault.Before)]
    [InlineData(Fault.After)]
    [InlineData(Fault.Midway)]
    [InlineData(Fault.Conflict)]
    public async Task EachKind_FaultAtEachCall_DoneOnceForTheKey(object fault)
    {
        var script = await EachDecision.PrepareAsync(Sound, Round, Token);
        long expected = 0;
        foreach (var kind in EachDecision.Kinds)
        {
            expected = await EachDecision.LeadToAsync(kind, Sound, Round, Token) + 1;
            var done = false;
            await AtEachCallAsync((Fault)fault, Nothing, async _ =>
            {
                using var response = await DecideAsync(script.BodyOf(kind), kind, by: EachDecision.ByOf(kind));
                if (await SequenceOrUnavailableAsync(response) is not { } number) return;
                Assert.Equal((kind, expected), (kind, number));
                done = true;
            }, Nothing);
            Assert.True(done, kind);
            script.Took(kind, expected);
            var kept = await KeptAsync();
            await AtEachCallAsync((Fault)fault, Nothing, async _ =>
            {
                using var other = await DecideAsync(script.OtherThan(kind), kind, by: EachDecision.ByOf(kind));
                if (!await IsUnavailableAsync(other)) Assert.Equal("KAL5204", await RunningService.ProblemAsync(other, 422, "not-accepted"));
            }, Nothing);
            Assert.Equal(kept, await KeptAsync());
        }
        var state = await CheckedStateAsync();
        Assert.Equal(expected, state.Sequence); // an event each: nothing twice, nothing of what was refused
        Assert.Subset(await KeptAsync(), state.Texts.ToHashSet());
    }

    /// <summary>Another one for each call, so that those after its append fail too while it is new.</summary>
    [Theory]
    [InlineData(Fault.Before)]
    [InlineData(Fault.After)]
    [InlineData(Fault.Midway)]
    [InlineData(Fault.Conflict)]
    public async Task Question_FaultAtEachCall_OneEventForTheKey(object fault)
    {
        long? first = null;
        await AtEachCallAsync((Fault)fault, Nothing, async call =>
        {
            using var response = await AskAsync("4602", call);
            first = await SequenceOrUnavailableAsync(response);
        }, call => AssertAskedOnceAsync(call, first));
    }

    [Fact]
    public async Task Question_ProcessDyingAtEachCall_OneEventForTheKey() => await DyingAtEachCallAsync(
        Nothing, async (call, life) => (await AskAsync("4602", call, token: life)).Dispose(), call => AssertAskedOnceAsync(call, null));

    [Theory]
    [InlineData(Fault.Before)]
    [InlineData(Fault.After)]
    public async Task Refusal_FaultAtEachCall_LeavesNothing(object fault)
    {
        var kept = await KeptAsync();
        await AtEachCallAsync((Fault)fault, _ => RestartAsync(), async call =>
        {
            using var response = await AskAsync("4699", call);
            Assert.True(response.StatusCode is HttpStatusCode.UnprocessableEntity or HttpStatusCode.ServiceUnavailable, $"{response.StatusCode}");
        }, async call =>
        {
            using var response = await AskAsync("4699", call);
            await RunningService.ProblemAsync(response, 422, "not-accepted");
            Assert.Equal(1, (await CheckedStateAsync()).Sequence);
            Assert.Equal(kept, await KeptAsync());
        });
    }

    /// <summary>Its secret is shown once: with the answer that was not lost, or never.</summary>
    [Theory]
    [InlineData(Fault.Before)]
    [InlineData(Fault.After)]
    [InlineData(Fault.Midway)]
    [InlineData(Fault.Conflict)]
    public async Task Link_FaultAtEachCall_IssuedOnceForTheKey(object fault)
    {
        string? shown = null;
        await AtEachCallAsync((Fault)fault, Nothing, async call => shown = await IssueAsync(call, isFirst: true), async call =>
        {
            var again = await IssueAsync(call, isFirst: false);
            Assert.True(shown is null || again is null, "It was shown twice.");
            var links = (await CheckedStateAsync()).Links;
            Assert.Equal(call, links.Count);
            if ((shown ?? again) is { } secret) Assert.Equal(links.Values.Last().Secret, LinkSecret.HashOf(secret));
            else Assert.NotEqual(Fault.Conflict, fault); // a conflict loses no answer
        });
    }

    [Theory]
    [InlineData(Fault.Before)]
    [InlineData(Fault.After)]
    [InlineData(Fault.Conflict)]
    public async Task Erasure_FaultAtEachCall_RecordedOnceAndGone(object fault)
    {
        await AtEachCallAsync((Fault)fault, async call => (await AskAsync("4602", call)).Dispose(), async call =>
        {
            using var response = await EraseAsync();
            Assert.True(await IsUnavailableAsync(response) || response.IsSuccessStatusCode, $"{response.StatusCode}");
        }, async call =>
        {
            using var response = await EraseAsync();
            Assert.True(response.IsSuccessStatusCode, $"{response.StatusCode}");
            var state = await CheckedStateAsync();
            Assert.Equal((call, 1 + 2 * call), (state.Erased.Count, state.Sequence));
            Assert.DoesNotContain(AskedLast(state), await KeptAsync());
        });

        async Task<HttpResponseMessage> EraseAsync()
        {
            using var body = Json($$"""{ "content": "{{AskedLast(await CheckedStateAsync())}}", "basis": "ม.๓๓" }""");
            return await Service.Client.PostAsync(new Uri($"/api/rounds/{Round}/erasures", UriKind.Relative), body, Token);
        }

        static ContentHash AskedLast(RoundState state) => state.Questions.Values.Last().Asked.Text!.Value;
    }

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
        Assert.Equal((first ?? call + 1, (long?)call + 1), (number, number));
        var state = await CheckedStateAsync();
        Assert.Equal((call, call), (state.Questions.Count, state.Texts.Count));
        Assert.Subset(await KeptAsync(), state.Texts.ToHashSet());
    }

    private Task<HttpResponseMessage> AskAsync(string unit, int number, RunningService? service = null, CancellationToken? token = null) => DecideAsync(
        string.Create(CultureInfo.InvariantCulture, $$"""{ "kind": "askQuestion", "unit": "{{unit}}", "text": "ขอต้นฉบับ {{number}}" }"""),
        string.Create(CultureInfo.InvariantCulture, $"q{number}"), service, token);

    /// <returns>The secret; null if it was not shown.</returns>
    private async Task<string?> IssueAsync(int call, bool isFirst)
    {
        var last = BangkokTime.Date(TimeProvider.System.GetUtcNow().AddDays(10)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/rounds/{Round}/links")
        {
            Content = Json($$"""{ "for": "unit", "unit": "4602", "last": "{{last}}", "note": "ปลัดอำเภอ" }"""),
        };
        request.Headers.Add("Idempotency-Key", call.ToString(CultureInfo.InvariantCulture));
        using var response = await Service.Client.SendAsync(request, Token);
        if (response.StatusCode == HttpStatusCode.Created)
            return (await RunningService.JsonAsync(response, HttpStatusCode.Created)).GetProperty("address").GetString()!.Split('/')[^1];
        if (await IsUnavailableAsync(response)) return null;
        Assert.False(isFirst, "It was issued and never shown.");
        Assert.Equal("KAL7805", await RunningService.ProblemAsync(response, 422, "not-accepted"));
        return null;
    }
}
