namespace Kalasin.Functions.Tests.SignedCopies;

/// <summary>A file that can't be read beyond its first bytes.</summary>
internal sealed class Broken(byte[] first) : MemoryStream(first)
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        await base.ReadAsync(buffer, cancellationToken) is > 0 and var read ? read : throw new IOException("The disk is gone.");
}
