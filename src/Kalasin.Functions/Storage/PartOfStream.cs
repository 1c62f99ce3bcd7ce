namespace Kalasin.Functions.Storage;

/// <summary>A run of bytes of a seekable stream, read forward only. Disposes what it reads from.</summary>
internal sealed class PartOfStream : Stream
{
    private readonly Stream _whole;
    private long _left;

    public PartOfStream(Stream whole, ByteRange range)
    {
        _whole = whole;
        _whole.Position = Math.Min(range.Offset, whole.Length);
        _left = Length = Math.Min(range.Length ?? long.MaxValue, whole.Length - whole.Position);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    /// <summary>Bytes of the part.</summary>
    public override long Length { get; }

    public override long Position
    {
        get => Length - _left;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer) => Took(_whole.Read(buffer[..Allowed(buffer.Length)]));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Took(await _whole.ReadAsync(buffer[..Allowed(buffer.Length)], cancellationToken));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

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
