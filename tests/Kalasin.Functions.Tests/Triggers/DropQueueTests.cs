using System.Text.Json;
using Kalasin.Functions.Tests.Drops;
using Kalasin.Functions.Tests.Rounds;

namespace Kalasin.Functions.Tests.Triggers;

/// <summary>Each message that Event Grid was seen to send, and some that it was not: whether the call is done, and what became of the drop.</summary>
public sealed class DropQueueTests
{
    private const string Drop = "46-dla-2567/4602/แบบรายงาน-นามน.xlsx";

    /// <summary>The drop's own tag, put in when it is known.</summary>
    private const string Tag = "{tag}";

    public static TheoryData<string, string, bool, bool> Messages => new()
    {
        { "Event Grid's schema", Grid(), true, true },
        { "CloudEvents", JsonSerializer.Serialize(new { specversion = "1.0", type = "Microsoft.Storage.BlobCreated", subject = SubjectOf("drop", Drop), time = "2024-05-10T02:58:11.1234567Z", data = DataOf(Drop, Tag) }), true, true },
        { "with names of the message's own properties", Grid()[..^1] + ""","dequeueCount":99,"Id":"not the message's id","Sys":{"MethodName":"Tick"}}""", true, true },
        { "many events", $"[{Grid(type: "Microsoft.Storage.BlobDeleted")},{Grid(path: "46-dla-2567/4601/gone.xlsx", tag: "0x8DC0000")},{Grid()},{Grid()},{Grid(container: "answers")}]", true, true },
        { "a rename, which names no tag", """{"specversion":"1.0","type":"Microsoft.Storage.BlobRenamed"}""", true, true },
        { "what stood there before", Grid(tag: "0x8DC70D1"), true, false },
        { "an answer of ours", Grid(container: "answers"), true, false },
        { "no event", """{"hello":"world"}""", false, false },
        { "no JSON", "สวัสดี", false, false },
        { "nothing", "", false, false },
    };

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task Message_DoneOrNot_AndItsEffect(string kind, string message, bool done, bool takenIn)
    {
        await using var folder = await DropFolder.StartAsync();
        await folder.DropAsync(Drop, SampleFiles.WorkbookOf("4602").Bytes);
        var text = message.Replace(Tag, (await folder.FindAsync()).Tag, StringComparison.Ordinal);

        // Twice, as every trigger may: the second time changes nothing.
        for (var time = 0; time < 2; time++) Assert.True(done == await folder.Service.TellAsync(text), kind);

        var state = await folder.StateAsync();
        Assert.Equal((takenIn ? 1 : 0, 0, !takenIn, ""), (state.Deliveries.Count, state.Refused.Count, folder.IsThere(Drop), await folder.HealthAsync()));
    }

    [Theory]
    [InlineData("s3", null, "KAL7101")]
    [InlineData("azure", null, "KAL7105")]
    [InlineData("azure", "nonsense", "KAL7021")]
    public async Task Call_WithoutAStore_FailsAndHealthSaysWhy(string storage, string? connection, string code)
    {
        var read = Settings.Read(null, storage, name => name == "KALASIN_STORAGE_CONNECTION" ? connection : null);
        await using var service = await RunningService.StartAsync(s => s with { UnderFunctionsHost = true, Azure = read.Azure, NoStorage = read.NoStorage });
        Assert.False(await service.TellAsync("""[{"type":"Microsoft.Storage.BlobRenamed"}]"""));
        Assert.False(await service.TickAsync());
        using var health = await service.Client.GetAsync(new Uri("/api/health", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(503, (int)health.StatusCode);
        Assert.Contains(code, await health.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    internal static string Grid(string type = "Microsoft.Storage.BlobCreated", string container = "drop", string path = Drop, string tag = Tag) => JsonSerializer.Serialize(new
    {
        topic = "/subscriptions/0b1f6471-1bf0-4dda-aec3-cb9272f09590/resourceGroups/kalasin/providers/Microsoft.Storage/storageAccounts/kalasin46",
        subject = SubjectOf(container, path), eventType = type, eventTime = "2024-05-10T02:58:11.1234567Z", data = DataOf(path, tag), dataVersion = "", metadataVersion = "1",
    });

    private static string SubjectOf(string container, string path) => $"/blobServices/default/containers/{container}/blobs/{path}";

    private static object DataOf(string path, string tag) => new
    {
        api = "PutBlob", eTag = tag, contentLength = 21504, blobType = "BlockBlob",
        url = $"https://kalasin46.blob.core.windows.net/drop/{string.Join('/', path.Split('/').Select(Uri.EscapeDataString))}",
    };
}
