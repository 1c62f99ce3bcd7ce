using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using JpegLibrary;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace Kalasin.Functions.SignedCopies;

/// <summary>A photo of a page as a PDF of one page, A4, with the picture's own dots on it.</summary>
internal static class PicturePage
{
    private const double Wide = 595, High = 842;

    /// <returns>The very bytes where they are no JPEG and no PNG; null where they are one that is too large or damaged.</returns>
    public static byte[]? Of(byte[] file) => file switch
    {
        [0xFF, 0xD8, 0xFF, ..] => OfJpeg(file),
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => OfPng(file),
        _ => file,
    };

    private static byte[]? OfPng(byte[] png)
    {
        if (png.Length < 24) return null;
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
        if (!GreyPicture.IsReadable(width, height)) return null;
        using var builder = new PdfDocumentBuilder { IncludeDocumentInformation = false };
        var (wide, high) = Placed(width, height);
        builder.AddPage(PageSize.A4).AddPng(png, new PdfRectangle(0, High - high, wide, High));
        return builder.Build();
    }

    private static byte[]? OfJpeg(byte[] jpeg)
    {
        var decoder = new JpegDecoder();
        decoder.SetInput(jpeg);
        decoder.Identify();
        if (!GreyPicture.IsReadable(decoder.Width, decoder.Height)) return null;
        var (wide, high) = Placed(decoder.Width, decoder.Height);
        var colours = decoder.NumberOfComponents switch { 1 => "/DeviceGray", 4 => "/DeviceCMYK /Decode [1 0 1 0 1 0 1 0]", _ => "/DeviceRGB" };
        using var page = new PageBytes();
        page.Object("<< /Type /Catalog /Pages 2 0 R >>");
        page.Object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        page.Object(string.Create(
            CultureInfo.InvariantCulture,
            $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {Wide} {High}] /Rotate {Turn(jpeg)} /Contents 4 0 R /Resources << /XObject << /P 5 0 R >> >> >>"));
        page.Object("<<", Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"q {wide:0.##} 0 0 {high:0.##} 0 {High - high:0.##} cm /P Do Q")));
        page.Object(
            string.Create(
                CultureInfo.InvariantCulture,
                $"<< /Type /XObject /Subtype /Image /Width {decoder.Width} /Height {decoder.Height} /BitsPerComponent 8 /ColorSpace {colours} /Filter /DCTDecode"),
            jpeg);
        return page.End();
    }

    /// <summary>As large as fits, standing at the top left.</summary>
    private static (double Wide, double High) Placed(int width, int height)
    {
        var scale = Math.Min(Wide / width, High / height);
        return (width * scale, height * scale);
    }

    /// <summary>How a page is turned so that a picture stands as it was taken.</summary>
    private static int Turn(ReadOnlySpan<byte> jpeg) => CameraTurn.Of(jpeg) switch { 3 => 180, 6 => 90, 8 => 270, _ => 0 };

    /// <summary>A file of objects, in the order they come.</summary>
    private sealed class PageBytes : IDisposable
    {
        private readonly MemoryStream _bytes = new();
        private readonly List<long> _places = [];

        public PageBytes() => Write("%PDF-1.4\n");

        public void Object(string dictionary, byte[]? content = null)
        {
            _places.Add(_bytes.Position);
            Write($"{_places.Count} 0 obj\n{dictionary}");
            if (content is not null)
            {
                Write($" /Length {content.Length} >>\nstream\n");
                _bytes.Write(content);
                Write("\nendstream");
            }
            Write("\nendobj\n");
        }

        public void Dispose() => _bytes.Dispose();

        public byte[] End()
        {
            var table = _bytes.Position;
            Write($"xref\n0 {_places.Count + 1}\n0000000000 65535 f \n");
            foreach (var place in _places) Write(place.ToString("D10", CultureInfo.InvariantCulture) + " 00000 n \n");
            Write($"trailer\n<< /Size {_places.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
            return _bytes.ToArray();
        }

        private void Write(FormattableString text) => Write(text.ToString(CultureInfo.InvariantCulture));

        private void Write(string text) => _bytes.Write(Encoding.ASCII.GetBytes(text));
    }
}
