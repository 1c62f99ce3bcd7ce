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

    public static ReadOnlySpan<byte> Signature => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static FileKind KindOf(SourceBytes file)
    {
        var kind = FileKind.Unknown;
        var block = new byte[512 * EntrySize];
        file.Position = 512;
        for (int count; (count = file.ReadAtLeast(block, block.Length, throwOnEndOfStream: false)) > 0;)
        {
            for (var at = 0; at + EntrySize <= count; at += EntrySize)
            {
                var found = Name(block.AsSpan(at, EntrySize)) switch
                {
                    "EncryptedPackage" or "EncryptionInfo" => FileKind.Encrypted,
                    "Workbook" or "Book" => FileKind.OldWorkbook,
                    "WordDocument" => FileKind.OldWordDocument,
                    "PowerPoint Document" => FileKind.OldPresentation,
                    _ => FileKind.Unknown,
                };
                if (found == FileKind.Encrypted) return found;
                if (found != FileKind.Unknown && kind == FileKind.Unknown) kind = found;
            }
        }
        return kind;
    }

    private static string Name(ReadOnlySpan<byte> entry)
    {
        var length = BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]);
        var isStream = entry[66] == 2;
        return isStream && length is >= 4 and <= 64 && length % 2 == 0 ? Encoding.Unicode.GetString(entry[..(length - 2)]) : "";
    }
}
