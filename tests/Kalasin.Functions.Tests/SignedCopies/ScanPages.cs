using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace Kalasin.Functions.Tests.SignedCopies;

/// <summary>A PDF as a scanner makes it of a stack: a JPEG to each page.</summary>
internal static class ScanPages
{
    /// <param name="codes">What the code on each page says; null for a page without one.</param>
    public static byte[] Of(params string?[] codes)
    {
        using var builder = new PdfDocumentBuilder();
        foreach (var code in codes) builder.AddPage(PageSize.A4).AddJpeg(ScanPicture.Jpeg(code ?? "").Bytes, new PdfRectangle(0, 0, 595, 842));
        return builder.Build();
    }
}
