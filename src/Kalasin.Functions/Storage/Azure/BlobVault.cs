using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Kalasin.Evaluation;

namespace Kalasin.Functions.Storage.Azure;

internal sealed class BlobVaults(BlobContainerClient container, AzureFailures failures) : IVaults
{
    private readonly FirstUse _firstUse = new(failures, token => container.CreateIfNotExistsAsync(cancellationToken: token));

    public IVault Of(StreamId stream) => new BlobVault(container, $"{stream}/", failures, _firstUse);

    /// <summary>Asks for as little as shows that the container can be read.</summary>
    public async Task TouchAsync(CancellationToken cancellationToken)
    {
        await _firstUse.PrepareAsync(cancellationToken);
        await failures.GuardAsync(() => container.GetPropertiesAsync(cancellationToken: cancellationToken), cancellationToken);
    }
}

/// <summary>Content of one stream as blobs named by their hash; written in one request each, and only where there is none yet.</summary>
internal sealed class BlobVault(BlobContainerClient container, string prefix, AzureFailures failures, FirstUse firstUse) : IVault
{
    /// <summary>
    /// One request whatever the size (256 MiB is more than any limit lets in): a blob that is written in blocks could get
    /// them mixed when two processes of different versions promote the same content.
    /// </summary>
    private static readonly StorageTransferOptions OneRequest = new() { InitialTransferSize = 256 << 20 };

    /// <summary>Blobs written side by side; more would only queue at the account.</summary>
    private const int AtOnce = 8;

    private static readonly Dictionary<string, string> NoMetadata = [];

    public async Task<StagedContent?> StageAsync(Stream content, long limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        return await SpooledContent.TakeInAsync(content, limit, cancellationToken);
    }

    public async Task PromoteAsync(IReadOnlyCollection<StagedContent> staged, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(staged);
        if (staged.Any(s => s is not SpooledContent)) throw new ArgumentException("The content was staged elsewhere.", nameof(staged));
        await firstUse.PrepareAsync(cancellationToken);
        await Parallel.ForEachAsync(
            staged, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (content, token) => await PromoteAsync(content, token));
    }

    public async Task<Stream?> OpenAsync(ContentHash hash, ByteRange range, CancellationToken cancellationToken)
    {
        if (range.Length == 0) return await ExistsAsync(hash, cancellationToken) ? Stream.Null : null;
        await firstUse.PrepareAsync(cancellationToken);
        return await failures.GuardAsync<Stream?>(async () =>
        {
            try
            {
                var part = range == ByteRange.All ? default : new HttpRange(range.Offset, range.Length);
                var content = new GuardedContent(
                    (await BlobOf(hash).DownloadStreamingAsync(new() { Range = part }, cancellationToken)).Value.Content, failures);
                return range == ByteRange.All ? new CheckedContent(content, hash) : content;
            }
            catch (RequestFailedException failure) when (failure.ErrorCode == BlobErrorCode.BlobNotFound)
            {
                return null;
            }
            catch (RequestFailedException failure) when (failure.ErrorCode == BlobErrorCode.InvalidRange)
            {
                return Stream.Null; // it begins behind the end
            }
        }, cancellationToken);
    }

    public async Task<bool> ExistsAsync(ContentHash hash, CancellationToken cancellationToken)
    {
        await firstUse.PrepareAsync(cancellationToken);
        return await failures.GuardAsync(async () => (await BlobOf(hash).ExistsAsync(cancellationToken)).Value, cancellationToken);
    }

    public async Task<bool> DeleteAsync(ContentHash hash, CancellationToken cancellationToken)
    {
        await firstUse.PrepareAsync(cancellationToken);
        return await failures.GuardAsync(
            async () => (await BlobOf(hash).DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellationToken)).Value,
            cancellationToken);
    }

    public async Task<bool> DeleteAsync(ContentHash hash, DateTimeOffset before, CancellationToken cancellationToken)
    {
        await firstUse.PrepareAsync(cancellationToken);
        return await failures.GuardAsync(async () =>
        {
            try
            {
                var conditions = new BlobRequestConditions { IfUnmodifiedSince = before };
                return (await BlobOf(hash).DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, conditions, cancellationToken)).Value;
            }
            catch (RequestFailedException failure) when (failure.ErrorCode == BlobErrorCode.ConditionNotMet)
            {
                return false;
            }
        }, cancellationToken);
    }

    public async Task<bool> RenewAsync(ContentHash hash, CancellationToken cancellationToken)
    {
        await firstUse.PrepareAsync(cancellationToken);
        return await failures.GuardAsync(async () =>
        {
            try
            {
                await BlobOf(hash).SetMetadataAsync(NoMetadata, cancellationToken: cancellationToken); // which changes when it was last modified
                return true;
            }
            catch (RequestFailedException failure) when (failure.ErrorCode == BlobErrorCode.BlobNotFound)
            {
                return false;
            }
        }, cancellationToken);
    }

    public async IAsyncEnumerable<StoredContent> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await firstUse.PrepareAsync(cancellationToken);
        var blobs = container.GetBlobsAsync(new GetBlobsOptions { Prefix = prefix }, cancellationToken);
        await foreach (var blob in failures.GuardAsync(blobs, cancellationToken))
            if (ContentHash.TryParse(blob.Name[prefix.Length..], out var hash))
                yield return new(hash, blob.Properties.ContentLength ?? 0, blob.Properties.LastModified ?? default);
    }

    /// <summary>What is there may be removed as old before it is renewed; then it is put there again.</summary>
    private async Task PromoteAsync(StagedContent staged, CancellationToken cancellationToken)
    {
        while (!await TryUploadAsync(staged, cancellationToken) && !await RenewAsync(staged.Hash, cancellationToken)) { }
    }

    /// <returns>False if it is there.</returns>
    private async Task<bool> TryUploadAsync(StagedContent staged, CancellationToken cancellationToken)
    {
        await using var source = await staged.OpenAsync(cancellationToken);
        return await failures.GuardAsync(async () =>
        {
            try
            {
                await BlobOf(staged.Hash).UploadAsync(source, new BlobUploadOptions
                {
                    Conditions = new() { IfNoneMatch = ETag.All }, TransferOptions = OneRequest,
                }, cancellationToken);
                return true;
            }
            catch (RequestFailedException failure) when (
                failure.ErrorCode == BlobErrorCode.BlobAlreadyExists || failure.ErrorCode == BlobErrorCode.ConditionNotMet)
            {
                return false;
            }
        }, cancellationToken);
    }

    private BlobClient BlobOf(ContentHash hash) => container.GetBlobClient(prefix + hash);
}
