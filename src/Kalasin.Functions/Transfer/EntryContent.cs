using Kalasin.Evaluation;

namespace Kalasin.Functions.Transfer;

/// <summary>The bytes of one entry, measured as they are read; the last ones are given only if the whole is what its header says.</summary>
internal sealed class EntryContent(Stream source, ZipEntry entry) : ReadOnlyStream
{
    private readonly EntryMeter _meter = new();
    private long _left = entry.Measure.Size;
    private bool _measured;

    public ZipEntry Entry => entry;

    /// <summary>Known at the end.</summary>
    public ContentHash Hash { get; private set; }

    public override long Length => entry.Measure.Size;

    /// <exception cref="RoundFileException">The file breaks off, or the entry has another checksum.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty) return 0;
        var wanted = (int)Math.Min(buffer.Length, _left);
        var read = wanted == 0 ? 0 : await source.ReadAsync(buffer[..wanted], cancellationToken);
        if (read == 0 && wanted > 0) throw RoundFileException.BreaksOff();
        _meter.Add(buffer.Span[..read]);
        _left -= read;
        if (_left == 0 && !_measured) Measure();
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _meter.Dispose();
        base.Dispose(disposing);
    }

    private void Measure()
    {
        _measured = true;
        var measure = _meter.End();
        if (measure.Checksum != entry.Measure.Checksum) throw new RoundFileException(TransferFindings.EntryBroken.At(Place.InFile(entry.Name)));
        Hash = measure.Hash;
    }
}
