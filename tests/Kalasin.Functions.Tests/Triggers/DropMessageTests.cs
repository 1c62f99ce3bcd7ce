using System.Text;
using System.Text.Json;
using Kalasin.Functions.Triggers;

namespace Kalasin.Functions.Tests.Triggers;

public sealed class DropMessageTests
{
    private static readonly DateTimeOffset Now = new(2024, 5, 10, 3, 0, 0, TimeSpan.Zero);

    private const string Subject = "/blobServices/default/containers/drop/blobs/46-dla-2567/4602/a.xlsx";

    [Theory]
    [InlineData("https://x.blob.core.windows.net/drop/46-dla-2567/4602/a.xlsx", "46-dla-2567/4602/a.xlsx")]
    [InlineData("https://x.dfs.core.windows.net/drop/46-dla-2567/4602/a.xlsx", "46-dla-2567/4602/a.xlsx")]
    [InlineData("http://127.0.0.1:10000/devstoreaccount1/drop/46-dla-2567/4602/a.xlsx", "46-dla-2567/4602/a.xlsx")]
    [InlineData("https://x.blob.core.windows.net/drop/46-dla-2567/4602/%E0%B8%A3%E0%B8%B2%E0%B8%A2%E0%B8%87%E0%B8%B2%E0%B8%99%20%23%201.xlsx", "46-dla-2567/4602/รายงาน # 1.xlsx")]
    [InlineData("https://x.blob.core.windows.net/drop/46-dla-2567/4602/รายงาน.xlsx", "46-dla-2567/4602/รายงาน.xlsx")]
    [InlineData("https://x.blob.core.windows.net/drop/100%25.xlsx", "100%.xlsx")]
    [InlineData(null, "46-dla-2567/4602/a.xlsx")]
    public void Path_FromTheUrlOrTheSubject(string? url, string expected) => Assert.Equal(expected, Assert.Single(Read(Event(url: url)).Drops).Path.Value);

    [Fact]
    public void Schemas_SayTheSame()
    {
        var data = $$"""{"eTag":"\"0x8DC\"","contentLength":7,"url":"https://x.blob.core.windows.net/drop/46-dla-2567/4602/a.xlsx"}""";
        string[] events =
        [
            $$"""{"eventType":"Microsoft.Storage.BlobCreated","subject":"{{Subject}}","eventTime":"2024-05-10T02:00:00Z","data":{{data}}}""",
            $$"""{"specversion":"1.0","type":"Microsoft.Storage.BlobCreated","subject":"{{Subject}}","time":"2024-05-10T02:00:00Z","data":{{data}}}""",
            $$"""{"specversion":"1.0","type":"Microsoft.Storage.BlobCreated","subject":"{{Subject}}","time":"2024-05-10T02:00:00Z","data_base64":"{{Convert.ToBase64String(Encoding.UTF8.GetBytes(data))}}"}""",
        ];
        foreach (var e in (string[])[.. events, $"[{events[0]}]"])
        {
            var drop = Assert.Single(Read(e).Drops);
            Assert.Equal(("46-dla-2567/4602/a.xlsx", "0x8DC", 7L, Now.AddHours(-1)), (drop.Path.Value, drop.Tag, drop.Size, drop.ArrivedAt));
        }
        Assert.Equal(4, Read($"[{events[0]},{events[1]},{events[2]},{events[0]}]").Drops.Count);
    }

    [Fact]
    public void Time_InTheFuture_IsNow() => Assert.Equal(Now, Assert.Single(Read(Event(time: "2999-01-01T00:00:00Z")).Drops).ArrivedAt);

    [Theory]
    [InlineData(null, "2024-05-10T02:00:00Z", Subject)]
    [InlineData("", "2024-05-10T02:00:00Z", Subject)]
    [InlineData("0x8DC", "yesterday", Subject)]
    [InlineData("0x8DC", "2024-05-10T02:00:00Z", "/blobServices/default/containers/drop/blobs/../../log.db")]
    public void Event_ThatIsNotExact_AsksToLook(string? tag, string time, string subject)
    {
        var message = Read(Event(tag: tag, time: time, subject: subject));
        Assert.Equal((0, true), (message.Drops.Count, message.Look));
    }

    [Theory]
    [InlineData("Microsoft.Storage.BlobDeleted", Subject, false)]
    [InlineData("Microsoft.EventGrid.SubscriptionValidationEvent", "", false)]
    [InlineData("Microsoft.Storage.BlobCreated", "/blobServices/default/containers/answers/blobs/46-dla-2567/4602/a.xlsx", false)]
    [InlineData("Microsoft.Storage.BlobRenamed", Subject, true)]
    public void Event_OfAnotherKind_NoDrop(string type, string subject, bool look)
    {
        var message = Read(Event(type: type, subject: subject));
        Assert.Equal((0, look), (message.Drops.Count, message.Look));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("[[]]")]
    [InlineData("""{"eventType":7}""")]
    public void Message_ThatIsNoEvent_Refused(string json) => Assert.Throws<FormatException>(() => Read(json));

    private static string Event(string type = "Microsoft.Storage.BlobCreated", string subject = Subject, string? tag = "0x8DC", string time = "2024-05-10T02:00:00Z", string? url = null) =>
        JsonSerializer.Serialize(new { eventType = type, subject, eventTime = time, data = new { eTag = tag, contentLength = 7, url } });

    private static DropMessage Read(string json) => DropMessage.Read(JsonElement.Parse(json), Now);
}
