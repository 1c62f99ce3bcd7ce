using System.Runtime.InteropServices;
using Kalasin.Evaluation;

namespace Kalasin.Functions.Storage;

/// <summary>One vault per stream.</summary>
internal interface IVaults
{
    IVault Of(StreamId stream);
}

/// <summary>
/// Bytes named by their hash: originals, parsed contents, documents. Content is staged while it streams in, looked at, and
/// only then promoted; what is not promoted was never there. Names that people gave never reach the store.
/// </summary>
internal interface IVault
{
    /// <summary>Takes content in while hashing and counting it. Nothing of it can be opened by hash before <see cref="PromoteAsync"/>.</summary>
    /// <param name="limit">Most bytes, inclusive.</param>
    /// <returns>Null, and nothing kept, as soon as more than <paramref name="limit"/> bytes came.</returns>
    Task<StagedContent?> StageAsync(Stream content, long limit, CancellationToken cancellationToken);

    /// <summary>
    /// Makes staged contents durable and visible under their hashes; all of them together, because a store pays by the flush.
    /// Content that is there already stays and is promoted anew: whoever comes to remove it as old finds that it is not. After a failure
    /// any of them may be there.
    /// </summary>
    Task PromoteAsync(IReadOnlyCollection<StagedContent> staged, CancellationToken cancellationToken);

    /// <summary>
    /// The content, or the part of it that lies in <paramref name="range"/>; null if there is none of this hash. Whole content is
    /// checked against its hash: opening or reading it fails with <see cref="DamagedException"/> before its last byte is given.
    /// </summary>
    Task<Stream?> OpenAsync(ContentHash hash, ByteRange range, CancellationToken cancellationToken);

    Task<bool> ExistsAsync(ContentHash hash, CancellationToken cancellationToken);

    /// <returns>False if there was none.</returns>
    Task<bool> DeleteAsync(ContentHash hash, CancellationToken cancellationToken);

    /// <summary>
    /// Removes content that was last promoted before a moment. Looked at and done at once: content that anybody promotes meanwhile, in whatever
    /// process, is there afterwards.
    /// </summary>
    /// <returns>False if there was none so old.</returns>
    Task<bool> DeleteAsync(ContentHash hash, DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>Promotes anew what is there already.</summary>
    /// <returns>False if there is none.</returns>
    Task<bool> RenewAsync(ContentHash hash, CancellationToken cancellationToken);

    /// <summary>Everything that was promoted, in no particular order; content that comes or goes meanwhile may or may not be listed.</summary>
    IAsyncEnumerable<StoredContent> ListAsync(CancellationToken cancellationToken);
}

/// <summary>Content on its way in. Disposing it removes what was not promoted.</summary>
internal abstract class StagedContent(ContentHash hash, long size) : IAsyncDisposable
{
    public ContentHash Hash => hash;

    /// <summary>Bytes.</summary>
    public long Size => size;

    /// <summary>Reads the staged bytes, as often as needed until disposed; seekable.</summary>
    public abstract Task<Stream> OpenAsync(CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();
}

/// <param name="Size">Bytes.</param>
/// <param name="StoredAt">When it was promoted last.</param>
internal sealed record StoredContent(ContentHash Hash, long Size, DateTimeOffset StoredAt);

/// <summary>A run of bytes. The default is all of them; what lies beyond the end of the content is left out.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ByteRange
{
    public ByteRange(long offset, long? length = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        if (length is { } given) ArgumentOutOfRangeException.ThrowIfNegative(given, nameof(length));
        (Offset, Length) = (offset, length);
    }

    /// <summary>All bytes.</summary>
    public static ByteRange All => default;

    /// <summary>Bytes before the first.</summary>
    public long Offset { get; }

    /// <summary>Number of bytes; null up to the end.</summary>
    public long? Length { get; }
}
