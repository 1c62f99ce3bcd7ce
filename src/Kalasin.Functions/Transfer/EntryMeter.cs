using System.IO.Hashing;
using System.Security.Cryptography;
using Kalasin.Evaluation;

namespace Kalasin.Functions.Transfer;

/// <param name="Size">Bytes.</param>
/// <param name="Checksum">CRC-32 as zip files have it (ISO 3309).</param>
internal readonly record struct EntryMeasure(long Size, uint Checksum, ContentHash Hash);

/// <summary>Measures bytes as they pass.</summary>
internal sealed class EntryMeter : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Crc32 _checksum = new();
    private long _size;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        _size += bytes.Length;
        _hash.AppendData(bytes);
        _checksum.Append(bytes);
    }

    /// <summary>What passed; nothing can be added afterwards.</summary>
    public EntryMeasure End() => new(_size, _checksum.GetCurrentHashAsUInt32(), ContentHash.Of(_hash));

    public void Dispose() => _hash.Dispose();

    public static EntryMeasure Of(ReadOnlySpan<byte> bytes)
    {
        using var meter = new EntryMeter();
        meter.Add(bytes);
        return meter.End();
    }
}
