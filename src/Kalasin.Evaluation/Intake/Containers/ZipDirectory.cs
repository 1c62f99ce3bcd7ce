using System.Buffers.Binary;
using System.Text;
using static Kalasin.Evaluation.Intake.FileFindings;

namespace Kalasin.Evaluation.Intake.Containers;

/// <summary>
/// Reads the directory at the end of a zip file (APPNOTE.TXT 4.3.12–4.3.16). The framework's own reader is not asked: it makes
/// an object of every header that it meets, of which a file within the limit has room for a million, and a check before it
/// would have to agree with it on where they lie.
/// </summary>
internal static class ZipDirectory
{
    private const int EndSize = 22;
    private const int End64Size = 56;
    private const int LocatorSize = 20;
    private const int HeaderSize = 46;

    /// <summary>The parts in their order; refuses too many of them before one is read, and a directory that contradicts itself.</summary>
    public static List<ZipPart> Read(SourceBytes zip, Budget budget)
    {
        var (count, at) = FindStart(zip);
        if (count > budget.Limits.Entries) throw new ContentRefusedException(TooManyEntries, Count(budget.Limits.Entries));
        var parts = new List<ZipPart>();
        Span<byte> header = stackalloc byte[HeaderSize];
        for (; zip.TryReadAt(at, header) && header.StartsWith("PK\u0001\u0002"u8);
            at += HeaderSize + UInt16(header, 28) + UInt16(header, 30) + UInt16(header, 32))
        {
            if (parts.Count == count) throw Broken();
            parts.Add(ReadPart(zip, at, header, budget));
        }
        return parts.Count == count ? parts : throw Broken();
    }

    private static ZipPart ReadPart(SourceBytes zip, long at, ReadOnlySpan<byte> header, Budget budget)
    {
        var (nameLength, extraLength) = (UInt16(header, 28), UInt16(header, 30));
        var variable = new byte[nameLength + extraLength];
        if (!zip.TryReadAt(at + HeaderSize, variable)) throw Broken();
        // Names say by a flag that they are UTF-8 (4.4.4); many that don't are, and those that aren't were written by a Thai Windows.
        var written = variable.AsSpan(0, nameLength);
        var name = (System.Text.Unicode.Utf8.IsValid(written) ? Encoding.UTF8 : TextBytes.Windows874).GetString(written);
        budget.Hold(128 + 2 * name.Length);
        var (inflated, stored, headerAt) = (UInt32(header, 24), UInt32(header, 20), UInt32(header, 42));
        var large = Zip64Extra(variable.AsSpan(nameLength));
        if (inflated == uint.MaxValue) Large(ref large, out inflated);
        if (stored == uint.MaxValue) Large(ref large, out stored);
        if (headerAt == uint.MaxValue) Large(ref large, out headerAt);
        return new(name, UInt16(header, 10), (UInt16(header, 8) & 1) != 0, stored, headerAt) { Claimed = ((uint)UInt32(header, 16), inflated) };
    }

    /// <summary>How many parts there are and where their headers begin: from the 64-bit end when the other one has no room for it.</summary>
    private static (long Count, long At) FindStart(SourceBytes zip)
    {
        var tail = new byte[(int)Math.Min(zip.Length, EndSize + ushort.MaxValue)];
        zip.TryReadAt(zip.Length - tail.Length, tail);
        var found = tail.Length < EndSize ? -1 : tail.AsSpan(0, tail.Length - EndSize + 4).LastIndexOf("PK\u0005\u0006"u8);
        if (found < 0) throw Broken();
        var end = tail.AsSpan(found);
        var (count, at) = (UInt16(end, 10), UInt32(end, 16));
        if (count != ushort.MaxValue && at != uint.MaxValue) return (count, at);
        Span<byte> locator = stackalloc byte[LocatorSize];
        if (!zip.TryReadAt(zip.Length - tail.Length + found - LocatorSize, locator) || !locator.StartsWith("PK\u0006\u0007"u8)) return (count, at);
        Span<byte> end64 = stackalloc byte[End64Size];
        return zip.TryReadAt(Int64(locator, 8), end64) && end64.StartsWith("PK\u0006\u0006"u8) && Int64(end64, 32) is >= 0 and var count64
            ? (count64, Int64(end64, 48))
            : throw Broken();
    }

    /// <summary>The 64-bit numbers of a part, those that its header has no room for, in order (4.5.3).</summary>
    private static ReadOnlySpan<byte> Zip64Extra(ReadOnlySpan<byte> extra)
    {
        while (extra.Length >= 4)
        {
            var size = UInt16(extra, 2);
            if (size > extra.Length - 4) break;
            if (UInt16(extra, 0) == 1) return extra.Slice(4, size);
            extra = extra[(4 + size)..];
        }
        return [];
    }

    private static void Large(ref ReadOnlySpan<byte> numbers, out long number)
    {
        if (numbers.Length < sizeof(long)) throw Broken();
        number = Int64(numbers, 0);
        numbers = numbers[sizeof(long)..];
    }

    private static ContentRefusedException Broken() => new(Damaged, "zip");

    private static int UInt16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static long UInt32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private static long Int64(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt64LittleEndian(bytes[at..]);
}
