using Kalasin.Evaluation;

namespace Kalasin.Functions.Storage;

/// <summary>A run of bytes of a seekable stream, read forward only. Disposes what it reads from.</summary>
internal sealed class PartOfStream : ReadOnlyStream
{
    private readonly Stream _whole;
    private long _left;

    public PartOfStream(Stream whole, ByteRange range)
    {
        _whole = whole;
        _whole.Position = Math.Min(range.Offset, whole.Length);
        _left = Length = Math.Min(range.Length ?? long.MaxValue, whole.Length - whole.Position);
    }

    /// <summary>Bytes of the part.</summary>
    public override long Length { get; }

    public override int Read(Span<byte> buffer) => Took(_whole.Read(buffer[..Allowed(buffer.Length)]));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Took(await _whole.ReadAsync(buffer[..Allowed(buffer.Length)], cancellationToken));

    protected override void Dispose(bool disposing)
    {
        if (disposing) _whole.Dispose();
        base.Dispose(disposing);
    }

    private int Allowed(int wanted) => (int)Math.Min(wanted, _left);

    private int Took(int read)
    {
        _left -= read;
        return read;
    }
}
