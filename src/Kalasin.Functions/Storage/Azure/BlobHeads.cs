using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Kalasin.Evaluation;

namespace Kalasin.Functions.Storage.Azure;

/// <summary>
/// An append blob per stream, <c>{kind}/{id}.txt</c>, in a container of which the account lets nothing be changed or removed: a
/// policy of immutability that allows appending.
/// </summary>
internal sealed class BlobHeads(BlobContainerClient container, AzureFailures failures) : IHeads
{
    private const string Ending = ".txt";

    private readonly FirstUse _firstUse = new(failures, token => container.CreateIfNotExistsAsync(cancellationToken: token));

    public string Place => container.Uri.GetLeftPart(UriPartial.Path);

    public async Task SealAsync(StreamId stream, SealedHead head, CancellationToken cancellationToken)
    {
        await _firstUse.PrepareAsync(cancellationToken);
        var (blob, line) = (container.GetAppendBlobClient(NameOf(stream)), SealedHeads.LineOf(head));
        await failures.GuardAsync(async () =>
        {
            try
            {
                return await blob.AppendBlockAsync(new MemoryStream(line), cancellationToken: cancellationToken);
            }
            catch (RequestFailedException failure) when (failure.ErrorCode == BlobErrorCode.BlobNotFound)
            {
                await blob.CreateIfNotExistsAsync(new AppendBlobCreateOptions { HttpHeaders = new() { ContentType = "text/plain" } }, cancellationToken);
                return await blob.AppendBlockAsync(new MemoryStream(line), cancellationToken: cancellationToken);
            }
        }, cancellationToken);
    }

    public async Task<SealedHeads> ReadAsync(StreamId stream, CancellationToken cancellationToken)
    {
        await _firstUse.PrepareAsync(cancellationToken);
        return await failures.GuardAsync(async () =>
        {
            try
            {
                var part = new BlobDownloadOptions { Range = new(0, SealedHeads.MostBytes) };
                var text = await container.GetBlobClient(NameOf(stream)).DownloadContentAsync(part, cancellationToken);
                return SealedHeads.Read(System.Text.Encoding.ASCII.GetString(text.Value.Content));
            }
            catch (RequestFailedException failure) when (failure.ErrorCode == BlobErrorCode.BlobNotFound || failure.ErrorCode == BlobErrorCode.InvalidRange)
            {
                return SealedHeads.None; // none, or one that was made and not yet written to
            }
        }, cancellationToken);
    }

    public async Task<IReadOnlyList<StreamId>> ListAsync(CancellationToken cancellationToken)
    {
        await _firstUse.PrepareAsync(cancellationToken);
        var streams = new List<StreamId>();
        await foreach (var blob in failures.GuardAsync(container.GetBlobsAsync(new GetBlobsOptions(), cancellationToken), cancellationToken))
            if (blob.Name.EndsWith(Ending, StringComparison.Ordinal) && StreamId.TryParse(blob.Name[..^Ending.Length], out var stream)) streams.Add(stream);
        return streams;
    }

    /// <summary>An emulator has no such policies, and is not asked for one.</summary>
    public async Task<IReadOnlyList<Finding>> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _firstUse.PrepareAsync(cancellationToken);
            var properties = await failures.GuardAsync(() => container.GetPropertiesAsync(cancellationToken: cancellationToken), cancellationToken);
            return failures.MayCreate || properties.Value.HasImmutabilityPolicy == true
                ? []
                : [AzureFindings.HeadsChangeable.At(Kalasin.Evaluation.Place.Nowhere, Place)];
        }
        catch (StorageUnavailableException)
        {
            return [StorageFindings.HeadsUnusable.At(Kalasin.Evaluation.Place.Nowhere, Place)];
        }
    }

    private static string NameOf(StreamId stream) => $"{stream}{Ending}";
}
