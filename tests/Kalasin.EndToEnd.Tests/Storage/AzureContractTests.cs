using Kalasin.Functions.Tests.Rounds;
using Kalasin.Functions.Tests.Storage;
using Kalasin.Functions.Tests.Ticks;
using Kalasin.Functions.Tests.Transfer;

namespace Kalasin.EndToEnd.Tests.Storage;

[Collection(nameof(Azurite))]
public sealed class TableEventLogTests(Azurite azurite) : EventLogContract
{
    private protected override StorageUnderTest CreateStore() => new AzureStorageUnderTest(azurite.Connection);
}

[Collection(nameof(Azurite))]
public sealed class BlobVaultTests(Azurite azurite) : VaultContract
{
    private protected override StorageUnderTest CreateStore() => new AzureStorageUnderTest(azurite.Connection);
}

[Collection(nameof(Azurite))]
public sealed class BlobDropsTests(Azurite azurite) : DropsContract
{
    private protected override StorageUnderTest CreateStore() => new AzureStorageUnderTest(azurite.Connection);
}

[Collection(nameof(Azurite))]
public sealed class AzureRoundLogTests(Azurite azurite) : RoundLogContract
{
    private protected override StorageUnderTest CreateStore() => new AzureStorageUnderTest(azurite.Connection);
}

[Collection(nameof(Azurite))]
public sealed class BlobHeadsTests(Azurite azurite) : HeadsContract
{
    private protected override StorageUnderTest CreateStore() => new AzureStorageUnderTest(azurite.Connection);
}

[Collection(nameof(Azurite))]
public sealed class BlobPartsTests(Azurite azurite) : PartsContract
{
    private protected override StorageUnderTest CreateStore() => new AzureStorageUnderTest(azurite.Connection);
}

[Collection(nameof(Azurite))]
public sealed class AzureHeadSealingTests(Azurite azurite) : HeadSealingContract
{
    private protected override StorageUnderTest CreateStore() => new AzureStorageUnderTest(azurite.Connection);
}

[Collection(nameof(Azurite))]
public sealed class TableTickMarkTests(Azurite azurite) : TickMarkContract
{
    private protected override StorageUnderTest CreateStore() => new AzureStorageUnderTest(azurite.Connection);
}

[Collection(nameof(Azurite))]
public sealed class AzureStoreCopyTests(Azurite azurite) : StoreCopyContract
{
    private protected override StorageUnderTest CreateStore() => new AzureStorageUnderTest(azurite.Connection);
}

[Collection(nameof(Azurite))]
public sealed class AzureRoundFileTests(Azurite azurite) : RoundFileContract
{
    private protected override StorageUnderTest CreateStore() => new AzureStorageUnderTest(azurite.Connection);
}
