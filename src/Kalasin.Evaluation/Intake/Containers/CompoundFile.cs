using System.Buffers.Binary;
using System.Text;

namespace Kalasin.Evaluation.Intake.Containers;

/// <summary>
/// Tells what an OLE compound file ([MS-CFB]) holds by the names in its directory. Every directory entry takes 128 bytes and
/// lies on a multiple of 128, so that no chain of sectors need be followed, which is what hostile files loop.
/// </summary>
internal static class CompoundFile
{
    private const int EntrySize = 128;
    private const int HeaderSize = 512;

    /// <summary>How much of a stream is looked at to tell whether it is encrypted.</summary>
    private const int LookedAt = 256;

    public static ReadOnlySpan<byte> Signature => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static FileKind KindOf(SourceBytes file)
    {
        var (kind, locked) = (FileKind.Unknown, false);
        foreach (var entry in Streams(file))
        {
            var found = entry.Name switch
            {
                "EncryptedPackage" or "EncryptionInfo" => FileKind.Encrypted,
                "Workbook" or "Book" => FileKind.OldWorkbook,
                "WordDocument" => FileKind.OldWordDocument,
                "PowerPoint Document" => FileKind.OldPresentation,
                "__properties_version1.0" => FileKind.OutlookMessage,
                _ => FileKind.Unknown,
            };
            if (found == FileKind.Encrypted) return found;
            if (found == FileKind.Unknown || kind != FileKind.Unknown) continue;
            (kind, locked) = (found, IsLocked(file, found, entry.Sector));
        }
        return locked ? FileKind.Encrypted : kind;
    }

    /// <summary>Whether a project of Visual Basic is in it.</summary>
    public static bool HasMacros(SourceBytes file) => Streams(file).Any(s => s.Name == "_VBA_PROJECT");

    /// <summary>Whether the beginning of a stream says that what follows is encrypted: the record FilePass of a workbook ([MS-XLS] 2.4.117), a flag of a document ([MS-DOC] 2.5.1).</summary>
    private static bool IsLocked(SourceBytes file, FileKind kind, uint sector)
    {
        Span<byte> header = stackalloc byte[HeaderSize];
        Span<byte> first = stackalloc byte[LookedAt];
        if (!file.TryReadAt(0, header) || BinaryPrimitives.ReadUInt16LittleEndian(header[30..]) is var shift && shift is not (9 or 12)) return false;
        if (!file.TryReadAt((sector + 1L) << shift, first)) return false;
        if (kind == FileKind.OldWordDocument) return BinaryPrimitives.ReadUInt16LittleEndian(first) == 0xA5EC && (first[11] & 1) != 0;
        if (kind != FileKind.OldWorkbook || BinaryPrimitives.ReadUInt16LittleEndian(first) != 0x0809) return false;
        for (var at = 0; at + 4 <= first.Length; at += 4 + BinaryPrimitives.ReadUInt16LittleEndian(first[(at + 2)..]))
            if (BinaryPrimitives.ReadUInt16LittleEndian(first[at..]) == 0x002F) return true;
        return false;
    }

    private static IEnumerable<(string Name, uint Sector)> Streams(SourceBytes file)
    {
        var block = new byte[512 * EntrySize];
        file.Position = HeaderSize;
        for (int count; (count = file.ReadAtLeast(block, block.Length, throwOnEndOfStream: false)) > 0;)
        {
            for (var at = 0; at + EntrySize <= count; at += EntrySize)
                if (Name(block.AsSpan(at, EntrySize)) is { Length: > 0 } name)
                    yield return (name, BinaryPrimitives.ReadUInt32LittleEndian(block.AsSpan(at + 116)));
        }
    }

    private static string Name(ReadOnlySpan<byte> entry)
    {
        var length = BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]);
        var isStream = entry[66] == 2;
        return isStream && length is >= 4 and <= 64 && length % 2 == 0 ? Encoding.Unicode.GetString(entry[..(length - 2)]) : "";
    }
}
