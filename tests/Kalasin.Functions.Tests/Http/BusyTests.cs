using System.Net;
using Kalasin.Evaluation;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Tests.Drops;
using Kalasin.Functions.Tests.Rounds;
using Microsoft.Extensions.DependencyInjection;

namespace Kalasin.Functions.Tests.Http;

/// <summary>When more is being read than there is room for: asked to come again, and nothing of it is kept or recorded.</summary>
public sealed class BusyTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/units/4602/deliveries", OpenedRound.Path)]
    [InlineData("/evaluate", "/api")]
    public async Task Upload_WithoutRoom_503WithRetryAfter(string path, string under)
    {
        await using var round = await OpenedRound.StartAsync();
        var head = await round.HeadAsync();
        var gate = new TaskCompletionSource();
        var readers = Fill(round.Service.Services.GetRequiredService<ReadingRoom>(), gate.Task);
        using (var response = await round.Service.Client.PostAsync(
            new Uri(under + path, UriKind.Relative), SampleFiles.Form(SampleFiles.WorkbookOf("4602")), Token))
        {
            Assert.Equal("KAL7303", await RunningService.ProblemAsync(response, 503, "busy"));
            Assert.Equal("120", response.Headers.RetryAfter!.ToString());
        }
        Assert.Equal(head, await round.HeadAsync());
        Assert.Empty(await round.KeptAsync());

        gate.SetResult();
        await Task.WhenAll(readers);
        using var again = await round.Service.Client.PostAsync(
            new Uri(under + path, UriKind.Relative), SampleFiles.Form(SampleFiles.WorkbookOf("4602")), Token);
        Assert.True(again.StatusCode is HttpStatusCode.Created or HttpStatusCode.OK, again.StatusCode.ToString());
    }

    /// <summary>What can't be read as files takes no room.</summary>
    [Fact]
    public async Task UploadWithoutFiles_WithoutRoom_IsRefusedAtOnce()
    {
        await using var round = await OpenedRound.StartAsync();
        var gate = new TaskCompletionSource();
        var readers = Fill(round.Service.Services.GetRequiredService<ReadingRoom>(), gate.Task);
        using (var response = await round.SendAsync("4602", new MultipartFormDataContent { { new StringContent("x"), "note" } }))
            Assert.Equal("KAL1906", await RunningService.ProblemAsync(response, 422, "not-accepted"));
        Assert.Equal(["KAL1906"], Assert.Single((await round.StateAsync()).Refused).Value.Codes);
        gate.SetResult();
        await Task.WhenAll(readers);
    }

    [Fact]
    public async Task Drop_WithoutRoom_StaysAndIsNoTry()
    {
        const string drop = "46-dla-2567/4602/แบบรายงาน.xlsx";
        await using var folder = await DropFolder.StartAsync();
        await folder.DropAsync(drop, SampleFiles.WorkbookOf("4602").Bytes);
        var gate = new TaskCompletionSource();
        var readers = Fill(folder.Service.Services.GetRequiredService<ReadingRoom>(), gate.Task);
        for (var look = 0; look < 8; look++) Assert.Equal(0, await folder.ScanAsync());
        Assert.True(folder.IsThere(drop));
        Assert.Empty(folder.AnswersOf(drop));
        Assert.DoesNotContain("KAL7504", await folder.HealthAsync(), StringComparison.Ordinal);
        gate.SetResult();
        await Task.WhenAll(readers);
        Assert.Equal(1, await folder.ScanAsync());
    }

    /// <summary>Takes every place and every place to wait.</summary>
    private static List<Task<int>> Fill(ReadingRoom room, Task letGo) =>
    [
        .. Enumerable.Range(0, 4 + 64).Select(_ => room.ReadAsync(_ => Task.FromResult(new IntakeResult([], [], [])), async _ =>
        {
            await letGo;
            return 1;
        }, Token)),
    ];
}
