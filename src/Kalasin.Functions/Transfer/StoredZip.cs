using System.Buffers.Binary;
using System.Text;

namespace Kalasin.Functions.Transfer;

/// <param name="Name">ASCII.</param>
/// <param name="Offset">Where its header begins.</param>
internal sealed record ZipEntry(string Name, EntryMeasure Measure, long Offset);

/// <summary>
/// A zip file (APPNOTE.TXT 4.3) in the one form that a round has: entries as they are, sizes and checksums before their bytes, one moment for all,
/// a directory that says the same again; 64-bit numbers only where the others have no room. The same entries are the same bytes, so that
/// whoever reads one from its beginning needs no second look and no trust in its directory.
/// </summary>
internal static class StoredZip
{
    /// <summary>Bytes of an entry's header before its name.</summary>
    public const int HeaderSize = 30;

    /// <summary>Most characters of a name.</summary>
    public const int LongestName = 80;

    /// <summary>Most bytes of an entry: its header has no room for more.</summary>
    public const long MostEntryBytes = uint.MaxValue - 1;

    private const int CentralSize = 46, OffsetExtraSize = 12, EndSize = 22, End64Size = 56, LocatorSize = 20;
    private const ushort Version = 20, Version64 = 45;
    private const uint FixedTime = (1 << 5 | 1) << 16; // 1 January 1980, the first day that the format can hold

    public static byte[] HeaderOf(ZipEntry entry)
    {
        var header = new byte[HeaderSize + entry.Name.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(header, 0x04034B50);
        WriteCommon(header.AsSpan(4), entry, Version);
        Encoding.ASCII.GetBytes(entry.Name, header.AsSpan(HeaderSize));
        return header;
    }

    /// <summary>Everything behind the last entry.</summary>
    public static byte[] DirectoryOf(IReadOnlyList<ZipEntry> entries, long at)
    {
        var size = entries.Sum(e => CentralSize + e.Name.Length + (IsFar(e.Offset) ? OffsetExtraSize : 0));
        var isLarge = entries.Count >= ushort.MaxValue || IsFar(at) || IsFar(size);
        var directory = new byte[size + (isLarge ? End64Size + LocatorSize : 0) + EndSize];
        var rest = directory.AsSpan();
        foreach (var entry in entries) rest = WriteCentral(rest, entry);
        if (isLarge) rest = WriteEnd64(rest, entries.Count, size, at);
        BinaryPrimitives.WriteUInt32LittleEndian(rest, 0x06054B50);
        BinaryPrimitives.WriteUInt16LittleEndian(rest[8..], (ushort)Math.Min(entries.Count, ushort.MaxValue));
        BinaryPrimitives.WriteUInt16LittleEndian(rest[10..], (ushort)Math.Min(entries.Count, ushort.MaxValue));
        BinaryPrimitives.WriteUInt32LittleEndian(rest[12..], Short(size));
        BinaryPrimitives.WriteUInt32LittleEndian(rest[16..], Short(at));
        return directory;
    }

    private static Span<byte> WriteCentral(Span<byte> rest, ZipEntry entry)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(rest, 0x02014B50);
        BinaryPrimitives.WriteUInt16LittleEndian(rest[4..], IsFar(entry.Offset) ? Version64 : Version);
        WriteCommon(rest[6..], entry, IsFar(entry.Offset) ? Version64 : Version);
        BinaryPrimitives.WriteUInt16LittleEndian(rest[30..], IsFar(entry.Offset) ? (ushort)OffsetExtraSize : (ushort)0);
        BinaryPrimitives.WriteUInt32LittleEndian(rest[42..], Short(entry.Offset));
        rest = rest[(CentralSize + Encoding.ASCII.GetBytes(entry.Name, rest[CentralSize..]))..];
        if (!IsFar(entry.Offset)) return rest;
        BinaryPrimitives.WriteUInt16LittleEndian(rest, 1);
        BinaryPrimitives.WriteUInt16LittleEndian(rest[2..], sizeof(long));
        BinaryPrimitives.WriteInt64LittleEndian(rest[4..], entry.Offset);
        return rest[OffsetExtraSize..];
    }

    private static Span<byte> WriteEnd64(Span<byte> rest, int count, long size, long at)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(rest, 0x06064B50);
        BinaryPrimitives.WriteInt64LittleEndian(rest[4..], End64Size - 12);
        BinaryPrimitives.WriteUInt16LittleEndian(rest[12..], Version64);
        BinaryPrimitives.WriteUInt16LittleEndian(rest[14..], Version64);
        BinaryPrimitives.WriteInt64LittleEndian(rest[24..], count);
        BinaryPrimitives.WriteInt64LittleEndian(rest[32..], count);
        BinaryPrimitives.WriteInt64LittleEndian(rest[40..], size);
        BinaryPrimitives.WriteInt64LittleEndian(rest[48..], at);
        rest = rest[End64Size..];
        BinaryPrimitives.WriteUInt32LittleEndian(rest, 0x07064B50);
        BinaryPrimitives.WriteInt64LittleEndian(rest[8..], at + size);
        BinaryPrimitives.WriteUInt32LittleEndian(rest[16..], 1);
        return rest[LocatorSize..];
    }

    /// <summary>The 26 bytes that a header and its line in the directory have in common, from "version needed" on.</summary>
    private static void WriteCommon(Span<byte> header, ZipEntry entry, ushort version)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(header, version);
        BinaryPrimitives.WriteUInt32LittleEndian(header[6..], FixedTime);
        BinaryPrimitives.WriteUInt32LittleEndian(header[10..], entry.Measure.Checksum);
        BinaryPrimitives.WriteUInt32LittleEndian(header[14..], (uint)entry.Measure.Size);
        BinaryPrimitives.WriteUInt32LittleEndian(header[18..], (uint)entry.Measure.Size);
        BinaryPrimitives.WriteUInt16LittleEndian(header[22..], (ushort)entry.Name.Length);
    }

    private static bool IsFar(long offset) => offset >= uint.MaxValue;

    private static uint Short(long number) => IsFar(number) ? uint.MaxValue : (uint)number;
}
