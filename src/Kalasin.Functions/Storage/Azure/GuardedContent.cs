using Kalasin.Evaluation;

namespace Kalasin.Functions.Storage.Azure;

/// <summary>A blob's content as it comes in: what breaks on the way, after the library's own tries, is a failure of the account like any other.</summary>
internal sealed class GuardedContent(Stream content, AzureFailures failures) : ReadOnlyStream
{
    public override long Length => content.Length;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        new(failures.GuardAsync(() => content.ReadAsync(buffer, cancellationToken).AsTask(), cancellationToken));

    protected override void Dispose(bool disposing)
    {
        if (disposing) content.Dispose();
        base.Dispose(disposing);
    }
}
