using System.Net;
using System.Net.Http.Headers;
using Kalasin.Functions.Tests.Rounds;
using static Kalasin.Functions.Tests.RunningService;

namespace Kalasin.Functions.Tests.Http;

/// <summary>What one unit owes, and what it reported, version by version.</summary>
public sealed class ReturnEndpointsTests : IAsyncLifetime
{
    private OpenedRound _round = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _round = await OpenedRound.StartAsync();

    public ValueTask DisposeAsync() => _round.DisposeAsync();

    [Fact]
    public async Task Unit_SaysWhatItOwesAndSent()
    {
        var before = await _round.ReadAsync("/units/4602");
        Assert.Equal(before.GetProperty("expected").GetInt32(), before.GetProperty("owed").GetArrayLength());
        await SendAsync(SampleFiles.WorkbookOf("4602"));
        var unit = await _round.ReadAsync("/units/4602");
        Assert.Equal("2024-05-15", unit.GetProperty("internalDeadline").GetString());
        Assert.Equal(1, Assert.Single(unit.GetProperty("deliveries").EnumerateArray()).GetInt32());
        Assert.True(unit.GetProperty("received").GetInt32() > 0);
        Assert.Equal(unit.GetProperty("expected").GetInt32() - unit.GetProperty("received").GetInt32(), unit.GetProperty("owed").GetArrayLength());
        Assert.Equal(await _round.HeadAsync(), unit.GetProperty("head").GetString());
        Assert.Equal(before.GetRawText(), (await _round.ReadAsync($"/units/4602?asOf={await OpenedAtAsync()}")).GetRawText());
    }

    [Fact]
    public async Task Return_OfOneVersion_IsAllThatWasUnderstood()
    {
        await SendAsync(SampleFiles.WorkbookOf("4602"));
        var shown = await _round.ReadAsync("/units/4602/returns/3");
        Assert.Equal((1, true, "reported"), (shown.GetProperty("version").GetInt32(), shown.GetProperty("current").GetBoolean(), shown.GetProperty("status").GetString()));
        Assert.Equal(shown.GetProperty("rowCount").GetInt32(), shown.GetProperty("rows").GetArrayLength());
        Assert.Equal("choice", shown.GetProperty("rows")[0].GetProperty("values").GetProperty("category").GetProperty("kind").GetString());
        Assert.Equal(16, shown.GetProperty("rows")[0].GetProperty("fingerprint").GetString()!.Length);
        Assert.False(shown.TryGetProperty("difference", out _));
        var version = Assert.Single(shown.GetProperty("versions").EnumerateArray());
        Assert.Equal((1, false), (version.GetProperty("receipt").GetInt32(), version.GetProperty("late").GetBoolean()));
    }

    [Fact]
    public async Task Return_OfTwoVersions_SaysWhatChanged_AndKeepsTheEarlierOne()
    {
        var (name, bytes) = SampleFiles.WorkbookOf("4602");
        await SendAsync((name, bytes));
        var first = (await _round.ReadAsync("/units/4602/returns/3")).GetProperty("rows")[0];
        var title = first.GetProperty("values").GetProperty("title").GetProperty("text").GetString()!;
        var word = title.Split(' ')[0];
        await SendAsync((name, SampleFiles.WithText(bytes, word, "แก้ไข" + word)));

        var second = await _round.ReadAsync("/units/4602/returns/3");
        Assert.Equal(2, second.GetProperty("version").GetInt32());
        var difference = second.GetProperty("difference");
        Assert.Equal((1, 1), (difference.GetProperty("rowsAdded").GetInt32(), difference.GetProperty("rowsGone").GetInt32()));
        Assert.Equal(first.GetProperty("fingerprint").GetString(), difference.GetProperty("gone")[0].GetProperty("fingerprint").GetString());
        Assert.StartsWith("แก้ไข", difference.GetProperty("added")[0].GetProperty("values").GetProperty("title").GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Empty(difference.GetProperty("changes").EnumerateArray());

        var earlier = await _round.ReadAsync("/units/4602/returns/3?version=1");
        Assert.Equal((1, false), (earlier.GetProperty("version").GetInt32(), earlier.GetProperty("current").GetBoolean()));
        Assert.Equal(title, earlier.GetProperty("rows")[0].GetProperty("values").GetProperty("title").GetProperty("text").GetString());
    }

    [Fact]
    public async Task MomentBeforeTheOpening_SaysWhenTheRoundWasOpened()
    {
        using var response = await _round.GetAsync("/units/4602?asOf=2020-01-01T00:00Z");
        Assert.Equal("KAL7314", await ProblemAsync(response, 404, "not-found"));
        Assert.Contains("๑๔ พฤษภาคม ๒๕๖๗ เวลา ๑๐.๐๐ น.", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/units/4699", 404)]
    [InlineData("/units/4602/returns/3", 404)]
    [InlineData("/units/4602/returns/99", 404)]
    [InlineData("/units/4602/returns/x", 404)]
    [InlineData("/units/4602?asOf=yesterday", 400)]
    [InlineData("/units/4602?asOf=2020-01-01T00:00Z", 404)]
    [InlineData("/units/4602/deliveries?next=7", 400)]
    [InlineData("/units/4699/deliveries", 404)]
    public async Task WhatIsNotThere_IsAProblem(string path, int status)
    {
        using var response = await _round.GetAsync(path);
        await ProblemAsync(response, status, status == 404 ? "not-found" : "bad-request");
    }

    [Fact]
    public async Task Deliveries_OfOneUnit_AreItsOwnAlone()
    {
        await SendAsync(SampleFiles.WorkbookOf("4602"));
        using var other = await _round.SendAsync("4601", SampleFiles.Form(SampleFiles.WorkbookOf("4601")));
        Assert.Equal(2, (await _round.ReadAsync("/deliveries")).GetProperty("items").GetArrayLength());
        Assert.Equal(1, Assert.Single((await _round.ReadAsync("/units/4602/deliveries")).GetProperty("items").EnumerateArray()).GetProperty("receipt").GetInt32());
        Assert.Empty((await _round.ReadAsync($"/units/4602/deliveries?asOf={await OpenedAtAsync()}")).GetProperty("items").EnumerateArray());
    }

    [Theory]
    [InlineData("")]
    [InlineData("/deliveries")]
    [InlineData("/units/4602")]
    [InlineData("/units/4602/deliveries")]
    [InlineData("/units/4602/returns/3")]
    [InlineData("/scorecard")]
    [InlineData("/log")]
    public async Task State_NamedByItsTag_IsNotSentAgainUntilSomethingHappens(string path)
    {
        await SendAsync(SampleFiles.WorkbookOf("4602"));
        using var first = await _round.GetAsync(path);
        var tag = Assert.IsType<EntityTagHeaderValue>(first.Headers.ETag);
        Assert.Equal(HttpStatusCode.NotModified, await StatusAsync(tag));
        using var other = await _round.SendAsync("4601", SampleFiles.Form(SampleFiles.WorkbookOf("4601")));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(tag));

        async Task<HttpStatusCode> StatusAsync(EntityTagHeaderValue known)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, OpenedRound.Path + path) { Headers = { IfNoneMatch = { known } } };
            using var response = await _round.Service.Client.SendAsync(request, Token);
            return response.StatusCode;
        }
    }

    [Theory]
    [InlineData("/api/rounds/46-dla-2567", "br")]
    [InlineData("/api/rounds/46-dla-2567", "gzip")]
    [InlineData("/api/rounds/46-none-2567", "br")]
    [InlineData("/app/rounds/46-dla-2567", "br")]
    [InlineData("/app/rounds/46-dla-2567/units/4602", "gzip")]
    [InlineData("/api/rounds/46-dla-2567/units/4602/form", null)]
    [InlineData("/api/rounds/46-dla-2567/export", null)]
    public async Task Texts_ComeSmallerToWhoeverTakesThem_DocumentsDoNot(string path, string? encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptEncoding.ParseAdd(encoding ?? "br, gzip");
        using var response = await _round.Service.Client.SendAsync(request, Token);
        Assert.Equal(encoding, response.Content.Headers.ContentEncoding.SingleOrDefault());
    }

    private async Task<string> OpenedAtAsync() => Uri.EscapeDataString((await _round.ReadAsync("/log")).GetProperty("items")[0].GetProperty("at").GetString()!);

    private async Task SendAsync((string Name, byte[] Bytes) file)
    {
        using var response = await _round.SendAsync("4602", SampleFiles.Form(file));
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
    }
}
