using System.Globalization;
using System.Text;
using System.Text.Json;
using Kalasin.EndToEnd.Tests.Hosting;
using Kalasin.EndToEnd.Tests.Hosting.Wire;
using Kalasin.EndToEnd.Tests.Infra;

namespace Kalasin.EndToEnd.Tests.Triggers;

/// <summary>The published program's queue and timer functions: how a call ends for the host, and what it did.</summary>
public sealed class QueueTests(PublishedProgram published)
{
    private const string Person = "นางสมหญิง ใจดี";

    /// <summary>Name; whether the call succeeds; receipts; whether the drop stays; what health then shows.</summary>
    public static TheoryData<string, bool, int, bool, string> Messages => new()
    {
        { "Event Grid", true, 1, false, "" },
        { "CloudEvents", true, 1, false, "" },
        { "a layer of base64 and one of JSON more", true, 1, false, "" },
        { "properties named as the host's", true, 1, false, "" },
        { "many: deleted, gone, twice, of another container", true, 1, false, "" },
        { "renamed", true, 1, false, "" },
        { "replaced since", true, 0, true, "" },
        { "in our answers", true, 0, true, "" },
        { "no event", false, 0, true, "" },
        { "no JSON", false, 0, true, "" },
    };

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task Message_ResultAndEffect(string name, bool succeeds, int receipts, bool stays, string health)
    {
        await using var round = await HostedRound.StartAsync(published);
        await round.DropAsync("4602");
        var tag = (await round.SettleAsync())[HostedRound.DropOf("4602")];
        var message = MessageOf(name, tag);
        for (var time = 0; time < 2; time++) // as every trigger may come twice: the second time changes nothing
            Assert.Equal(succeeds, (await round.Host.QueueAsync("DropQueue", message)).Status == StatusResult.Types.Status.Success);
        Assert.Equal((receipts, stays, health), ((await round.StateAsync()).Deliveries.Count, round.Lies("4602"), await round.HealthAsync()));
    }

    [Theory]
    [InlineData(Calls.FirstTime)]
    [InlineData(Calls.YearOne)]
    [InlineData(Calls.PastDue)]
    public async Task Tick_WhateverTheTimerSays_TakesIn(string timer)
    {
        await using var round = await HostedRound.StartAsync(published);
        await round.DropAsync("4602");
        await round.SettleAsync();
        for (var time = 0; time < 2; time++) Assert.Equal(StatusResult.Types.Status.Success, (await round.Host.TickAsync(timer: timer)).Status);
        Assert.Equal((1, false, ""), ((await round.StateAsync()).Deliveries.Count, round.Lies("4602"), await round.HealthAsync()));
    }

    [Fact]
    public async Task Mailbox_WithoutOne_NoFailure()
    {
        await using var round = await HostedRound.StartAsync(published);
        Assert.Equal(StatusResult.Types.Status.Success, (await round.Host.TickAsync("Mailbox")).Status);
    }

    [Fact]
    public async Task Queue_OfManyMessages_EachDropTakenInOnce()
    {
        await using var round = await HostedRound.StartAsync(published);
        string[] units = ["4601", "4602", "4604", "4605", "4606", "4607"];
        foreach (var unit in units) await round.DropAsync(unit);
        var tags = await round.SettleAsync();
        var (queue, poison) = (new StorageQueue("drops"), new StorageQueue("drops-poison"));
        foreach (var (path, tag) in tags.Concat(tags)) queue.Send(Event(path, tag));
        await queue.DrainAsync(round.Host, poison);
        Assert.All(queue.Results, result => Assert.Equal(StatusResult.Types.Status.Success, result.Status));
        Assert.Equal((0, units.Length), (poison.Count, (await round.StateAsync()).Deliveries.Count));
        Assert.DoesNotContain(units, round.Lies);
    }

    [Fact]
    public async Task Queue_OfAMessageThatFails_FiveTriesThenPoisonThatNeverFails()
    {
        await using var round = await HostedRound.StartAsync(published);
        var (queue, poison) = (new StorageQueue("drops"), new StorageQueue("drops-poison"));
        queue.Send($$"""{"hello":"{{Person}}"}""");
        await queue.DrainAsync(round.Host, poison);
        Assert.Equal((5, 1), (queue.Results.Count(r => r.Status == StatusResult.Types.Status.Failure), poison.Count));

        await poison.DrainAsync(round.Host);
        Assert.Equal(StatusResult.Types.Status.Success, Assert.Single(poison.Results).Status);
        Assert.Equal("KAL7505", await round.HealthAsync());
    }

    /// <summary>Five tries failed for a drop that is there: it is given up in the log, and stays for the coordinator.</summary>
    [Fact]
    public async Task Poison_OfADrop_GivenUpAndLeftLying()
    {
        await using var round = await HostedRound.StartAsync(published);
        await round.DropAsync("4602");
        var tag = (await round.SettleAsync())[HostedRound.DropOf("4602")];
        var poison = new StorageQueue("drops-poison");
        for (var time = 0; time < 2; time++) poison.Send(Event(HostedRound.DropOf("4602"), tag));
        await poison.DrainAsync(round.Host);
        Assert.All(poison.Results, result => Assert.Equal(StatusResult.Types.Status.Success, result.Status));
        var state = await round.StateAsync();
        Assert.Equal((0, 1, true, "KAL7504"), (state.Deliveries.Count, state.Refused.Count, round.Lies("4602"), await round.HealthAsync()));
    }

    /// <summary>What leaves a failed function is the kind of the failure and the call: the host would send any text on, unredacted.</summary>
    [Fact]
    public async Task Failure_SaysItsKindAndTheCallAlone()
    {
        await using var round = await HostedRound.StartAsync(published);
        var call = Guid.NewGuid().ToString();
        var failed = (await round.Host.QueueAsync("DropQueue", $$"""{"hello":"{{Person}}"}""", invocation: call)).Exception;
        Assert.Equal($"{nameof(FormatException)}, {call}", failed.Message.Trim()[^(nameof(FormatException).Length + 2 + call.Length)..]);
        await round.Host.StatusAsync(); // whatever it logged before has come too
        Assert.DoesNotContain(Person, round.Host.Worker.Printed, StringComparison.Ordinal);
        var said = string.Join('\n', round.Host.Logs.Select(log => $"{log}").Append($"{failed}"));
        Assert.DoesNotContain(Person, said, StringComparison.Ordinal);
        Assert.DoesNotContain("holds something that is no event", said, StringComparison.Ordinal);
    }

    private static string MessageOf(string name, string tag)
    {
        var path = HostedRound.DropOf("4602");
        return name switch
        {
            "Event Grid" => Event(path, tag),
            "CloudEvents" => JsonSerializer.Serialize(new
            {
                specversion = "1.0", type = "Microsoft.Storage.BlobCreated", subject = SubjectOf(path), time = TimeProvider.System.GetUtcNow(),
                data = new { eTag = tag, contentLength = 1, url = UrlOf(path) }
            }),
            "a layer of base64 and one of JSON more" => JsonSerializer.Serialize(Convert.ToBase64String(Encoding.UTF8.GetBytes(Event(path, tag)))),
            "properties named as the host's" =>
                Event(path, tag).Insert(1, "\"dequeueCount\":99,\"Id\":\"not the message's\",\"Sys\":{\"MethodName\":\"Tick\"},\"QueueTrigger\":\"[]\","),
            "many: deleted, gone, twice, of another container" =>
                $"[{Event(path, tag, "Deleted")},{Event("46-dla-2567/4601/gone.xlsx", "0x8DC")},"
                + $"{Event(path, tag)},{Event(path, tag)},{Event(path, tag, container: "answers")}]",
            "renamed" => Event(path, tag, "Renamed"),
            "replaced since" => Event(path, "0x8DC70D1"),
            "in our answers" => Event(path, tag, container: "answers"),
            "no event" => """{"hello":"world"}""",
            "no JSON" => "สวัสดี",
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        };
    }

    private static string Event(string path, string tag, string kind = "Created", string container = "drop") => JsonSerializer.Serialize(new
    {
        topic = "/subscriptions/0b1f6471-1bf0-4dda-aec3-cb9272f09590/resourceGroups/kalasin/providers/Microsoft.Storage/storageAccounts/kalasin46",
        subject = SubjectOf(path, container),
        eventType = string.Create(CultureInfo.InvariantCulture, $"Microsoft.Storage.Blob{kind}"),
        id = "831e1650-001e-001b-66ab-eeb76e069631", dataVersion = "", metadataVersion = "1",
        eventTime = TimeProvider.System.GetUtcNow(),
        data = new { api = "PutBlob", eTag = tag, contentLength = 21504, blobType = "BlockBlob", url = UrlOf(path, container) },
    });

    private static string SubjectOf(string path, string container = "drop") => $"/blobServices/default/containers/{container}/blobs/{path}";

    private static string UrlOf(string path, string container = "drop") =>
        $"https://kalasin46.blob.core.windows.net/{container}/{string.Join('/', path.Split('/').Select(Uri.EscapeDataString))}";
}
