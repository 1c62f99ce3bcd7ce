using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Storage.Azure;
using Kalasin.Functions.Tests.Storage;

namespace Kalasin.EndToEnd.Tests.Storage;

/// <summary>A table and containers of its own in the account of Azurite.</summary>
internal sealed class AzureStorageUnderTest(AzureAccount.ByConnection account) : StorageUnderTest
{
    public string Prefix { get; } = $"t{Guid.NewGuid():n}"[..16];

    public BlobServiceClient Blobs { get; } = new(account.ConnectionString);

    public TableClient Log => new(account.ConnectionString, $"{Prefix}log");

    public override async Task DropAsync(string path, byte[] content)
    {
        var drops = Blobs.GetBlobContainerClient($"{Prefix}drop");
        await drops.CreateIfNotExistsAsync();
        await drops.GetBlobClient(path).UploadAsync(new BinaryData(content), overwrite: true);
    }

    /// <summary>A blob appears whole.</summary>
    public override Task SettleAsync(IDrops drops) => Task.CompletedTask;

    public override async Task<byte[]?> ReadAnswerAsync(string path, string name)
    {
        try
        {
            return (await Blobs.GetBlobContainerClient($"{Prefix}answers").GetBlobClient($"{path}/{name}").DownloadContentAsync()).Value.Content.ToArray();
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return null;
        }
    }

    protected override IStorage Create() => AzureStorage.Open(account, Prefix);

    /// <summary>Nothing: Azurite forgets everything with the run.</summary>
    protected override ValueTask RemoveAsync() => ValueTask.CompletedTask;
}
