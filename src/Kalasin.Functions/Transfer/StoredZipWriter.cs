namespace Kalasin.Functions.Transfer;

/// <summary>Writes a <see cref="StoredZip"/> from its beginning to its end, and holds no more of it than a line per entry.</summary>
/// <param name="day">Day of all entries; null for the first that the format can hold.</param>
internal sealed class StoredZipWriter(Stream target, DateOnly? day = null)
{
    private readonly List<ZipEntry> _entries = [];
    private long _position;

    /// <summary>What was written so far.</summary>
    public IReadOnlyList<ZipEntry> Entries => _entries;

    public async Task AddAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await AddAsync(name, EntryMeter.Of(bytes.Span), bytes, cancellationToken);
    }

    /// <summary>Writes an entry that was measured before.</summary>
    /// <exception cref="InvalidDataException">It is not what was measured any more; what was written is of no use.</exception>
    public async Task AddAsync(string name, EntryMeasure measure, IAsyncEnumerable<ReadOnlyMemory<byte>> blocks, CancellationToken cancellationToken)
    {
        await BeginAsync(name, measure, cancellationToken);
        using var meter = new EntryMeter();
        await foreach (var block in blocks.WithCancellation(cancellationToken))
        {
            meter.Add(block.Span);
            await target.WriteAsync(block, cancellationToken);
        }
        if (meter.End() != measure) throw new InvalidDataException($"{name} changed while it was written.");
    }

    /// <summary>Writes an entry that was measured as it lies here.</summary>
    public async Task AddAsync(string name, EntryMeasure measure, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(bytes.Length, measure.Size, nameof(bytes));
        await BeginAsync(name, measure, cancellationToken);
        await target.WriteAsync(bytes, cancellationToken);
    }

    /// <summary>Writes an entry that was measured before, by whoever writes its bytes.</summary>
    /// <exception cref="InvalidDataException">It is not what was measured any more; what was written is of no use.</exception>
    public async Task AddAsync(string name, EntryMeasure measure, Func<Stream, Task> write, CancellationToken cancellationToken)
    {
        await BeginAsync(name, measure, cancellationToken);
        await using var measured = new MeasuredStream(target);
        await write(measured);
        if (measured.End() != measure) throw new InvalidDataException($"{name} changed while it was written.");
    }

    /// <summary>Writes the directory; nothing can be added afterwards.</summary>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        await target.WriteAsync(StoredZip.DirectoryOf(_entries, _position), cancellationToken);
        await target.FlushAsync(cancellationToken);
    }

    private async Task BeginAsync(string name, EntryMeasure measure, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(measure.Size, StoredZip.MostEntryBytes, nameof(measure));
        var entry = new ZipEntry(name, measure, _position);
        if (day is { } given) entry = entry with { Day = given };
        var header = StoredZip.HeaderOf(entry);
        _entries.Add(entry);
        _position += header.Length + measure.Size;
        await target.WriteAsync(header, cancellationToken);
    }
}
