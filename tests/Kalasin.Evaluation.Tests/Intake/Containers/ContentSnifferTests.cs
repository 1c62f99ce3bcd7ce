using System.Text;
using Kalasin.Evaluation.Intake.Containers;

namespace Kalasin.Evaluation.Tests.Intake.Containers;

public sealed class ContentSnifferTests
{
    private static byte[] Compound(params string[] streams)
    {
        var bytes = new byte[512 + 128 * (streams.Length + 2)];
        CompoundFile.Signature.CopyTo(bytes);
        for (var i = 0; i < streams.Length; i++)
        {
            var entry = bytes.AsSpan(512 + 128 * (i + 1), 128);
            Encoding.Unicode.GetBytes(streams[i]).CopyTo(entry);
            entry[64] = (byte)(2 * (streams[i].Length + 1));
            entry[66] = 2;
        }
        return bytes;
    }

    private static byte[] Package(string contentType) =>
        new OfficeFile().Add("[Content_Types].xml", $"""<Types><Override ContentType="{contentType}"/></Types>""").ToBytes();

    public static TheoryData<FileKind, byte[]> Kinds() => new()
    {
        { FileKind.Empty, [] },
        { FileKind.Pdf, "%PDF-1.7\n"u8.ToArray() },
        { FileKind.Pdf, "\n\n%PDF-1.4"u8.ToArray() },
        { FileKind.Png, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0] },
        { FileKind.Jpeg, [0xFF, 0xD8, 0xFF, 0xE0] },
        { FileKind.Heic, "\0\0\0\u0018ftypheic\0\0\0\0"u8.ToArray() },
        { FileKind.Csv, "ที่,วันที่,กิจกรรม\n๑,๑๕/๕/๖๗,ประชุม"u8.ToArray() },
        { FileKind.Csv, [0xB7, 0xD5, 0xE8, (byte)',', 0xC7, 0xD1, 0xB9] },
        { FileKind.Json, "\uFEFF { \"round\": 1 }"u8.ToArray() },
        { FileKind.Mail, "Return-Path: <a@example.org>\r\nSubject: x\r\n\r\n"u8.ToArray() },
        { FileKind.OldWorkbook, "<html><table>"u8.ToArray() },
        { FileKind.OldWorkbook, "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><table>"u8.ToArray() },
        { FileKind.Unknown, "<?xml version=\"1.0\"?><order><table number=\"1\"/></order>"u8.ToArray() },
        { FileKind.Unknown, [1, 2, 3] },
        { FileKind.Encrypted, Compound("EncryptionInfo", "EncryptedPackage") },
        { FileKind.OldWordDocument, Compound("1Table", "WordDocument") },
        { FileKind.OldWorkbook, Compound("Workbook") },
        { FileKind.OldPresentation, Compound("PowerPoint Document") },
        { FileKind.WordDocument, Package("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml") },
        { FileKind.Presentation, Package("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml") },
        { FileKind.OpenSpreadsheet,
            new OfficeFile().Add("mimetype", "application/vnd.oasis.opendocument.spreadsheet").Add("META-INF/manifest.xml", "<x/>").ToBytes() },
        { FileKind.OpenDocument,
            new OfficeFile().Add("mimetype", "application/vnd.oasis.opendocument.text").Add("META-INF/manifest.xml", "<x/>").ToBytes() },
        { FileKind.OtherArchive, "Rar!\u001A\u0007\u0001\0"u8.ToArray() },
        { FileKind.Archive, new OfficeFile().Add("a.txt", "x").ToBytes() },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Kind_IsToldByTheBytes(FileKind kind, byte[] bytes)
    {
        var content = await ContentRead.Of(SourceFile.FromBytes("any.name", bytes), new Budget(IntakeLimits.Default, TestContext.Current.CancellationToken));
        Assert.Equal(kind, content.Kind);
    }
}
