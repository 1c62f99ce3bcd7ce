using Kalasin.Functions.Tests.Drops;
using Kalasin.Functions.Tests.Rounds;
using Kalasin.Functions.Tests.Telemetry;

namespace Kalasin.Functions.Tests.Triggers;

/// <summary>A failure would put the message into the queue <c>drops-poison-poison</c>, which nobody reads and the host may not make.</summary>
public sealed class DropPoisonTests
{
    private const string Named = """[{"type":"Microsoft.Storage.BlobCreated","time":"2024-05-10T00:00:00Z","data":{"url":"https://a/drop/46-dla-2567/4602/x.xlsx","eTag":"1"}}]""";

    [Theory]
    [InlineData(Named)]
    [InlineData("{")]
    [InlineData("สวัสดี")]
    [InlineData("""{"type":"\ud800"}""")]
    public async Task Message_ThatCantBeActedOn_DoneAllTheSameCountedAndSaid(string message)
    {
        await using var folder = await DropFolder.StartAsync(s => s with { UnderFunctionsHost = true }, drops => new BreakingDrops(drops, (_, _) => new IOException("gone")));
        using var recording = new Recording(folder.Service);
        Assert.True(await folder.Service.TellPoisonAsync(message));
        Assert.Equal(1, recording.Count("kalasin.drops.poisoned"));
        Assert.Equal("KAL7505", await folder.HealthAsync());
    }

    [Fact]
    public async Task Message_ThatNamesADrop_GivesItUpOnce()
    {
        const string drop = "46-dla-2567/4602/แบบรายงาน-นามน.xlsx";
        await using var folder = await DropFolder.StartAsync(s => s with { UnderFunctionsHost = true });
        await folder.DropAsync(drop, SampleFiles.WorkbookOf("4602").Bytes);
        var message = DropQueueTests.Grid(tag: (await folder.FindAsync()).Tag);
        for (var time = 0; time < 2; time++) Assert.True(await folder.Service.TellPoisonAsync(message));
        var state = await folder.StateAsync();
        Assert.Equal((0, 1, true, "KAL7504"), (state.Deliveries.Count, state.Refused.Count, folder.IsThere(drop), await folder.HealthAsync()));
    }

    [Fact]
    public async Task Message_WithoutAStore_DoneAllTheSame()
    {
        await using var service = await RunningService.StartAsync(s => s with { UnderFunctionsHost = true, NoStorage = SettingsFindings.StorageUnknown.At(Evaluation.Place.Nowhere, "s3") });
        Assert.True(await service.TellPoisonAsync(Named));
    }
}
