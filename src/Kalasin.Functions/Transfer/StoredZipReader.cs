using System.Buffers.Binary;
using System.Text;
using Kalasin.Evaluation;

namespace Kalasin.Functions.Transfer;

/// <summary>
/// Reads a <see cref="StoredZip"/> from its beginning to its end, once. Nothing that it says of itself is believed: what is not to the byte
/// what a writer would have written is no such file.
/// </summary>
/// <param name="most">Most entries.</param>
internal sealed class StoredZipReader(Stream source, int most) : IDisposable
{
    private const int SignatureSize = 4;

    private readonly List<ZipEntry> _entries = [];
    private EntryContent? _content;
    private long _position;
    private bool _ended;

    /// <summary>What was read so far; hashes are known of entries that were read to their end.</summary>
    public IReadOnlyList<ZipEntry> Entries => _entries;

    /// <summary>Goes on to the next entry; what was not read of the one before is read now.</summary>
    /// <returns>The entry's name and bytes; null at the end of the file, which is looked at too.</returns>
    /// <exception cref="RoundFileException">It is no such file, has too many entries, or breaks off.</exception>
    public async Task<(string Name, Stream Content)?> NextAsync(CancellationToken cancellationToken)
    {
        if (_content is not null) await EndEntryAsync(_content, cancellationToken);
        if (_ended) return null;
        var header = new byte[StoredZip.HeaderSize];
        await ReadAsync(header.AsMemory(0, SignatureSize), cancellationToken);
        if (header is not [(byte)'P', (byte)'K', 3, 4, ..])
        {
            await EndAsync(header.AsMemory(0, SignatureSize), cancellationToken);
            return null;
        }
        await ReadAsync(header.AsMemory(SignatureSize), cancellationToken);
        var entry = await ReadHeaderAsync(header, cancellationToken);
        if (_entries.Count == most) throw new RoundFileException(TransferFindings.TooMany.At(Place.Nowhere, ThaiNumerals.Number(most)));
        _content = new(source, entry);
        return (entry.Name, _content);
    }

    /// <summary>Of what is read nothing but the measuring is its own.</summary>
    public void Dispose() => _content?.Dispose();

    private async Task<ZipEntry> ReadHeaderAsync(byte[] header, CancellationToken cancellationToken)
    {
        var length = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(26));
        if (length is 0 or > StoredZip.LongestName) throw None();
        var name = new byte[length];
        await ReadAsync(name, cancellationToken);
        var (size, checksum) = (BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(22)), BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(14)));
        var entry = new ZipEntry(Encoding.ASCII.GetString(name), new(size, checksum, default), _position);
        if (size > StoredZip.MostEntryBytes || !StoredZip.HeaderOf(entry).AsSpan().SequenceEqual((byte[])[.. header, .. name])) throw None();
        return entry;
    }

    private async Task EndEntryAsync(EntryContent content, CancellationToken cancellationToken)
    {
        await content.CopyToAsync(Stream.Null, cancellationToken);
        var entry = content.Entry with { Measure = content.Entry.Measure with { Hash = content.Hash } };
        _entries.Add(entry);
        _position += StoredZip.HeaderSize + entry.NameBytes.Length + entry.Measure.Size;
        await content.DisposeAsync();
        _content = null;
    }

    private async Task EndAsync(ReadOnlyMemory<byte> begun, CancellationToken cancellationToken)
    {
        var expected = StoredZip.DirectoryOf(_entries, _position);
        if (!expected.AsSpan(0, begun.Length).SequenceEqual(begun.Span)) throw None();
        var rest = new byte[expected.Length - begun.Length];
        await ReadAsync(rest, cancellationToken);
        if (!expected.AsSpan(begun.Length).SequenceEqual(rest) || await source.ReadAsync(new byte[1], cancellationToken) != 0) throw None();
        _ended = true;
    }

    private async Task ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (await source.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken) < buffer.Length)
            throw _position == 0 ? None() : RoundFileException.BreaksOff();
    }

    private static RoundFileException None() => new(TransferFindings.NoRoundFile.At(Place.Nowhere));
}
