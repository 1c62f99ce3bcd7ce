using Azure.Core;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Kalasin.Evaluation;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Storage.Azure;

namespace Kalasin.EndToEnd.Tests.Storage;

/// <summary>What is Azure's own: the check, names of blobs, leases, folders.</summary>
[Collection(nameof(Azurite))]
public sealed class AzureStorageTests(Azurite azurite) : IAsyncDisposable
{
    private readonly AzureStorageUnderTest store = new(azurite.Connection);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Check_AccountInOrder_NoFinding()
    {
        var storage = store.Open();
        Assert.Equal("azure", storage.Kind);
        Assert.Empty(await storage.CheckAsync(Token));
        Assert.Empty(await storage.CheckAsync(Token));
    }

    [Fact]
    public async Task Check_WrongKey_SaysNotAllowedOnceAndTellsNoSecret()
    {
        const string Key = "c2VjcmV0c2VjcmV0c2VjcmV0";
        var connection = System.Text.RegularExpressions.Regex.Replace(
            azurite.Connection.ConnectionString, "AccountKey=[^;]*", $"AccountKey={Key}", default, TimeSpan.FromSeconds(1));
        var storage = AzureStorage.Open(new AzureAccount.ByConnection(connection), store.Prefix);
        var findings = await storage.CheckAsync(Token);
        Assert.All(findings, f => Assert.Equal(("KAL7024", Severity.Error), (f.Code, f.Severity)));
        Assert.InRange(findings.Count, 1, 2); // tables and blobs name the reason in different words
        Assert.DoesNotContain(Key, string.Concat(findings.Select(f => f.ToString(Language.English))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Vault_PathOfStreamAndHash_AndPromotedAgainItCountsAsNew()
    {
        var vault = store.Open().Vaults.Of(StreamId.Of("round", "46-dla-2567"));
        var hash = await StoreAsync(vault);
        var first = Assert.Single(await vault.ListAsync(Token).ToListAsync(Token));
        Assert.True(await Container("vault").GetBlobClient($"round/46-dla-2567/{hash}").ExistsAsync(Token));
        await Task.Delay(TimeSpan.FromMilliseconds(1100), Token); // times of blobs are whole seconds
        await StoreAsync(vault);
        var again = Assert.Single(await vault.ListAsync(Token).ToListAsync(Token));
        Assert.Equal(first with { StoredAt = again.StoredAt }, again);
        Assert.True(again.StoredAt > first.StoredAt); // what a delivery is about to name is no old orphan
    }

    [Fact]
    public async Task Vault_Staged_NothingInTheAccount()
    {
        var storage = store.Open();
        Assert.Empty(await storage.CheckAsync(Token)); // makes the containers
        await using var staged = (await storage.Vaults.Of(StreamId.Of("round", "1")).StageAsync(new MemoryStream([1, 2, 3]), 10, Token))!;
        Assert.Empty(await Container("vault").GetBlobsAsync(cancellationToken: Token).ToListAsync(Token));
    }

    [Theory]
    [InlineData("46-dla-2567/4601/a#b.xlsx")]
    [InlineData("46-dla-2567/4601/100%41.xlsx")]
    [InlineData("46-dla-2567/4601/a+b c?d=e&f.xlsx")]
    [InlineData("46-dla-2567/4601/ฎีกา \"ใหม่\".xlsx")]
    public async Task Drop_NameWithSigns_ReadAnsweredAndDeletedAsNamed(string path)
    {
        var drops = store.Open().Drops;
        await store.DropAsync(path, [1, 2]);
        var drop = Assert.Single(await drops.ListAsync(Token).ToListAsync(Token));
        Assert.Equal(path, drop.Path.Value);
        Assert.DoesNotContain('"', drop.Tag);
        await using (var content = await drops.OpenAsync(drop, Token)) Assert.NotNull(content);
        await drops.AnswerAsync(drop.Path, "receipt.pdf", new byte[] { 9 }, Token);
        Assert.Equal([9], await store.ReadAnswerAsync(path, "receipt.pdf"));
        Assert.True(await drops.DeleteAsync(drop, Token));
    }

    [Fact]
    public async Task List_OldestFirst_FoldersLeftOut()
    {
        var drops = store.Open().Drops;
        await store.DropAsync("r/u/b.xlsx", [1]);
        await Task.Delay(TimeSpan.FromMilliseconds(1100), Token);
        await store.DropAsync("r/u/a.xlsx", [1]);
        await Container("drop").GetBlobClient("r/u").UploadAsync(new BinaryData(Array.Empty<byte>()), new BlobUploadOptions
        {
            Metadata = new Dictionary<string, string> { ["hdi_isfolder"] = "true" },
        }, Token);
        Assert.Equal(["r/u/b.xlsx", "r/u/a.xlsx"], (await drops.ListAsync(Token).ToListAsync(Token)).Select(d => d.Path.Value));
    }

    [Fact]
    public async Task Delete_HeldByALease_IsUnavailableAndNotGone()
    {
        var drops = store.Open().Drops;
        await store.DropAsync("r/u/a.xlsx", [1]);
        var drop = Assert.Single(await drops.ListAsync(Token).ToListAsync(Token));
        var lease = Container("drop").GetBlobClient("r/u/a.xlsx").GetBlobLeaseClient();
        await lease.AcquireAsync(BlobLeaseClient.InfiniteLeaseDuration, cancellationToken: Token);
        Assert.Equal("KAL7026", (await Assert.ThrowsAsync<StorageUnavailableException>(() => drops.DeleteAsync(drop, Token))).Finding.Code);
        await lease.ReleaseAsync(cancellationToken: Token);
        Assert.True(await drops.DeleteAsync(drop, Token));
    }

    [Fact]
    public async Task Open_ConnectionThatBreaksWhileReading_IsUnavailable()
    {
        var round = StreamId.Of("round", "1");
        var hash = await StoreAsync(store.Open().Vaults.Of(round));
        await store.DropAsync("r/u/a.xlsx", [1, 2, 3]);
        var storage = AzureStorage.Open(azurite.Connection, store.Prefix, new WatchedTransport
        {
            BreaksOff = request => request.Method == RequestMethod.Get && !request.Uri.Query.Contains("comp=", StringComparison.Ordinal),
        });
        var drop = Assert.Single(await storage.Drops.ListAsync(Token).ToListAsync(Token));
        foreach (var opened in (Stream?[])[await storage.Drops.OpenAsync(drop, Token), await storage.Vaults.Of(round).OpenAsync(hash, ByteRange.All, Token)])
        {
            await using var content = opened!;
            var failure = await Assert.ThrowsAsync<StorageUnavailableException>(() => content.CopyToAsync(Stream.Null, Token));
            Assert.Equal("KAL7022", failure.Finding.Code);
        }
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();

    private BlobContainerClient Container(string name) => store.Container(name);

    private static async Task<ContentHash> StoreAsync(IVault vault)
    {
        await using var staged = await vault.StageAsync(new MemoryStream([1, 2, 3]), 10, Token);
        await vault.PromoteAsync([staged!], Token);
        return staged!.Hash;
    }
}
