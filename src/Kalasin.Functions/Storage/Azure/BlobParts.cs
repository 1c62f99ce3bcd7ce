using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Kalasin.Functions.Storage.Azure;

/// <summary>An append blob for each file that comes in parts, <c>{round}/{unit}/{id}</c>: the account itself says where it ends, whoever adds to it.</summary>
internal sealed class BlobParts(BlobContainerClient container, AzureFailures failures) : IParts
{
    /// <summary>Bytes of one request to the account, and the most that a sender who breaks off has to send again.</summary>
    private const int BlockSize = 1 << 20;

    private const string Name = "name";
    private const string Length = "length";

    private readonly FirstUse _firstUse = new(failures, token => container.CreateIfNotExistsAsync(cancellationToken: token));

    public async Task<PartialFile> BeginAsync(PartialPlace place, string name, long length, CancellationToken cancellationToken)
    {
        await _firstUse.PrepareAsync(cancellationToken);
        var id = PartialId.New();
        var about = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [Name] = Convert.ToHexString(Encoding.UTF8.GetBytes(name)), // metadata are headers, and take no Thai
            [Length] = length.ToString(CultureInfo.InvariantCulture),
        };
        var made = await failures.GuardAsync(
            () => BlobOf(place, id).CreateAsync(new AppendBlobCreateOptions { Metadata = about }, cancellationToken), cancellationToken);
        return new(place, id, name, length, 0, made.Value.LastModified);
    }

    public async Task<PartialFile?> FindAsync(PartialPlace place, PartialId id, CancellationToken cancellationToken)
    {
        await _firstUse.PrepareAsync(cancellationToken);
        return await failures.GuardAsync(async () =>
        {
            try
            {
                var found = (await BlobOf(place, id).GetPropertiesAsync(cancellationToken: cancellationToken)).Value;
                return Of(place, id, found.Metadata, found.ContentLength, found.CreatedOn);
            }
            catch (RequestFailedException failure) when (failure.Status == 404 && failure.ErrorCode == BlobErrorCode.BlobNotFound)
            {
                return null;
            }
        }, cancellationToken);
    }

    public async Task<PartialFile?> AppendAsync(PartialFile file, long offset, Stream bytes, CancellationToken cancellationToken)
    {
        await _firstUse.PrepareAsync(cancellationToken);
        var (blob, buffer, at) = (BlobOf(file.Place, file.Id), new byte[BlockSize], offset);
        while (true)
        {
            var block = buffer.AsMemory(0, (int)Math.Min(BlockSize, file.Length - at));
            var read = block.IsEmpty ? 0 : await bytes.ReadAtLeastAsync(block, block.Length, throwOnEndOfStream: false, cancellationToken);
            if (read == 0) return at > offset || file.Offset == offset ? file with { Offset = at } : null;
            if (!await AppendAsync(blob, buffer, read, at, cancellationToken)) return null;
            at += read;
        }
    }

    public async Task<Stream?> OpenAsync(PartialFile file, CancellationToken cancellationToken)
    {
        await _firstUse.PrepareAsync(cancellationToken);
        return await failures.GuardAsync<Stream?>(async () =>
        {
            try
            {
                return new GuardedContent(
                    (await BlobOf(file.Place, file.Id).DownloadStreamingAsync(cancellationToken: cancellationToken)).Value.Content,
                    failures);
            }
            catch (RequestFailedException failure) when (failure.ErrorCode == BlobErrorCode.BlobNotFound)
            {
                return null;
            }
        }, cancellationToken);
    }

    public async Task DeleteAsync(PartialFile file, CancellationToken cancellationToken)
    {
        await _firstUse.PrepareAsync(cancellationToken);
        await failures.GuardAsync(() => BlobOf(file.Place, file.Id).DeleteIfExistsAsync(cancellationToken: cancellationToken), cancellationToken);
    }

    public async IAsyncEnumerable<PartialFile> ListAsync(PartialPlace place, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await _firstUse.PrepareAsync(cancellationToken);
        var prefix = $"{place}/";
        await foreach (var blob in failures.GuardAsync(
            container.GetBlobsAsync(new GetBlobsOptions { Prefix = prefix, Traits = BlobTraits.Metadata }, cancellationToken),
            cancellationToken))
            if (PartialId.TryParse(blob.Name[prefix.Length..], out var id)
                && Of(place, id, blob.Metadata, blob.Properties.ContentLength ?? 0, blob.Properties.CreatedOn ?? default) is { } file) yield return file;
    }

    public async Task SweepAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        await _firstUse.PrepareAsync(cancellationToken);
        await foreach (var blob in failures.GuardAsync(container.GetBlobsAsync(new GetBlobsOptions(), cancellationToken), cancellationToken))
            if (blob.Properties.LastModified < before)
                await failures.GuardAsync(
                    () => container.GetBlobClient(blob.Name).DeleteIfExistsAsync(cancellationToken: cancellationToken), cancellationToken);
    }

    private Task<bool> AppendAsync(
        AppendBlobClient blob, byte[] buffer, int count, long at, CancellationToken cancellationToken) => failures.GuardAsync(async () =>
    {
        try
        {
            var options = new AppendBlobAppendBlockOptions { Conditions = new() { IfAppendPositionEqual = at } };
            await blob.AppendBlockAsync(new MemoryStream(buffer, 0, count), options, cancellationToken);
            return true;
        }
        catch (RequestFailedException failure) when (
            failure.ErrorCode == BlobErrorCode.AppendPositionConditionNotMet || failure.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return false; // also after a lost reply to the same request: the sender asks where the file ends
        }
    }, cancellationToken);

    private static PartialFile? Of(PartialPlace place, PartialId id, IDictionary<string, string> about, long offset, DateTimeOffset begunAt) =>
        about.TryGetValue(Name, out var name) && about.TryGetValue(Length, out var given)
            && long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            ? new(place, id, Encoding.UTF8.GetString(Convert.FromHexString(name)), length, offset, begunAt)
            : null;

    private AppendBlobClient BlobOf(PartialPlace place, PartialId id) => container.GetAppendBlobClient($"{place}/{id}");
}
