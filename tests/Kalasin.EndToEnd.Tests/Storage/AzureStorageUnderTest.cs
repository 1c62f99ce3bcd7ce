using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Kalasin.Evaluation;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Storage.Azure;
using Kalasin.Functions.Tests.Storage;

namespace Kalasin.EndToEnd.Tests.Storage;

/// <summary>A table and containers of its own in the account of Azurite.</summary>
internal sealed class AzureStorageUnderTest(AzureAccount.ByConnection account) : StorageUnderTest
{
    public string Prefix { get; } = $"t{Guid.NewGuid():n}"[..16];

    public BlobServiceClient Blobs { get; } = new(account.ConnectionString);

    public BlobContainerClient Container(string name) => Blobs.GetBlobContainerClient(Prefix + name);

    public TableClient Log => new(account.ConnectionString, $"{Prefix}log");

    public override async Task DropAsync(string path, byte[] content)
    {
        var drops = Container("drop");
        await drops.CreateIfNotExistsAsync();
        await drops.GetBlobClient(path).UploadAsync(new BinaryData(content), overwrite: true);
    }

    /// <summary>A blob appears whole.</summary>
    public override Task SettleAsync(IDrops drops) => Task.CompletedTask;

    /// <summary>None: a spooled file of this machine is gone as soon as it is closed.</summary>
    public override IReadOnlyList<string> Leftovers => [];

    /// <summary>The account counts whole seconds.</summary>
    public override Task AgeAsync() => Task.Delay(TimeSpan.FromSeconds(1.1));

    public override async Task<bool> IsThereAsync(string path) => await Container("drop").GetBlobClient(path).ExistsAsync();

    public override async Task TakeBackAsync(string path) => await Container("drop").GetBlobClient(path).DeleteIfExistsAsync();

    public override async Task<IReadOnlyList<string>> AnswersOfAsync(string path) =>
        [.. (await Container("answers").GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{path}/", default).ToListAsync())
            .Select(b => b.Name[(path.Length + 1)..]).Order(StringComparer.Ordinal)];

    public override async Task<byte[]?> ReadAnswerAsync(string path, string name)
    {
        try
        {
            return (await Container("answers").GetBlobClient($"{path}/{name}").DownloadContentAsync()).Value.Content.ToArray();
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return null;
        }
    }

    public override async Task DamageAsync(StreamId stream, ContentHash hash, byte[]? content)
    {
        var blob = Container("vault").GetBlobClient($"{stream}/{hash}");
        if (content is null) await blob.DeleteAsync();
        else await blob.UploadAsync(new BinaryData(content), overwrite: true);
    }

    public override async Task ForgeAsync(StreamId stream, long sequence, byte[]? bytes)
    {
        var row = new TableEntity(stream.ToString().Replace('/', '.'), $"e{sequence:D10}") { ["Bytes"] = bytes };
        if (bytes is null) await Log.DeleteEntityAsync(row);
        else await Log.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace);
    }

    protected override IStorage Create() => AzureStorage.Open(account, Prefix);

    /// <summary>Nothing: Azurite forgets everything with the run.</summary>
    protected override ValueTask RemoveAsync() => ValueTask.CompletedTask;
}
