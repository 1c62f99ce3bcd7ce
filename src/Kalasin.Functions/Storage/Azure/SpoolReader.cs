using Kalasin.Evaluation;
using Microsoft.Win32.SafeHandles;

namespace Kalasin.Functions.Storage.Azure;

/// <summary>Reads a file that need not have a name any more, independently of other readers. The file stays its owner's to close.</summary>
internal sealed class SpoolReader(SafeFileHandle file, long length) : ReadOnlyStream
{
    private long _position;

    public override bool CanSeek => true;

    public override long Length => length;

    public override long Position
    {
        get => _position;
        set => Seek(value, SeekOrigin.Begin);
    }

    public override int Read(Span<byte> buffer) => Took(RandomAccess.Read(file, buffer, _position));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Took(await RandomAccess.ReadAsync(file, buffer, _position, cancellationToken));

    public override long Seek(long offset, SeekOrigin origin)
    {
        var to = offset + origin switch { SeekOrigin.Begin => 0, SeekOrigin.Current => _position, _ => length };
        return to >= 0 ? _position = to : throw new IOException("Nothing lies before the beginning.");
    }

    private int Took(int read)
    {
        _position += read;
        return read;
    }
}
