using System.Buffers.Binary;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Writer;

namespace Kalasin.Functions.SignedCopies;

/// <summary>Takes pages out of a file into files of their own. What stands on them is copied as it is packed; no picture is unpacked and packed again.</summary>
internal static class CopyPages
{
    /// <summary>Writes each file behind its length, eight bytes.</summary>
    /// <returns>False where the file has no such pages.</returns>
    public static bool Write(byte[] pdf, IReadOnlyList<PageRange> ranges, Stream output)
    {
        using var file = PdfDocument.Open(pdf, CopyProgram.Lenient);
        if (ranges.Any(r => r.Last > file.NumberOfPages)) return false;
        Span<byte> length = stackalloc byte[sizeof(long)];
        foreach (var range in ranges)
        {
            using var builder = new PdfDocumentBuilder { IncludeDocumentInformation = false };
            for (var page = range.First; page <= range.Last; page++) builder.AddPage(file, page);
            var bytes = builder.Build();
            BinaryPrimitives.WriteInt64LittleEndian(length, bytes.Length);
            output.Write(length);
            output.Write(bytes);
        }
        return true;
    }
}
