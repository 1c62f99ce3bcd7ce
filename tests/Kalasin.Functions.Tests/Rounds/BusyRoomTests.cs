using System.Net;
using System.Text;
using Kalasin.Evaluation;
using Kalasin.Functions.Rounds;
using Microsoft.Extensions.DependencyInjection;

namespace Kalasin.Functions.Tests.Rounds;

/// <summary>Whatever file somebody sends, it is read in the one room that bounds what is read at once.</summary>
public sealed class BusyRoomTests
{
    private static readonly IntakeResult Nothing = new([], [], []);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RankingsAndRules_WaitForThePlacesThatDeliveriesTake()
    {
        await using var service = await RunningService.StartAsync();
        using var opened = await service.Client.PutAsync(new Uri("/api/rounds/46-dla-2567", UriKind.Relative), null, Token);
        var annex = await service.Client.GetByteArrayAsync(new Uri("/api/rounds/46-dla-2567/annex.xlsx", UriKind.Relative), Token);
        var template = await service.Client.GetByteArrayAsync(new Uri("/api/rankings/dla-2567/sheet", UriKind.Relative), Token);
        var (room, letGo) = (service.Services.GetRequiredService<ReadingRoom>(), new TaskCompletionSource());
        // Four are read, sixty-four wait; nobody else comes in.
        var held = Enumerable.Range(0, 68).Select(_ => room.ReadAsync(_ => Task.FromResult(Nothing), async _ => { await letGo.Task; return 0; }, Token)).ToList();
        foreach (var (address, bytes) in new[] { ("/api/rankings/dla-2567/scorecards", template), ("/api/rankings/dla-2567/scorecards", "รหัส,ตัวชี้วัดที่ 1"u8.ToArray()) })
        {
            using var form = SampleFiles.Form(("sheet.xlsx", bytes));
            using var refused = await service.Client.PostAsync(new Uri(address, UriKind.Relative), form, Token);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        }
        using var content = new ByteArrayContent(annex) { Headers = { ContentType = new(FileFormatOfExcel) } };
        using var rules = await service.Client.PostAsync(new Uri("/api/rounds/46-dla-2567/annex", UriKind.Relative), content, Token);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, rules.StatusCode);
        letGo.SetResult();
        await Task.WhenAll(held);
        using var again = new ByteArrayContent(annex) { Headers = { ContentType = new(FileFormatOfExcel) } };
        using var read = await service.Client.PostAsync(new Uri("/api/rounds/46-dla-2567/annex", UriKind.Relative), again, Token);
        Assert.Contains("KAL3207", Encoding.UTF8.GetString(await read.Content.ReadAsByteArrayAsync(Token)), StringComparison.Ordinal);
    }

    private const string FileFormatOfExcel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
}
