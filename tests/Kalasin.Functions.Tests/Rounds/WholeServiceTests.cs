using Kalasin.Functions.Tests.Storage;
using Kalasin.Functions.Tests.Storage.Local;

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
