using System.Security.Cryptography;
using Kalasin.Evaluation;

namespace Kalasin.Functions.Transfer;

/// <param name="Size">Bytes.</param>
/// <param name="Checksum">CRC-32 as zip files have it (ISO 3309).</param>
internal readonly record struct EntryMeasure(long Size, uint Checksum, ContentHash Hash);

/// <summary>Measures bytes as they pass.</summary>
internal sealed class EntryMeter : IDisposable
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(
        n => Enumerable.Range(0, 8).Aggregate((uint)n, (c, _) => (c & 1) == 0 ? c >> 1 : c >> 1 ^ 0xEDB88320))];

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _size;
    private uint _checksum = uint.MaxValue;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        _size += bytes.Length;
        _hash.AppendData(bytes);
        var checksum = _checksum;
        foreach (var b in bytes) checksum = checksum >> 8 ^ Table[(byte)(checksum ^ b)];
        _checksum = checksum;
    }

    /// <summary>What passed; nothing can be added afterwards.</summary>
    public EntryMeasure End() => new(_size, ~_checksum, ContentHash.Of(_hash));

    public void Dispose() => _hash.Dispose();

    public static EntryMeasure Of(ReadOnlySpan<byte> bytes)
    {
        using var meter = new EntryMeter();
        meter.Add(bytes);
        return meter.End();
    }
}
