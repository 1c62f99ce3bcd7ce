using Kalasin.Functions.Storage;
using Kalasin.Functions.Tests.Storage;

namespace Kalasin.Functions.Tests.Drops;

/// <summary>Drops over a store that fails: each is recorded once, answered, and gone or kept as the answer says.</summary>
public abstract class FaultyDropContract : DropWorkContract
{
    [Theory]
    [InlineData(Fault.Before)]
    [InlineData(Fault.After)]
    [InlineData(Fault.Midway)]
    [InlineData(Fault.Conflict)]
    public async Task Scan_FaultAtEachCall_OneReceiptAnsweredAndGone(object fault) => await AtEachCallAsync((Fault)fault, DropAsync, ScanOrUnavailableAsync, async call =>
    {
        await ScanAsync(Token);
        await AssertTakenInAsync(call);
    });

    [Fact]
    public async Task Scan_ProcessDyingAtEachCall_OneReceiptAnsweredAndGone() => await DyingAtEachCallAsync(DropAsync, (_, life) => ScanAsync(life), async call =>
    {
        await Store.SettleAsync(Faulty.Drops);
        await ScanAsync(Token);
        await AssertTakenInAsync(call);
    });

    [Theory]
    [InlineData(Fault.Before)]
    [InlineData(Fault.After)]
    [InlineData(Fault.Midway)]
    [InlineData(Fault.Conflict)]
    public async Task Message_FaultAtEachCall_OneReceiptAnsweredAndGone(object fault)
    {
        var message = "";
        await AtEachCallAsync((Fault)fault, async call =>
        {
            await DropAsync(call);
            message = MessageOf(await FindAsync());
        }, async _ => await TellAsync(message), async call =>
        {
            // The queue tries again only what failed; a scan comes in any case.
            await TellAsync(message);
            await ScanAsync(Token);
            await AssertTakenInAsync(call);
        });
    }

    [Theory]
    [InlineData(Fault.Before)]
    [InlineData(Fault.After)]
    [InlineData(Fault.Midway)]
    public async Task Refusal_FaultAtEachCall_RecordedOnceAnsweredAndKept(object fault) => await AtEachCallAsync((Fault)fault, async call =>
    {
        await Store.DropAsync(PathOf(call), Garbage);
        await Store.SettleAsync(Faulty.Drops);
    }, ScanOrUnavailableAsync, async call =>
    {
        await ScanAsync(Token);
        Assert.True(await Store.IsThereAsync(PathOf(call)));
        Assert.Equal("notAccepted", (await AnswerAsync(PathOf(call))).GetProperty("outcome").GetString());
        Assert.Equal(["answer.json", "answer.txt"], await Store.AnswersOfAsync(PathOf(call)));
        var state = await CheckedStateAsync();
        Assert.Equal((0, call), (state.Deliveries.Count, state.Refused.Count));
        await Store.TakeBackAsync(PathOf(call));
    });

    [Theory]
    [InlineData(Fault.Before)]
    [InlineData(Fault.After)]
    [InlineData(Fault.Midway)]
    [InlineData(Fault.Conflict)]
    public async Task GivenUp_FaultAtEachCall_RecordedOnceAnsweredAndKept(object fault)
    {
        var message = "";
        await AtEachCallAsync((Fault)fault, async call =>
        {
            await DropAsync(call);
            message = MessageOf(await FindAsync());
        }, async _ => await TellPoisonAsync(message), async call =>
        {
            Assert.True(await TellPoisonAsync(message));
            await ScanAsync(Token);
            Assert.True(await Store.IsThereAsync(PathOf(call)));
            Assert.Equal("KAL7503", (await AnswerAsync(PathOf(call))).GetProperty("findings")[0].GetProperty("code").GetString());
            var state = await CheckedStateAsync();
            Assert.Equal((0, call), (state.Deliveries.Count, state.Refused.Count));
            await Store.TakeBackAsync(PathOf(call));
        });
    }

    private async Task ScanOrUnavailableAsync(int call)
    {
        var failure = await Record.ExceptionAsync(() => ScanAsync(Token));
        Assert.True(failure is null or StorageUnavailableException, $"{failure}");
    }
}
