using System.Buffers;
using System.Security.Cryptography;
using Kalasin.Evaluation;

namespace Kalasin.Functions.Storage;

/// <summary>
/// Content of a vault as it is read, checked against its name. It is given a block behind what was read, and the last block
/// only when the whole was right: what fits a block fails before anything of it is seen, and what is larger breaks off before
/// its end, so that nobody takes it for whole. Disposes what it reads from.
/// </summary>
internal sealed class CheckedContent(Stream content, ContentHash hash) : ReadOnlyStream
{
    private const int BlockSize = 81_920;

    private readonly IncrementalHash _computation = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] _given = ArrayPool<byte>.Shared.Rent(BlockSize);
    private byte[] _next = ArrayPool<byte>.Shared.Rent(BlockSize);
    private int _position, _length;
    private int? _waiting; // bytes of the next block; null before the first
    private bool _ended, _disposed;

    public override long Length => content.Length;

    /// <exception cref="DamagedException">The content is not what its name says.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_position == _length && !_ended) await AdvanceAsync(cancellationToken);
        var count = Math.Min(buffer.Length, _length - _position);
        _given.AsMemory(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_disposed)
        {
            _disposed = true;
            content.Dispose();
            _computation.Dispose();
            ArrayPool<byte>.Shared.Return(_given);
            ArrayPool<byte>.Shared.Return(_next);
        }
        base.Dispose(disposing);
    }

    private async ValueTask AdvanceAsync(CancellationToken cancellationToken)
    {
        _waiting ??= await FillAsync(_next, cancellationToken);
        var behind = await FillAsync(_given, cancellationToken);
        if (behind == 0 && ContentHash.Of(_computation) != hash) throw DamagedException.Changed(hash);
        (_given, _next, _position, _length, _waiting, _ended) = (_next, _given, 0, _waiting.Value, behind, behind == 0);
    }

    private async ValueTask<int> FillAsync(byte[] block, CancellationToken cancellationToken)
    {
        var count = await content.ReadAtLeastAsync(block.AsMemory(0, BlockSize), BlockSize, throwOnEndOfStream: false, cancellationToken);
        _computation.AppendData(block, 0, count);
        return count;
    }
}
