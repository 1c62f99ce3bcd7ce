using System.Net;
using System.Text;
using System.Text.Json;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Tests.Rounds;
using Microsoft.Extensions.DependencyInjection;
using static Kalasin.Functions.Tests.RunningService;

namespace Kalasin.Functions.Tests.Http;

/// <summary>Decisions in, and the log that tells them.</summary>
public sealed class DecisionTests : IAsyncLifetime
{
    private const string Extension = """{ "kind": "extendDeadline", "unit": "4602", "until": "2024-05-20", "reason": "น้ำท่วม" }""";

    private OpenedRound _round = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _round = await OpenedRound.StartAsync();

    public ValueTask DisposeAsync() => _round.DisposeAsync();

    [Fact]
    public async Task Decision_IsTaken_Told_AndTakenOnce()
    {
        using var taken = await DecideAsync(Extension);
        var answer = await JsonAsync(taken, HttpStatusCode.Created);
        Assert.Equal(2, answer.GetProperty("sequence").GetInt64());
        Assert.Equal("ขยายกำหนดส่งรายงานของท้องถิ่นอำเภอนามนถึงวันที่ ๒๐ พฤษภาคม ๒๕๖๗", answer.GetProperty("entry").GetProperty("told").GetProperty("th").GetString());
        Assert.Equal(await _round.HeadAsync(), answer.GetProperty("head").GetString());

        using var again = await DecideAsync(Extension);
        Assert.Equal(2, (await JsonAsync(again, HttpStatusCode.OK)).GetProperty("sequence").GetInt64());

        using var there = await _round.Service.Client.GetAsync(taken.Headers.Location, Token);
        var entry = Assert.Single((await JsonAsync(there, HttpStatusCode.OK)).GetProperty("items").EnumerateArray());
        Assert.Equal("deadlineExtended coordinator local", string.Join(' ', Text(entry, "kind"), Text(entry, "role"), Text(entry, "actor")));
        Assert.Equal("น้ำท่วม", Text(entry.GetProperty("texts")[0], "text"));
        await RoundInvariants.CheckAsync(_round.Service.Storage, "46-dla-2567", Token);
    }

    [Fact]
    public async Task Reason_IsInTheVault_AndNotInTheLog()
    {
        using var taken = await DecideAsync(Extension);
        Assert.Equal(HttpStatusCode.Created, taken.StatusCode);
        var kept = Assert.Single(await _round.KeptAsync());
        await foreach (var stored in _round.Service.Storage.Log.ReadAsync(RoundLog.StreamOf(RoundId.Parse("46-dla-2567")), 1, Token))
        {
            var json = Encoding.UTF8.GetString(stored.Bytes.Span);
            Assert.Contains(kept.ToString(), json, StringComparison.Ordinal);
            Assert.DoesNotContain("น้ำท่วม", System.Text.RegularExpressions.Regex.Unescape(json), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task ErasedReason_IsToldAsErased()
    {
        using var taken = await DecideAsync(Extension);
        var (id, why) = (RoundId.Parse("46-dla-2567"), Assert.Single((await _round.StateAsync()).Texts));
        Assert.True(await _round.Log.VaultOf(id).DeleteAsync(why, Token));
        var erase = new EraseContent(Guid.NewGuid(), why, new("00", "ม.๓๓ พ.ร.บ. คุ้มครองข้อมูลส่วนบุคคลฯ"));
        await _round.Service.Services.GetRequiredService<DecisionService>().DecideAsync((await _round.Log.FindAsync("46-dla-2567", Token))!, erase, Actor.Local, Token);
        var entries = (await _round.ReadAsync("/log?after=1")).GetProperty("items").EnumerateArray().ToList();
        Assert.True(entries[0].GetProperty("texts")[0].GetProperty("erased").GetBoolean());
        Assert.False(entries[0].GetProperty("texts")[0].TryGetProperty("text", out _));
        Assert.StartsWith("ม.๓๓", Text(entries[1].GetProperty("texts")[0], "text"), StringComparison.Ordinal);
        await RoundInvariants.CheckAsync(_round.Service.Storage, "46-dla-2567", Token);
    }

    [Fact]
    public async Task SameKey_IsTheSameDecision_AndNoOther()
    {
        using var first = await DecideAsync(Extension, "key");
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        using var back = await DecideAsync(Extension.Replace("05-20", "05-15", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Created, back.StatusCode);
        using var again = await DecideAsync(Extension, "key");
        Assert.Equal(2, (await JsonAsync(again, HttpStatusCode.OK)).GetProperty("sequence").GetInt64());
        using var other = await DecideAsync(Extension.Replace("05-20", "05-21", StringComparison.Ordinal), "key");
        Assert.Equal("KAL5204", await ProblemAsync(other, 422, "not-accepted"));
        using var tooLong = await DecideAsync(Extension, new string('k', 201));
        Assert.Equal("KAL7201", await ProblemAsync(tooLong, 400, "bad-request"));
        Assert.Equal(3, (await _round.StateAsync()).Sequence);
    }

    [Theory]
    [InlineData("not json", "KAL3003")]
    [InlineData("""{ "kind": "extendDeadlines" }""", "KAL3014")]
    [InlineData("""{ "kind": "extendDeadline", "unit": "4602", "until": "2024-05-20", "reason": " " }""", "KAL5201")]
    [InlineData("""{ "kind": "extendDeadline", "unit": "4699", "until": "2024-05-20", "reason": "x" }""", "KAL5003")]
    [InlineData("""{ "kind": "extendDeadline", "unit": "4602", "until": "2024-05-14", "reason": "x" }""", "KAL5208")]
    [InlineData("""{ "kind": "revokeLink", "link": 7, "reason": "x" }""", "KAL5207")]
    public async Task WhatCantBeDecided_IsRefused_AndLeavesNothing(string json, string code)
    {
        using var response = await DecideAsync(json);
        Assert.Equal(code, await ProblemAsync(response, 422, "not-accepted"));
        Assert.Empty(await _round.KeptAsync());
        Assert.Equal(1, (await _round.StateAsync()).Sequence);
    }

    [Fact]
    public async Task RoundThatIsNone_404_TooMuch_413()
    {
        using var unknown = await _round.Service.Client.PostAsync(new Uri("/api/rounds/46-dla-2599/decisions", UriKind.Relative), new StringContent(Extension), Token);
        Assert.Equal("KAL7302", await ProblemAsync(unknown, 404, "not-found"));
        using var large = await DecideAsync(Extension + new string(' ', 1_000_000));
        Assert.Equal("KAL1901", await ProblemAsync(large, 413, "too-large"));
    }

    [Fact]
    public async Task Log_IsPaged_Filtered_AndNamedByItsHead()
    {
        for (var day = 16; day < 31; day++)
            for (var unit = 4601; unit < 4609; unit++)
            {
                using var taken = await DecideAsync($$"""{ "kind": "extendDeadline", "unit": "{{unit}}", "until": "2024-05-{{day}}", "reason": "x" }""");
                Assert.Equal(HttpStatusCode.Created, taken.StatusCode);
            }
        var first = await _round.ReadAsync("/log");
        Assert.Equal((100, "100"), (first.GetProperty("items").GetArrayLength(), Text(first, "next")));
        var second = await _round.ReadAsync("/log?next=100");
        Assert.Equal(Enumerable.Range(101, 21), second.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("sequence").GetInt32()));
        Assert.False(second.TryGetProperty("next", out _));
        Assert.Empty((await _round.ReadAsync("/log?after=121")).GetProperty("items").EnumerateArray());
        Assert.Empty((await _round.ReadAsync("/log?since=2030-01-01T00:00Z")).GetProperty("items").EnumerateArray());
        Assert.Equal(100, (await _round.ReadAsync("/log?since=2024-05-14T00:00Z")).GetProperty("items").GetArrayLength());

        using var log = await _round.GetAsync("/log?after=120");
        using var request = new HttpRequestMessage(HttpMethod.Get, OpenedRound.Path + "/log?after=120");
        request.Headers.IfNoneMatch.Add(log.Headers.ETag!);
        using var unchanged = await _round.Service.Client.SendAsync(request, Token);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Theory]
    [InlineData("/log?next=x", "KAL7202")]
    [InlineData("/log?after=-1", "KAL7202")]
    [InlineData("/log?since=yesterday", "KAL7204")]
    [InlineData("/log?asOf=tomorrow", "KAL7204")]
    public async Task LogOfNoPlace_IsABadRequest(string path, string code)
    {
        using var response = await _round.GetAsync(path);
        Assert.Equal(code, await ProblemAsync(response, 400, "bad-request"));
    }

    private async Task<HttpResponseMessage> DecideAsync(string json, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, OpenedRound.Path + "/decisions") { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return await _round.Service.Client.SendAsync(request, Token);
    }

    private static string? Text(JsonElement e, string name) => e.GetProperty(name).GetString();
}
