using Kalasin.Functions.Tests.Transfer;

namespace Kalasin.Functions.Tests.Storage.Local;

public sealed class SqliteEventLogTests : EventLogContract
{
    private protected override StorageUnderTest CreateStore() => new LocalStorageUnderTest();
}

public sealed class LocalVaultTests : VaultContract
{
    private protected override StorageUnderTest CreateStore() => new LocalStorageUnderTest();
}

public sealed class FolderDropsTests : DropsContract
{
    private protected override StorageUnderTest CreateStore() => new LocalStorageUnderTest();
}

public sealed class FolderHeadsContractTests : HeadsContract
{
    private protected override StorageUnderTest CreateStore() => new LocalStorageUnderTest();
}

public sealed class FolderPartsTests : PartsContract
{
    private protected override StorageUnderTest CreateStore() => new LocalStorageUnderTest();
}

public sealed class FolderTickMarkTests : TickMarkContract
{
    private protected override StorageUnderTest CreateStore() => new LocalStorageUnderTest();
}

public sealed class LocalStoreCopyTests : StoreCopyContract
{
    private protected override StorageUnderTest CreateStore() => new LocalStorageUnderTest();
}

public sealed class LocalRoundFileTests : RoundFileContract
{
    private protected override StorageUnderTest CreateStore() => new LocalStorageUnderTest();
}
