using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Kalasin.Functions.Tests.Drops;
using Kalasin.Functions.Tests.Rounds;
using Kalasin.Functions.Tests.Storage;

namespace Kalasin.EndToEnd.Tests.Storage;

[Collection(nameof(Azurite))]
public sealed class AzureFaultyDeliveryTests(Azurite azurite) : FaultyDeliveryContract
{
    private protected override StorageUnderTest CreateStore() => new AzureStorageUnderTest(azurite.Connection);
}

[Collection(nameof(Azurite))]
public sealed class AzureFaultyDecisionTests(Azurite azurite) : FaultyDecisionContract
{
    private protected override StorageUnderTest CreateStore() => new AzureStorageUnderTest(azurite.Connection);
}

[Collection(nameof(Azurite))]
public sealed class AzureFaultyDropTests(Azurite azurite) : FaultyDropContract
{
    private protected override StorageUnderTest CreateStore() => new AzureStorageUnderTest(azurite.Connection);
}

[Collection(nameof(Azurite))]
public sealed class AzureFaultyTickTests(Azurite azurite) : FaultyTickContract
{
    [Theory]
    [InlineData(Fault.Before)]
    [InlineData(Fault.After)]
    [InlineData(Fault.Midway)]
    public Task Tick_FaultAtEachCall_ClosedOnceAndCompiled(object fault) => TickAtEachCallAsync((Fault)fault);

    private protected override StorageUnderTest CreateStore() => new AzureStorageUnderTest(azurite.Connection);
}

[Collection(nameof(Azurite))]
public sealed class AzureFaultyMixTests(Azurite azurite) : FaultyMixContract
{
    private protected override StorageUnderTest CreateStore() => new AzureStorageUnderTest(azurite.Connection);
}

[Collection(nameof(Azurite))]
public sealed class AzureFaultyPartsTests(Azurite azurite) : FaultyPartsContract
{
    private protected override StorageUnderTest CreateStore() => new AzureStorageUnderTest(azurite.Connection);
}

[Collection(nameof(Azurite))]
public sealed class AzureVaultSweepTests(Azurite azurite) : VaultSweepContract
{
    private protected override StorageUnderTest CreateStore() => new AzureStorageUnderTest(azurite.Connection);
}

[Collection(nameof(Azurite))]
public sealed class AzureDropServiceTests(Azurite azurite) : DropServiceContract
{
    private BlobContainerClient Dropped => ((AzureStorageUnderTest)Store).Container("drop");

    [Fact]
    public async Task Drop_WhoseUploadIsHalfDone_IsNotThereYet()
    {
        await Store.SettleAsync(Faulty.Drops); // makes the container
        await Drain(Faulty.Drops.ListAsync(Token));
        var blob = Dropped.GetBlockBlobClient(PathOf(1));
        var workbook = SampleFiles.WorkbookOf(Units[1]).Bytes;
        string[] blocks = ["AAAA", "AAAB"];
        await blob.StageBlockAsync(blocks[0], new MemoryStream(workbook[..1000]), cancellationToken: Token);
        await ScanAsync(Token);
        Assert.Empty(await Store.AnswersOfAsync(PathOf(1)));
        await blob.StageBlockAsync(blocks[1], new MemoryStream(workbook[1000..]), cancellationToken: Token);
        await blob.CommitBlockListAsync(blocks, cancellationToken: Token);
        await ScanAsync(Token);
        await AssertTakenInAsync(1);
    }

    [Fact]
    public async Task Drop_HeldByALease_TakenInToldAndKeepsNoOtherWaiting()
    {
        await DropAsync(1);
        var lease = Dropped.GetBlobClient(PathOf(1)).GetBlobLeaseClient();
        await lease.AcquireAsync(BlobLeaseClient.InfiniteLeaseDuration, cancellationToken: Token);
        await ScanAsync(Token);
        await DropAsync(2);
        await ScanAsync(Token);
        await AssertTakenInAsync(2);
        Assert.Equal("KAL7506", await HealthAsync());
        await lease.ReleaseAsync(cancellationToken: Token);
        await ScanAsync(Token);
        Assert.False(await Store.IsThereAsync(PathOf(1)));
        Assert.Equal("", await HealthAsync());
    }

    private static async Task Drain<T>(IAsyncEnumerable<T> items)
    {
        await foreach (var _ in items) { }
    }

    [Theory]
    [InlineData("46-dla-2567//4602/report.xlsx", "46-dla-2567/%2F/4602/report.xlsx")]
    [InlineData("46-dla-2567/4602//report.xlsx", "46-dla-2567/4602/%2F/report.xlsx")]
    public Task Drop_OfAnImpossibleName_AnsweredNearItShownAndKept(string name, string answered) => AssertAnsweredNearAsync(name, answered, "KAL7008");

    private protected override StorageUnderTest CreateStore() => new AzureStorageUnderTest(azurite.Connection);
}

[Collection(nameof(Azurite))]
public sealed class AzureDropNamesTests(Azurite azurite) : DropNamesContract
{
    private protected override StorageUnderTest CreateStore() => new AzureStorageUnderTest(azurite.Connection);
}
