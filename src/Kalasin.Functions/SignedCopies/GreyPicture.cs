using JpegLibrary;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Tokens;

namespace Kalasin.Functions.SignedCopies;

/// <summary>A picture as brightness, a byte a dot, rows from the top.</summary>
internal sealed record GreyPicture(byte[] Dots, int Width, int Height)
{
    /// <summary>Most dots: an A3 page at 600 dpi.</summary>
    private const long Most = 70_000_000;

    /// <summary>Whether a picture is of a size that is read.</summary>
    public static bool IsReadable(int width, int height) => width > 0 && height > 0 && (long)width * height <= Most;

    /// <returns>Null if it is in a form that can't be read, or larger than is read.</returns>
    public static GreyPicture? Of(IPdfImage image)
    {
        var (width, height) = (image.WidthInSamples, image.HeightInSamples);
        if (!IsReadable(width, height)) return null;
        if (FilterOf(image.ImageDictionary) == "DCTDecode") return OfJpeg(image.RawMemory);
        return image.TryGetBytesAsMemory(out var bytes) ? OfSamples(bytes.Span, width, height, image) : null;
    }

    /// <summary>The last filter: what the samples themselves are packed in.</summary>
    private static string? FilterOf(DictionaryToken image)
    {
        if (!image.TryGet(NameToken.Filter, out var filter) && !image.TryGet(NameToken.Create("F"), out filter)) return null;
        return filter switch
        {
            NameToken { Data: "DCT" } => "DCTDecode",
            NameToken name => name.Data,
            ArrayToken { Data: [NameToken only] } => only.Data,
            _ => null,
        };
    }

    public static GreyPicture? OfJpeg(ReadOnlyMemory<byte> jpeg)
    {
        var decoder = new JpegDecoder();
        decoder.SetInput(jpeg);
        decoder.Identify();
        if ((long)decoder.Width * decoder.Height is <= 0 or > Most || decoder.Precision != 8) return null;
        var picture = new GreyPicture(new byte[decoder.Width * decoder.Height], decoder.Width, decoder.Height);
        decoder.SetOutputWriter(new FirstComponent(picture));
        decoder.Decode();
        return picture;
    }

    private static GreyPicture? OfSamples(ReadOnlySpan<byte> samples, int width, int height, IPdfImage image)
    {
        var dots = new byte[width * height];
        if (image.BitsPerComponent == 1)
        {
            var row = (width + 7) / 8;
            if (samples.Length < row * height) return null;
            var blackIsOne = image.Decode is [1, 0];
            for (var y = 0; y < height; y++)
                for (var x = 0; x < width; x++)
                    dots[(y * width) + x] = ((samples[(y * row) + (x >> 3)] >> (7 - (x & 7))) & 1) == 1 != blackIsOne ? byte.MaxValue : (byte)0;
            return new(dots, width, height);
        }
        // Grey, or the first of several components: black ink is dark in each of them.
        var components = samples.Length / dots.Length;
        if (image.BitsPerComponent != 8 || components is < 1 or > 3) return null;
        for (var i = 0; i < dots.Length; i++) dots[i] = samples[i * components];
        return new(dots, width, height);
    }

    /// <summary>Brightness of a JPEG is its first component.</summary>
    private sealed class FirstComponent(GreyPicture picture) : JpegBlockOutputWriter
    {
        private const int Side = 8;

        public override void WriteBlock(ref short blockRef, int componentIndex, int x, int y)
        {
            if (componentIndex != 0) return;
            var block = System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref blockRef, Side * Side);
            for (var dy = 0; dy < Side && y + dy < picture.Height; dy++)
                for (var dx = 0; dx < Side && x + dx < picture.Width; dx++)
                    picture.Dots[((y + dy) * picture.Width) + x + dx] = (byte)Math.Clamp((int)block[(dy * Side) + dx], 0, byte.MaxValue);
        }
    }
}
