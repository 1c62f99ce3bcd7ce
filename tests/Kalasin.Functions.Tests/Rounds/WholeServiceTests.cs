using Kalasin.Functions.Rounds;
using Kalasin.Functions.Tests.Storage;
using Kalasin.Functions.Tests.Storage.Local;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kalasin.Functions.Tests.Rounds;

public sealed class FaultyDeliveryTests : FaultyDeliveryContract
{
    private protected override StorageUnderTest CreateStore() => new LocalStorageUnderTest();
}

public sealed class FaultyTickTests : FaultyTickContract
{
    [Fact]
    public Task Tick_FaultAfterEachCall_ClosedOnceAndCompiled() => TickAtEachCallAsync(Fault.After);

    private protected override StorageUnderTest CreateStore() => new LocalStorageUnderTest();
}

public sealed class FaultyMixTests : FaultyMixContract
{
    private protected override StorageUnderTest CreateStore() => new LocalStorageUnderTest();
}

public sealed class FaultyDecisionTests : FaultyDecisionContract
{
    private protected override StorageUnderTest CreateStore() => new LocalStorageUnderTest();
}

public sealed class VaultSweepTests : VaultSweepContract
{
    /// <summary>Files of deliveries that nobody recorded lie there; they are sent again while two instances find that they are old.</summary>
    [Fact]
    public async Task Sweep_WhileWhatIsLeftIsSentAgain_LosesNothing()
    {
        var clock = ((LocalStorageUnderTest)Store).Clock;
        foreach (var unit in Units) await LeaveAsync(SampleFiles.WorkbookOf(unit).Bytes);
        clock.Advance(VaultSweep.SafeAge + TimeSpan.FromMinutes(1));
        var sweeps = Enumerable.Range(0, 2).Select(_ => Store.Open()).Select(storage =>
            new VaultSweep(new(storage.Log, storage.Vaults, clock), storage.Log, clock, NullLogger<VaultSweep>.Instance)).ToList();
        await Task.WhenAll(Units.Select(async unit =>
        {
            using var response = await SendAsync(unit, unit, SampleFiles.WorkbookOf(unit));
            Assert.NotNull(await ReceiptOrUnavailableAsync(response));
        }).Concat(sweeps.Select(sweep => Task.Run(() => sweep.SweepAsync(Id, Token)))));
        Assert.Equal(Units.Length, (await CheckedStateAsync()).Deliveries.Count);
    }

    private protected override StorageUnderTest CreateStore() => new LocalStorageUnderTest();
}

public sealed class FaultyPartsTests : FaultyPartsContract
{
    private protected override StorageUnderTest CreateStore() => new LocalStorageUnderTest();
}
