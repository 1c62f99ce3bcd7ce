using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Kalasin.Functions.Storage.Azure;

/// <summary>
/// Blobs that senders put into one container, and answers in another: an answer beside its drop would announce itself as a
/// new drop. A blob appears whole, so there is nothing to wait for; its ETag tells one content from the next.
/// </summary>
internal sealed class BlobDrops(BlobContainerClient drops, BlobContainerClient answers, AzureFailures failures) : IDrops
{
    /// <summary>What marks a folder on accounts with a hierarchical namespace.</summary>
    private const string FolderMark = "hdi_isfolder";

    private readonly FirstUse _firstUse = new(failures, token => Task.WhenAll(
        drops.CreateIfNotExistsAsync(cancellationToken: token), answers.CreateIfNotExistsAsync(cancellationToken: token)));

    public async IAsyncEnumerable<Drop> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await _firstUse.PrepareAsync(cancellationToken);
        var found = new List<Drop>();
        await foreach (var blob in failures.GuardAsync(
            drops.GetBlobsAsync(new GetBlobsOptions { Traits = BlobTraits.Metadata }, cancellationToken), cancellationToken))
        {
            if (!IsFolder(blob))
                found.Add(Drop.Named(blob.Name, TagOf(blob.Properties.ETag), blob.Properties.ContentLength ?? 0, blob.Properties.LastModified ?? default));
        }
        found.Sort((a, b) => a.ArrivedAt != b.ArrivedAt ? a.ArrivedAt.CompareTo(b.ArrivedAt) : string.CompareOrdinal(a.Path.Value, b.Path.Value));
        foreach (var drop in found)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return drop;
        }
    }

    public async Task<Stream?> OpenAsync(Drop drop, CancellationToken cancellationToken)
    {
        await _firstUse.PrepareAsync(cancellationToken);
        return await failures.GuardAsync<Stream?>(async () =>
        {
            try
            {
                return new GuardedContent(
                    (await BlobOf(drop).DownloadStreamingAsync(new() { Conditions = Unchanged(drop) }, cancellationToken)).Value.Content,
                    failures);
            }
            catch (RequestFailedException failure) when (IsGoneOrChanged(failure))
            {
                return null;
            }
        }, cancellationToken);
    }

    public async Task AnswerAsync(DropPath answered, string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        AnswerName.Check(name);
        await _firstUse.PrepareAsync(cancellationToken);
        await failures.GuardAsync(
            () => answers.GetBlobClient($"{answered}/{name}").UploadAsync(new BinaryData(content), overwrite: true, cancellationToken),
            cancellationToken);
    }

    public async Task<bool> DeleteAsync(Drop drop, CancellationToken cancellationToken)
    {
        await _firstUse.PrepareAsync(cancellationToken);
        return await failures.GuardAsync(async () =>
        {
            try
            {
                await BlobOf(drop).DeleteAsync(DeleteSnapshotsOption.IncludeSnapshots, Unchanged(drop), cancellationToken);
                return true;
            }
            catch (RequestFailedException failure) when (IsGoneOrChanged(failure))
            {
                return false;
            }
        }, cancellationToken);
    }

    /// <summary>Asks for as little as shows that both containers can be read.</summary>
    public async Task TouchAsync(CancellationToken cancellationToken)
    {
        await _firstUse.PrepareAsync(cancellationToken);
        foreach (var container in (BlobContainerClient[])[drops, answers])
            await failures.GuardAsync(() => container.GetPropertiesAsync(cancellationToken: cancellationToken), cancellationToken);
    }

    /// <summary>Marked as one, or an empty blob by which some programs stand for one.</summary>
    private static bool IsFolder(BlobItem blob) =>
        blob.Metadata.ContainsKey(FolderMark) || (blob.Name.EndsWith('/') && blob.Properties.ContentLength is 0 or null);

    private BlobClient BlobOf(Drop drop) => drops.GetBlobClient(drop.Path.Value);

    private static BlobRequestConditions Unchanged(Drop drop) => new() { IfMatch = new ETag(drop.Tag) };

    /// <summary>Without quotes, as listings and Event Grid give it; requests get theirs from the library.</summary>
    private static string TagOf(ETag? tag) => tag.GetValueOrDefault().ToString("G").Trim('"');

    private static bool IsGoneOrChanged(RequestFailedException failure) =>
        failure.ErrorCode == BlobErrorCode.BlobNotFound || failure.ErrorCode == BlobErrorCode.ConditionNotMet;
}
