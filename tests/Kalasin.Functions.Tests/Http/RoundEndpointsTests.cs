using System.Net;
using System.Net.Http.Headers;
using Kalasin.Functions.Tests.Rounds;
using static Kalasin.Functions.Tests.RunningService;

namespace Kalasin.Functions.Tests.Http;

public sealed class RoundEndpointsTests : IAsyncLifetime
{
    private RunningService service = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => service = await StartAsync();

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task Open_FirstThenAgain_201Then200WithTheSameHead()
    {
        using var first = await PutAsync("46-dla-2567");
        var opened = await JsonAsync(first, HttpStatusCode.Created);
        using var second = await PutAsync("46-dla-2567");
        var again = await JsonAsync(second, HttpStatusCode.OK);
        Assert.Equal(opened.GetProperty("head").GetString(), again.GetProperty("head").GetString());
        Assert.Equal(1, again.GetProperty("sequence").GetInt64());
    }

    [Theory]
    [InlineData("46-dla-2599")]
    [InlineData("99-dla-2567")]
    [InlineData("dla-2567")]
    [InlineData("46")]
    [InlineData("..")]
    public async Task Open_UnknownRound_404(string round)
    {
        using var response = await PutAsync(round);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/deliveries")]
    [InlineData("/deliveries/1")]
    [InlineData("/scorecard")]
    [InlineData("/report")]
    public async Task Read_RoundThatWasNeverOpened_404(string path)
    {
        using var response = await service.Client.GetAsync(new Uri("/api/rounds/46-dla-2567" + path, UriKind.Relative), Token);
        await ProblemAsync(response, 404, "not-found");
    }

    [Fact]
    public async Task Report_WhereUnitsAreScored_IsOfTheEntrantNamed()
    {
        using var opened = await PutAsync("46-dla-district-2567");
        Assert.Equal(HttpStatusCode.Created, opened.StatusCode);
        foreach (var path in (string[])["/scorecard", "/report"])
        {
            using var unclear = await service.Client.GetAsync(new Uri("/api/rounds/46-dla-district-2567" + path, UriKind.Relative), Token);
            Assert.Equal("KAL7205", await ProblemAsync(unclear, 400, "bad-request"));
        }
        using var report = await service.Client.GetAsync(new Uri("/api/rounds/46-dla-district-2567/report?entrant=4602&format=docx", UriKind.Relative), Token);
        Assert.Equal("attachment; filename=\"report-46-dla-district-2567-4602-official.docx\"", report.Content.Headers.ContentDisposition?.ToString());
        Assert.Contains("ท้องถิ่นอำเภอนามน", await OfficeText.OfAsync(report), StringComparison.Ordinal);
        var round = await service.Client.GetStringAsync(new Uri("/app/rounds/46-dla-district-2567", UriKind.Relative), Token);
        Assert.DoesNotContain("/report?", round, StringComparison.Ordinal);
        var scores = await service.Client.GetStringAsync(new Uri("/app/rounds/46-dla-district-2567/scores", UriKind.Relative), Token);
        Assert.Contains("/report?format=pdf&amp;edition=internal&amp;entrant=4602", scores, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_ShowsOpenedRoundsOnly()
    {
        Assert.Empty((await GetAsync("/api/rounds")).GetProperty("items").EnumerateArray());
        using var _ = await PutAsync("46-dla-2567");
        var line = Assert.Single((await GetAsync("/api/rounds")).GetProperty("items").EnumerateArray());
        Assert.Equal("46-dla-2567", line.GetProperty("id").GetString());
        Assert.Equal("2024-05-15", line.GetProperty("internalDeadline").GetString());
        Assert.Equal("2024-05-31", line.GetProperty("finalDeadline").GetString());
        Assert.Equal((90, 0), (line.GetProperty("expected").GetInt32(), line.GetProperty("received").GetInt32()));
    }

    [Fact]
    public async Task Status_NamedByItsTag_IsNotSentAgainUntilSomethingChanges()
    {
        using var _ = await PutAsync("46-dla-2567");
        using var first = await service.Client.GetAsync(Status, Token);
        var tag = Assert.IsType<EntityTagHeaderValue>(first.Headers.ETag);
        Assert.Equal(HttpStatusCode.NotModified, await StatusAsync(tag));
        using var form = new MultipartFormDataContent { { new ByteArrayContent(SampleFiles.WorkbookOf("4602").Bytes), "files", "a.xlsx" } };
        using var sent = await service.Client.PostAsync(new Uri("/api/rounds/46-dla-2567/units/4602/deliveries", UriKind.Relative), form, Token);
        Assert.Equal(HttpStatusCode.Created, sent.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(tag));

        async Task<HttpStatusCode> StatusAsync(EntityTagHeaderValue known)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, Status) { Headers = { IfNoneMatch = { known } } };
            using var response = await service.Client.SendAsync(request, Token);
            return response.StatusCode;
        }
    }

    private static Uri Status => new("/api/rounds/46-dla-2567", UriKind.Relative);

    [Fact]
    public async Task Grid_OfANewRound_ExpectsNinetyReturnsFrom24Units()
    {
        using var _ = await PutAsync("46-dla-2567");
        var round = await GetAsync("/api/rounds/46-dla-2567");
        var units = round.GetProperty("units").EnumerateArray().ToList();
        Assert.Equal(24, units.Count);
        Assert.Equal(90, units.Sum(u => u.GetProperty("indicators").GetArrayLength()));
        Assert.All(units, u => Assert.All(u.GetProperty("indicators").EnumerateArray(), c => Assert.Equal("missing", c.GetProperty("state").GetString())));
        Assert.Equal(90, round.GetProperty("missing").GetInt32());
        Assert.False(round.GetProperty("closed").GetBoolean());
    }

    private Task<HttpResponseMessage> PutAsync(string round) => service.Client.PutAsync(new Uri("/api/rounds/" + round, UriKind.Relative), null, Token);

    private async Task<System.Text.Json.JsonElement> GetAsync(string path)
    {
        using var response = await service.Client.GetAsync(new Uri(path, UriKind.Relative), Token);
        return await JsonAsync(response, HttpStatusCode.OK);
    }
}
