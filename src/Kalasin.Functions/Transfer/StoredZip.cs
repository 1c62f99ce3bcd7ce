using System.Buffers.Binary;
using System.Text;

namespace Kalasin.Functions.Transfer;

/// <param name="Name">With a slash between folders.</param>
/// <param name="Offset">Where its header begins.</param>
internal sealed record ZipEntry(string Name, EntryMeasure Measure, long Offset)
{
    /// <summary>Its day. Default: 1 January 1980, the first that the format can hold.</summary>
    public DateOnly Day { get; init; } = new(1980, 1, 1);

    /// <summary>The name as it is written: ASCII, or else UTF-8 with the flag that says so.</summary>
    public byte[] NameBytes => Encoding.UTF8.GetBytes(Name);

    public bool IsAscii => Ascii.IsValid(Name);
}

/// <summary>
/// A zip file (APPNOTE.TXT 4.3) in the one form that ours have: entries as they are, sizes and checksums before their bytes, one day for all,
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
    private const ushort NamesAreUtf8 = 1 << 11;

    // Of files made on DOS unzip of Linux takes the name for one in a code page, whatever the flag says.
    private const ushort MadeOnUnix = 3 << 8;
    private const uint OrdinaryFile = 0x81A4u << 16; // -rw-r--r--

    public static byte[] HeaderOf(ZipEntry entry)
    {
        var header = new byte[HeaderSize + entry.NameBytes.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(header, 0x04034B50);
        WriteCommon(header.AsSpan(4), entry, Version);
        entry.NameBytes.CopyTo(header.AsSpan(HeaderSize));
        return header;
    }

    /// <summary>Everything behind the last entry.</summary>
    public static byte[] DirectoryOf(IReadOnlyList<ZipEntry> entries, long at)
    {
        var size = entries.Sum(e => CentralSize + e.NameBytes.Length + (IsFar(e.Offset) ? OffsetExtraSize : 0));
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
        BinaryPrimitives.WriteUInt16LittleEndian(rest[4..], (ushort)((IsFar(entry.Offset) ? Version64 : Version) | (entry.IsAscii ? 0 : MadeOnUnix)));
        WriteCommon(rest[6..], entry, IsFar(entry.Offset) ? Version64 : Version);
        BinaryPrimitives.WriteUInt16LittleEndian(rest[30..], IsFar(entry.Offset) ? (ushort)OffsetExtraSize : (ushort)0);
        if (!entry.IsAscii) BinaryPrimitives.WriteUInt32LittleEndian(rest[38..], OrdinaryFile);
        BinaryPrimitives.WriteUInt32LittleEndian(rest[42..], Short(entry.Offset));
        entry.NameBytes.CopyTo(rest[CentralSize..]);
        rest = rest[(CentralSize + entry.NameBytes.Length)..];
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
        if (!entry.IsAscii) BinaryPrimitives.WriteUInt16LittleEndian(header[2..], NamesAreUtf8);
        BinaryPrimitives.WriteUInt32LittleEndian(header[6..], (uint)(entry.Day.Year - 1980 << 9 | entry.Day.Month << 5 | entry.Day.Day) << 16);
        BinaryPrimitives.WriteUInt32LittleEndian(header[10..], entry.Measure.Checksum);
        BinaryPrimitives.WriteUInt32LittleEndian(header[14..], (uint)entry.Measure.Size);
        BinaryPrimitives.WriteUInt32LittleEndian(header[18..], (uint)entry.Measure.Size);
        BinaryPrimitives.WriteUInt16LittleEndian(header[22..], (ushort)entry.NameBytes.Length);
    }

    private static bool IsFar(long offset) => offset >= uint.MaxValue;

    private static uint Short(long number) => IsFar(number) ? uint.MaxValue : (uint)number;
}
