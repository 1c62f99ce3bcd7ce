using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Kalasin.Evaluation;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Telemetry;

namespace Kalasin.Functions.Transfer;

/// <summary>Writes rounds as files, from beginning to end: nothing of one is held in memory or put aside, however large it is.</summary>
internal sealed class RoundExport(RoundLog log, IEventLog events, IHeads heads)
{
    /// <summary>A round as it is now, looked through once; writing it is a second step, since a damaged log is told before anything is written.</summary>
    /// <returns>Null if the text is no id, or the round was never opened.</returns>
    /// <exception cref="DamagedException">Its log can't be followed.</exception>
    /// <exception cref="StorageUnavailableException">The store can't be read.</exception>
    public async Task<ExportedRound?> FindAsync(string round, CancellationToken cancellationToken)
    {
        if (await log.FindAsync(round, cancellationToken) is not { } found) return null;
        var stream = RoundLog.StreamOf(found.Id);
        var promised = await HeadsAsync(stream, cancellationToken); // before the log, so that none is of an event that comes later
        using var meter = new EntryMeter();
        var reading = await LogReading.OfAsync(found.Id, MeteredAsync(found.Id, events.ReadAsync(stream, 0, cancellationToken), meter));
        if (reading.Findings is [var damage, ..]) throw new DamagedException(damage);
        return new(found.Id, reading, meter.End(), promised, events, found.Vault);
    }

    private async Task<SealedHeads?> HeadsAsync(StreamId stream, CancellationToken cancellationToken)
    {
        try
        {
            return await heads.ReadAsync(stream, cancellationToken);
        }
        catch (StorageUnavailableException)
        {
            return null; // nothing waits for that place; the manifest says so
        }
    }

    private static async IAsyncEnumerable<StoredEvent> MeteredAsync(RoundId round, IAsyncEnumerable<StoredEvent> events, EntryMeter meter)
    {
        await foreach (var stored in events)
        {
            // Ours are JSON without line feeds.
            if (stored.Bytes.Span.Contains((byte)'\n'))
                throw new DamagedException(RoundServiceFindings.EventUnreadable.At(Place.Nowhere, round.Value, ThaiNumerals.Number(stored.Sequence)));
            meter.Add(stored.Bytes.Span);
            meter.Add("\n"u8);
            yield return stored;
        }
    }
}

/// <summary>A round that is about to be written as a file, as its log was at one moment.</summary>
internal sealed class ExportedRound(RoundId id, LogReading reading, EntryMeasure text, SealedHeads? promised, IEventLog events, IVault vault)
{
    private const int BlockSize = 81_920;

    public RoundId Id => id;

    public string FileName => FormattableString.Invariant($"round-{id}-{reading.Length}.zip");

    /// <summary>Writes the file. What is found damaged is named in its manifest and left out; what fails breaks it off.</summary>
    /// <param name="told">Told how many contents of how many were looked at.</param>
    public async Task<RoundFileManifest> WriteAsync(Stream target, Action<int, int>? told, CancellationToken cancellationToken)
    {
        var zip = new StoredZipWriter(target);
        var head = new RoundFileHead(RoundFile.Format, RoundFile.Version, ProgramVersion.Number, id.Value, reading.Length, reading.State.Head);
        await zip.AddAsync(RoundFile.Head, JsonSerializer.SerializeToUtf8Bytes(head, RoundFileJson.Default.RoundFileHead), cancellationToken);
        await zip.AddAsync(RoundFile.Heads, promised is null ? Array.Empty<byte>() : [.. promised.Heads.SelectMany(SealedHeads.LineOf)], cancellationToken);
        var stored = events.ReadAsync(RoundLog.StreamOf(id), 0, cancellationToken).Take(reading.Length);
        await zip.AddAsync(RoundFile.Log, text, LogLines.WriteAsync(stored), cancellationToken);

        var (missing, changed) = (ImmutableArray.CreateBuilder<ContentHash>(), ImmutableArray.CreateBuilder<ContentHash>());
        var (kept, looked, block) = (reading.Kept.ToList(), 0, new byte[BlockSize]);
        foreach (var content in kept)
        {
            told?.Invoke(looked++, kept.Count);
            Measured? measured = null;
            try
            {
                measured = await MeasureAsync(content, block, cancellationToken);
                if (measured is null) missing.Add(content);
            }
            catch (DamagedException)
            {
                changed.Add(content);
            }
            if (measured is not null) await AddAsync(zip, content, measured, block, cancellationToken);
        }
        told?.Invoke(looked, kept.Count);
        var manifest = new RoundFileManifest(
            [.. zip.Entries.Select(RoundFileEntry.Of)],
            zip.Entries.Count(e => RoundFile.ContentOf(e.Name) is not null), zip.Entries.Sum(e => e.Measure.Size),
            [.. reading.State.Erased.Keys.OrderBy(hash => hash.ToString(), StringComparer.Ordinal)],
            missing.ToImmutable(), changed.ToImmutable(), promised is not null);
        await zip.AddAsync(RoundFile.Manifest, JsonSerializer.SerializeToUtf8Bytes(manifest, RoundFileJson.Default.RoundFileManifest), cancellationToken);
        await zip.FinishAsync(cancellationToken);
        return manifest;
    }

    /// <summary>
    /// A content is measured before it is written, so that of a damaged one nothing is: small ones are kept meanwhile, large ones
    /// read twice.
    /// </summary>
    /// <returns>Null if there is none.</returns>
    private async Task<Measured?> MeasureAsync(ContentHash content, byte[] block, CancellationToken cancellationToken)
    {
        await using var bytes = await vault.OpenAsync(content, ByteRange.All, cancellationToken);
        if (bytes is null) return null;
        using var meter = new EntryMeter();
        var first = await bytes.ReadAtLeastAsync(block, block.Length, throwOnEndOfStream: false, cancellationToken);
        meter.Add(block.AsSpan(0, first));
        if (first < block.Length) return new(meter.End(), IsInBlock: true);
        for (int read; (read = await bytes.ReadAsync(block, cancellationToken)) > 0;) meter.Add(block.AsSpan(0, read));
        return new(meter.End(), IsInBlock: false);
    }

    private async Task AddAsync(StoredZipWriter zip, ContentHash content, Measured measured, byte[] block, CancellationToken cancellationToken)
    {
        var (name, measure) = (RoundFile.NameOf(content), measured.Measure);
        if (measured.IsInBlock)
        {
            await zip.AddAsync(name, block.AsMemory(0, (int)measure.Size), cancellationToken);
            return;
        }
        await using var bytes = await vault.OpenAsync(content, ByteRange.All, cancellationToken) ?? throw DamagedException.Missing(content);
        await zip.AddAsync(name, measure, BlocksAsync(bytes, block, cancellationToken), cancellationToken);
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> BlocksAsync(
        Stream bytes, byte[] block, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (int read; (read = await bytes.ReadAsync(block, cancellationToken)) > 0;) yield return block.AsMemory(0, read);
    }

    /// <param name="IsInBlock">It is small, and still in the block that it was read into.</param>
    private sealed record Measured(EntryMeasure Measure, bool IsInBlock);
}
