using System.Buffers.Binary;
using static Kalasin.Evaluation.Intake.FileFindings;

namespace Kalasin.Evaluation.Intake.Containers;

/// <summary>
/// Walks the directory at the end of a zip file (APPNOTE.TXT 4.3.12–4.3.16) before <see cref="System.IO.Compression.ZipArchive"/>
/// does: that one makes an object of every header it meets, and a file within the limit has room for a million of them.
/// </summary>
internal static class ZipDirectory
{
    private const int EndSize = 22;
    private const int End64Size = 56;
    private const int LocatorSize = 20;
    private const int HeaderSize = 46;

    /// <summary>Refuses an archive with too many entries or without a directory.</summary>
    public static void Check(Stream zip, Budget budget)
    {
        var at = StartOf(zip);
        Span<byte> header = stackalloc byte[HeaderSize];
        for (var count = 0; TryReadAt(zip, at, header) && header.StartsWith("PK\u0001\u0002"u8); count++)
        {
            if (count >= budget.Limits.Entries) throw new ContentRefusedException(TooManyEntries, Count(budget.Limits.Entries));
            at += HeaderSize + UInt16(header, 28) + UInt16(header, 30) + UInt16(header, 32);
        }
    }

    private static long StartOf(Stream zip)
    {
        var tail = new byte[(int)Math.Min(zip.Length, EndSize + ushort.MaxValue)];
        TryReadAt(zip, zip.Length - tail.Length, tail);
        var end = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || tail.Length - end < EndSize) throw new ContentRefusedException(Damaged, "zip");
        var start = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        if (start != uint.MaxValue) return start;
        Span<byte> locator = stackalloc byte[LocatorSize];
        Span<byte> end64 = stackalloc byte[End64Size];
        return TryReadAt(zip, zip.Length - tail.Length + end - LocatorSize, locator) && locator.StartsWith("PK\u0006\u0007"u8)
            && TryReadAt(zip, BinaryPrimitives.ReadInt64LittleEndian(locator[8..]), end64) && end64.StartsWith("PK\u0006\u0006"u8)
            ? BinaryPrimitives.ReadInt64LittleEndian(end64[48..])
            : throw new ContentRefusedException(Damaged, "zip");
    }

    private static bool TryReadAt(Stream zip, long at, Span<byte> target)
    {
        if (at < 0 || at > zip.Length - target.Length) return false;
        zip.Position = at;
        return zip.ReadAtLeast(target, target.Length, throwOnEndOfStream: false) == target.Length;
    }

    private static int UInt16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);
}
