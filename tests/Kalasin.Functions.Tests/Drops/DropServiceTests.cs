using System.Text;
using Kalasin.Evaluation;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Tests.Rounds;
using Microsoft.Extensions.DependencyInjection;

namespace Kalasin.Functions.Tests.Drops;

public sealed class DropServiceTests
{
    private const string Thai = "46-dla-2567/4602/พ.ค./แบบรายงาน-นามน.xlsx";
    private static readonly byte[] Workbook = SampleFiles.WorkbookOf("4602").Bytes;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Drop_OfAWorkbook_ReceiptAnswersAndTheDropIsGone()
    {
        await using var folder = await DropFolder.StartAsync();
        await folder.DropAsync(Thai, Workbook);
        Assert.Equal(1, await folder.ScanAsync());

        var delivery = Assert.Single((await folder.StateAsync()).Deliveries);
        Assert.Equal(("4602", Kalasin.Evaluation.Rounds.DeliveryChannel.Drop), (delivery.Unit.Value, delivery.Channel));
        Assert.False(folder.IsThere(Thai));
        Assert.Equal(["answer.json", "answer.txt", "receipt-1.docx", "receipt-1.pdf"], folder.AnswersOf(Thai));
        var answer = await folder.AnswerAsync(Thai);
        Assert.Equal(("accepted", 1, Thai), (answer.GetProperty("outcome").GetString(), answer.GetProperty("receipt").GetInt32(), answer.GetProperty("drop").GetString()));
        Assert.Equal(
            delivery.Returns.Select(r => (r.Indicator.Value, "reported")),
            answer.GetProperty("returns").EnumerateArray().Select(r => (r.GetProperty("indicator").GetString()!, r.GetProperty("status").GetString()!)));
        var text = await File.ReadAllTextAsync(folder.AnswerPath(Thai, "answer.txt"), Token);
        Assert.StartsWith("ใบตอบรับข้อมูล เลขที่ ๑ ", text, StringComparison.Ordinal);
        Assert.Contains("\r\nReceipt 1, received 10 May 2024", text, StringComparison.Ordinal);
        Assert.Equal("%PDF-", Encoding.ASCII.GetString(await File.ReadAllBytesAsync(folder.AnswerPath(Thai, "receipt-1.pdf"), Token), 0, 5));
        Assert.Equal("", await folder.HealthAsync());
    }

    [Fact]
    public async Task Drop_WithSomethingToCorrect_ItsOwnWorkbookLiesThereWithNotes()
    {
        const string Path = "46-dla-2567/4603/report.xlsx";
        await using var folder = await DropFolder.StartAsync();
        await folder.DropAsync(Path, SampleFiles.WorkbookOf("4603").Bytes);
        Assert.Equal(1, await folder.ScanAsync());
        Assert.Equal(["answer.json", "answer.txt", "commented.xlsx", "receipt-1.docx", "receipt-1.pdf"], folder.AnswersOf(Path));
        var noted = Kalasin.Evaluation.Tests.Remarks.NotedFile.Open(await File.ReadAllBytesAsync(folder.AnswerPath(Path, "commented.xlsx"), Token));
        Assert.Contains(noted.Notes, n => n is { Sheet: "ตัวชี้วัด 4", Cell: "B23" });
    }

    [Fact]
    public async Task Drop_ThatComesAgainUnchanged_SameReceipt()
    {
        await using var folder = await DropFolder.StartAsync();
        for (var time = 0; time < 2; time++)
        {
            await folder.DropAsync(Thai, Workbook);
            File.SetLastWriteTimeUtc(folder.PathOf(Thai), new(2024, 5, 9, 0, 0, 0, DateTimeKind.Utc));
            Assert.Equal(1, await folder.ScanAsync());
            Assert.False(folder.IsThere(Thai));
        }
        Assert.Single((await folder.StateAsync()).Deliveries);
    }

    [Fact]
    public async Task Drop_StillGrowing_WaitsUntilItIsWhole()
    {
        await using var folder = await DropFolder.StartAsync();
        await folder.DropAsync(Thai, Workbook[..1000]);
        await folder.Scan.RunAsync(Token);
        folder.Clock.Advance(TimeSpan.FromSeconds(1));
        await folder.DropAsync(Thai, Workbook);
        Assert.Equal(1, await folder.ScanAsync());
        Assert.Empty((await folder.StateAsync()).Refused);
    }

    [Fact]
    public async Task Drop_TakenInAfterTheDeadline_CountsFromItsArrival()
    {
        await using var folder = await DropFolder.StartAsync();
        var arrived = new DateTimeOffset(2024, 5, 15, 15, 0, 0, TimeSpan.FromHours(7));
        folder.Clock.SetUtcNow(arrived.ToUniversalTime());
        await folder.DropAsync(Thai, Workbook);
        await folder.Scan.RunAsync(Token);
        folder.Clock.Advance(TimeSpan.FromDays(3));
        await folder.Scan.RunAsync(Token);
        Assert.Equal(arrived, Assert.Single((await folder.StateAsync()).Deliveries).ReceivedAt);
        Assert.DoesNotContain("KAL5008", await File.ReadAllTextAsync(folder.AnswerPath(Thai, "answer.txt"), Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drop_Unreadable_AnsweredRecordedOnceAndKept()
    {
        await using var folder = await DropFolder.StartAsync();
        await folder.DropAsync(Thai, Encoding.UTF8.GetBytes("ไม่ใช่ไฟล์รายงาน"));
        for (var scan = 0; scan < 3; scan++) Assert.Equal(0, await folder.ScanAsync());
        // After a restart nobody remembers having read it.
        await folder.ScanAfterRestartAsync();
        Assert.True(folder.IsThere(Thai));
        Assert.Single((await folder.StateAsync()).Refused);
        var answer = await folder.AnswerAsync(Thai);
        Assert.Equal("notAccepted", answer.GetProperty("outcome").GetString());
        Assert.Equal("error", answer.GetProperty("findings")[0].GetProperty("severity").GetString());
        Assert.Equal(["answer.json", "answer.txt"], folder.AnswersOf(Thai));
        Assert.StartsWith("ยังไม่ได้รับไฟล์นี้ไว้", await File.ReadAllTextAsync(folder.AnswerPath(Thai, "answer.txt"), Token), StringComparison.Ordinal);
        Assert.Equal("KAL7504", await folder.HealthAsync());

        File.Delete(folder.PathOf(Thai));
        await folder.ScanAsync();
        Assert.Equal("", await folder.HealthAsync());
    }

    [Fact]
    public async Task Drop_LargerThanADelivery_AnsweredAndKept()
    {
        await using var folder = await DropFolder.StartAsync();
        await folder.DropAsync(Thai, [1]);
        await using (var file = File.OpenWrite(folder.PathOf(Thai))) file.SetLength(IntakeLimits.Default.FileBytes + 1);
        await folder.ScanAsync();
        Assert.True(folder.IsThere(Thai));
        Assert.Equal("KAL7502", (await folder.AnswerAsync(Thai)).GetProperty("findings")[0].GetProperty("code").GetString());
    }

    [Theory]
    [InlineData(nameof(IDrops.AnswerAsync))]
    [InlineData(nameof(IDrops.DeleteAsync))]
    public async Task Failure_AfterTheAppend_FinishedByTheNextScan(string operation)
    {
        var broken = true;
        await using var folder = await DropFolder.StartAsync(wrap: drops => new BreakingDrops(drops, (called, _) => broken && called == operation ? new IOException("gone") : null));
        await folder.DropAsync(Thai, Workbook);
        await Assert.ThrowsAsync<IOException>(folder.ScanAsync);
        Assert.Single((await folder.StateAsync()).Deliveries);
        Assert.True(folder.IsThere(Thai));

        broken = false;
        Assert.Equal(1, await folder.ScanAsync());
        Assert.Single((await folder.StateAsync()).Deliveries);
        Assert.False(folder.IsThere(Thai));
        Assert.Equal(4, folder.AnswersOf(Thai).Length);
    }

    [Fact]
    public async Task Failure_OfOneDrop_KeepsNoOtherWaitingAndIsGivenUpAfterFiveTries()
    {
        const string bad = "46-dla-2567/4601/bad.xlsx";
        var (broken, opened) = (true, 0);
        await using var folder = await DropFolder.StartAsync(wrap: drops => new BreakingDrops(drops, (called, path) =>
            called == nameof(IDrops.OpenAsync) && path.Value == bad && broken && ++opened <= 5 ? new InvalidOperationException("a bug") : null));
        await folder.DropAsync(bad, SampleFiles.WorkbookOf("4601").Bytes);
        await folder.DropAsync(Thai, Workbook);
        Assert.Equal(1, await folder.ScanAsync());
        for (var scan = 0; scan < 6; scan++) await folder.ScanAsync();

        var state = await folder.StateAsync();
        Assert.Equal(["KAL7503"], Assert.Single(state.Refused).Value.Codes);
        Assert.Equal("4602", Assert.Single(state.Deliveries).Unit.Value);
        Assert.True(folder.IsThere(bad));
        Assert.Equal("KAL7503", (await folder.AnswerAsync(bad)).GetProperty("findings")[0].GetProperty("code").GetString());
        Assert.Equal("KAL7504", await folder.HealthAsync());

        // Given up for good, restarts included, but a new file of the same name is a new drop.
        broken = false;
        await folder.ScanAfterRestartAsync();
        Assert.True(folder.IsThere(bad));
        await folder.DropAsync(bad, SampleFiles.WorkbookOf("4601").Bytes);
        Assert.Equal(1, await folder.ScanAsync());
        Assert.Equal(2, (await folder.StateAsync()).Deliveries.Count);
    }

    [Fact]
    public async Task Abandon_WhatIsRecordedAlready_OnlyFinishes()
    {
        var broken = true;
        await using var folder = await DropFolder.StartAsync(wrap: drops => new BreakingDrops(drops, (called, _) => broken && called == nameof(IDrops.DeleteAsync) ? new IOException("gone") : null));
        await folder.DropAsync(Thai, Workbook);
        var drop = await folder.FindAsync();
        await Assert.ThrowsAsync<IOException>(() => folder.Drops.TakeInAsync(drop, Token));
        broken = false;
        await folder.Drops.AbandonAsync(drop, Token);
        var state = await folder.StateAsync();
        Assert.Equal((1, 0), (state.Deliveries.Count, state.Refused.Count));
        Assert.False(folder.IsThere(Thai));
    }
}
