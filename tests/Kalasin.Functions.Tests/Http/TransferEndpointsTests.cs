using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Tests.Rounds;
using Microsoft.Extensions.DependencyInjection;
using static Kalasin.Functions.Tests.RunningService;

namespace Kalasin.Functions.Tests.Http;

public sealed class TransferEndpointsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Export_SentToAnotherInstallation_IsTheSameRoundThere()
    {
        await using var round = await OpenedRound.StartAsync();
        (await round.SendAsync("4603", SampleFiles.Form(SampleFiles.WorkbookOf("4603")))).Dispose();
        using var exported = await round.GetAsync("/export");
        Assert.Equal(("application/zip", "round-46-dla-2567-2.zip"), (exported.Content.Headers.ContentType?.MediaType, exported.Content.Headers.ContentDisposition?.FileName?.Trim('"')));
        var file = await exported.Content.ReadAsByteArrayAsync(Token);

        await using var other = await StartAsync();
        using var imported = await SendAsync(other, file);
        var answer = await JsonAsync(imported, HttpStatusCode.Created);
        Assert.Equal("/api/rounds/46-dla-2567", imported.Headers.Location?.OriginalString);
        Assert.Equal((2, 2), (answer.GetProperty("events").GetInt32(), answer.GetProperty("newEvents").GetInt32()));
        using var shown = await other.Client.GetAsync(OpenedRound.Path, Token);
        Assert.Equal(await round.HeadAsync(), (await JsonAsync(shown, HttpStatusCode.OK)).GetProperty("head").GetString());
        using var receipt = await other.Client.GetAsync($"{OpenedRound.Path}/deliveries/1/files/1", Token);
        Assert.Equal(SampleFiles.WorkbookOf("4603").Bytes, await receipt.Content.ReadAsByteArrayAsync(Token));

        using var again = await SendAsync(other, file);
        Assert.Equal(0, (await JsonAsync(again, HttpStatusCode.OK)).GetProperty("newEvents").GetInt32());
    }

    [Fact]
    public async Task Export_OfNoRound_NotFound_OfABrokenLog_IsAProblemAndNoFile()
    {
        await using var round = await OpenedRound.StartAsync();
        using var none = await round.Service.Client.GetAsync("/api/rounds/46-dla-2599/export", Token);
        Assert.Equal("KAL7302", await ProblemAsync(none, 404, "not-found"));
        // A second event of the same opening can't be told from a sound log; one that nobody can read can.
        var log = round.Service.Storage.Log;
        Assert.IsType<AppendResult.Ok>(await log.AppendAsync(StreamId.Of("round", "46-dla-2567"), 1, new([System.Text.Encoding.UTF8.GetBytes("{}")]), Token));
        using var broken = await round.GetAsync("/export");
        Assert.Equal("KAL7312", await ProblemAsync(broken, 500, "damaged"));
    }

    [Fact]
    public async Task Import_OfAnythingElse_IsAProblemWithItsFinding()
    {
        await using var service = await StartAsync();
        using var empty = await SendAsync(service, []);
        Assert.Equal("KAL7701", await ProblemAsync(empty, 422, "not-accepted"));
        using var workbook = await SendAsync(service, SampleFiles.WorkbookOf("4603").Bytes);
        Assert.Equal("KAL7701", await ProblemAsync(workbook, 422, "not-accepted"));
        Assert.Empty(await service.Services.GetRequiredService<Kalasin.Functions.Rounds.RoundLog>().ListAsync(Token));
    }

    [Fact]
    public async Task Forms_OfAllUnits_AreOneZip()
    {
        await using var round = await OpenedRound.StartAsync();
        using var response = await round.GetAsync("/forms");
        Assert.Equal(("application/zip", "forms-46-dla-2567.zip"), (response.Content.Headers.ContentType?.MediaType, response.Content.Headers.ContentDisposition?.FileName?.Trim('"')));
        using var zip = new ZipArchive(await response.Content.ReadAsStreamAsync(Token));
        Assert.Equal(24, zip.Entries.Count);
        Assert.Contains(zip.Entries, e => e.FullName == "form-46-dla-2567-4601.xlsx");
        using var none = await round.Service.Client.GetAsync("/api/rounds/46-dla-2599/forms", Token);
        Assert.Equal("KAL7302", await ProblemAsync(none, 404, "not-found"));
    }

    private static Task<HttpResponseMessage> SendAsync(RunningService service, byte[] file) => service.Client.PostAsync("/api/rounds/import", new ByteArrayContent(file)
    {
        Headers = { ContentType = new MediaTypeHeaderValue("application/zip") },
    }, Token);
}
