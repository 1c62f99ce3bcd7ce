namespace Kalasin.Functions.Transfer;

/// <summary>Measures what is written and passes it on, as long as it is no more than fits. Leaves what it writes to open.</summary>
/// <param name="most">Most bytes that are passed on; of what comes beyond them nothing more is.</param>
internal sealed class MeasuredStream(Stream target, long most = long.MaxValue) : Stream
{
    private readonly EntryMeter _meter = new();
    private long _size;

    /// <summary>All that was written was passed on.</summary>
    public bool IsWhole => _size <= most;

    /// <summary>What passed; nothing can be written afterwards.</summary>
    public EntryMeasure End() => _meter.End();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Measure(buffer.Span);
        return IsWhole ? target.WriteAsync(buffer, cancellationToken) : ValueTask.CompletedTask;
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count)
    {
        Measure(buffer.AsSpan(offset, count));
        if (IsWhole) target.Write(buffer, offset, count);
    }

    public override void Flush() => target.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => target.FlushAsync(cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void Measure(ReadOnlySpan<byte> bytes)
    {
        _meter.Add(bytes);
        _size += bytes.Length;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _meter.Dispose();
        base.Dispose(disposing);
    }
}
